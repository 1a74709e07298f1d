/** What a PDF says of its letter outside of its pages; it follows from the letter alone, not from the clock. */
import { createHash } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { Letter } from '../model.ts';
import type { DocumentFacts } from './metadata.ts';

export function documentFacts(letter: Letter): DocumentFacts {
  const { year, month, day = 1 } = letter.date;
  return {
    title: letter.title,
    author: letter.author,
    language: letter.language,
    created: new Date(Date.UTC(year, month - 1, day)),
    producer: 'wsis-letters',
  };
}

/** The entries of the information dictionary (ISO 32000-1, 14.3.3). XMP says the same (ISO 19005-2, 6.6.4). */
export function documentInfo(facts: DocumentFacts): Record<string, string | Date> {
  const { title, author, created, producer } = facts;
  return {
    Title: title,
    Author: author,
    Producer: producer,
    Creator: producer,
    CreationDate: created,
  };
}

/** File identifier (ISO 32000-1, 14.4), derived from what the letter says, wherever its edition stands. */
export function documentId(letter: Letter): Buffer {
  const said = JSON.stringify(letter, (key, value) => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && isAbsolute(value) ? basename(value) : value;
  });
  return createHash('sha256').update(said).digest().subarray(0, 16);
}
