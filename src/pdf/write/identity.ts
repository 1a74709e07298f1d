/** What a PDF says of its letter outside of its pages; it follows from the letter alone, not from the clock. */
import { createHash } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { Letter } from '../../model.ts';
import type { DocumentFacts } from './metadata.ts';

/** Facts that are in the information dictionary alone: mail compares them with the envelope. */
interface LetterFacts extends DocumentFacts {
  readonly edition: string;
  readonly letter: string;
  /** Of a letter in two languages both, separated by a space. */
  readonly languages: string;
  readonly recipient: string | null;
}

export function documentFacts(letter: Letter): LetterFacts {
  const { year, month, day = 1 } = letter.date;
  return {
    title: letter.title,
    author: letter.author,
    language: letter.language,
    created: new Date(Date.UTC(year, month - 1, day)),
    producer: 'wsis-letters',
    claims: letter.annexes === undefined,
    edition: letter.edition,
    letter: letter.id,
    languages: [letter, letter.companion?.letter].flatMap((one) => one?.language ?? []).join(' '),
    recipient: letter.recipient,
  };
}

/** The entries of the information dictionary (ISO 32000-1, 14.3.3). XMP says the same (ISO 19005-2, 6.6.4). */
export function documentInfo(facts: LetterFacts): Record<string, string | Date> {
  const { title, author, created, producer, edition, letter, languages, recipient } = facts;
  return {
    Title: title,
    Author: author,
    Producer: producer,
    Creator: producer,
    CreationDate: created,
    WsisEdition: edition,
    WsisLetter: letter,
    WsisLanguage: languages,
    ...(recipient !== null && { WsisRecipient: recipient }),
  };
}

/** File identifier (ISO 32000-1, 14.4), derived from what the letter says, wherever its edition is. */
export function documentId(letter: Letter): Buffer {
  const said = JSON.stringify(letter, (key, value) => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && isAbsolute(value) ? basename(value) : value;
  });
  return createHash('sha256').update(said).digest().subarray(0, 16);
}
