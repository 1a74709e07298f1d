/** Names of the files that a run writes: readable, stable, safe on every system. */
import { createHash } from 'node:crypto';
import type { Letter } from '../../model.ts';

/** Bytes; room is left for a suffix of a backup or of a download under the usual limit of 255. */
const LONGEST = 200;

/** Names that Windows keeps for devices, whatever follows the first point. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

type NamedLetter = Pick<
  Letter,
  'edition' | 'id' | 'language' | 'recipient' | 'companion' | 'draft'
>;

/** See `fileName`. */
export function pdfName(letter: NamedLetter): string {
  return fileName(letter, 'pdf');
}

/**
 * `forum-2026.invitation.ar.pdf`, or `forum-2026.invitation.ar.<recipient>.pdf` for a personal letter;
 * `ar-draft` where it is a draft.
 * Two letters never share a name, not even where upper and lower case are one: capitals stand in lower
 * case between `~`, other bytes than `a-z 0-9 _ -` as `=` and two hexadecimal digits.
 */
export function fileName(letter: NamedLetter, extension: string): string {
  const { edition, id, recipient } = letter;
  const languages = languagesOf(letter) + (letter.draft ? '-draft' : '');
  const parts = [firstPart(edition), escapePart(id), languages];
  if (recipient !== null) parts.push(escapePart(recipient));
  return `${shorten(parts.join('.'), extension)}.${extension}`;
}

/** The language of a letter, or both of a bilingual one: `en-ar`. */
export function languagesOf({ language, companion }: NamedLetter): string {
  return companion ? `${language}-${companion.letter.language}` : language;
}

/** What the names of all letters of an edition begin with. */
export function editionPrefix(edition: string): string {
  return `${firstPart(edition)}.`;
}

/** A device's name and a leading hyphen (an option, to most programs) matter at the start of a name only. */
function firstPart(text: string): string {
  const part = escapePart(text);
  return DEVICE.test(part) || part.startsWith('-')
    ? escapeBytes(part[0] ?? '') + part.slice(1)
    : part;
}

function escapePart(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_-]+/gu, escapeBytes)
    .replace(/[A-Z]+/g, (capitals) => `~${capitals.toLowerCase()}~`);
}

function escapeBytes(text: string): string {
  return [...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Too long a name ends in a digest of the whole; `=x` begins no escaped byte, so it meets no other name. */
function shorten(name: string, extension: string): string {
  if (name.length + extension.length + 1 <= LONGEST) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return `${name.slice(0, 150)}=x${digest}`;
}
