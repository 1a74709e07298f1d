/** The name of the attached letter. */
import type { Letter } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';

/** Characters with the ending; longer names are cut by some mail programs, the ending first. */
const LONGEST = 60;
/** The same for a title, which is whole or not there at all; systems count bytes, up to 255. */
const LONGEST_TITLE = { characters: 90, bytes: 200 };

/** The name that a setting asks for. */
export function attachmentName(letter: Letter, kind: 'ascii' | 'readable'): string {
  return kind === 'readable' ? readableName(letter) : asciiName(letter);
}

/** `forum-2026-invitation-ar.pdf`: ids are ASCII, and fit for files on every system. */
export function asciiName({ edition, id, language }: Letter): string {
  return `${[edition, id, language].join('-').slice(0, LONGEST - 4)}.pdf`;
}

/** A reference that is a symbol rather than words: CL-21/4. */
const SYMBOL = /^(?!.*\p{Script=Han})[\p{L}\p{N}][\p{L}\p{N}._/-]*\p{N}[\p{L}\p{N}._/-]*$/u;
/** Where a title may end before its end. */
const PARTS = /[：；]|\s*[:;؛](?=\s)|\s+[–—]\s+/u;
/** An acronym after its name, which a short title does without. */
const BRACKETS = /\s*[(（][^()（）]*[)）]/gu;

/** `CL-21-4-fr.pdf` by the reference; else a title that is whole: one cut in the midst of a name says nothing. */
function readableName(letter: Letter): string {
  const reference = lineText(letter.footer.reference ?? []);
  const symbol = SYMBOL.test(reference) ? safe(reference.replaceAll('/', '-')) : undefined;
  if (symbol && symbol.length <= LONGEST - 8) return `${symbol}-${letter.language}.pdf`;
  const [first = '', ...rest] = letter.subject.lines.map(lineText);
  const [part = ''] = first.split(PARTS);
  const titles = [[first, ...rest].join(' – '), first, part, part.replace(BRACKETS, '')].map(safe);
  const title = titles.find(fits);
  return title === undefined ? asciiName(letter) : `${title}.pdf`;
}

function fits(title: string): boolean {
  const { characters, bytes } = LONGEST_TITLE;
  return title !== '' && [...title].length <= characters - 4 && Buffer.byteLength(title) < bytes;
}

/** Without what file systems refuse or what changes the order of the name. */
function safe(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,،;؛–-]+$/u, '');
}
