/** The name of the attached letter. */
import type { Letter } from '../../model.ts';

/** Characters; longer names are cut by some mail programs, the ending first. */
const LONGEST = 60;

/** The name that a setting asks for. */
export function attachmentName(letter: Letter, kind: 'ascii' | 'readable'): string {
  return kind === 'readable' ? readableName(letter) : asciiName(letter);
}

/** `forum-2026-invitation-ar.pdf`: ids are ASCII, and fit for files on every system. */
export function asciiName({ edition, id, language }: Letter): string {
  return `${[edition, id, language].join('-').slice(0, LONGEST - 4)}.pdf`;
}

/** The letter's title in its own language, without what file systems refuse or what changes its order. */
function readableName(letter: Letter): string {
  const text = letter.title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = cut(text, LONGEST - 4).replace(/[\s.,،;؛–-]+$/u, '');
  return name === '' ? asciiName(letter) : `${name}.pdf`;
}

/** At a blank where there is one, never within a character. */
function cut(text: string, length: number): string {
  const points = [...text];
  if (points.length <= length) return text;
  const head = points.slice(0, length + 1).join('');
  const blank = head.lastIndexOf(' ');
  return blank > 0 ? head.slice(0, blank) : points.slice(0, length).join('');
}
