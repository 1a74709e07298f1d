/**
 * What an edition may ask of the tool. Each limit lies far beyond any letter that was ever sent, and well below what
 * takes minutes or gigabytes: who comes to one has a slip in a file, or a file that means harm.
 */

import { groupDigits } from '../language/pack.ts';

const MEGABYTE = 1_000_000;

/** Bytes of `edition.yaml` or `fonts.yaml`; those of the examples have some ten thousand. */
export const MOST_TEXT_BYTES = 2 * MEGABYTE;
/** Bytes of a template or a partial; the longest that come with the tool have five thousand. */
export const MOST_TEMPLATE_BYTES = 0.5 * MEGABYTE;
/** Bytes of a list: 50,000 recipients with every column take some 20 MB. */
export const MOST_LIST_BYTES = 64 * MEGABYTE;
/** Bytes of a workbook when unpacked: 50,000 recipients with every column take some 60 MB. */
export const MOST_UNPACKED_BYTES = 200 * MEGABYTE;
/** Bytes of a picture, which is in every letter that is mailed. */
export const MOST_PICTURE_BYTES = 10 * MEGABYTE;
/** Pixels of a picture: those of a telephone's photograph (4000 × 3000), or of a page at 300 dots to the inch. */
export const MOST_PIXELS = 12_000_000;
/** Bytes of a font: the largest for Chinese, Japanese and Korean together have some 35 MB. */
export const MOST_FONT_BYTES = 64 * MEGABYTE;
/** Bytes of an annex; servers refuse messages of half the size. */
export const MOST_ANNEX_BYTES = 50 * MEGABYTE;

/** Characters that a letter prints in all, and that a template may print: sixty pages. */
export const MOST_PRINTED = 200_000;
/** Characters of one value: eight pages. */
export const LONGEST_VALUE = 20_000;
/** Characters between two places where a line may break: as many as an address on the web may have. */
export const LONGEST_WORD = 2_000;

/** `10 MB`, for messages. */
export function megabytes(bytes: number): string {
  const rounded = Math.round((10 * bytes) / MEGABYTE) / 10;
  return `${rounded >= 10 ? Math.round(rounded) : rounded} MB`;
}

/** `12,000,000`, for messages. */
export function grouped(count: number): string {
  return groupDigits(count, ',', '.');
}
