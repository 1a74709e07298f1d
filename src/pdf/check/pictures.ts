/**
 * Pictures tried before a letter is made: whether JPEGs decode, and whether SVGs that are not simple can be drawn. What
 * decodes and draws is large, so it is loaded only for an edition that has such pictures.
 */
import { basename } from 'node:path';
import { MOST_PICTURE_BYTES } from '../../data/limits.ts';
import { isJpeg } from '../../data/pictures/raster.ts';
import { embeddedBytes } from '../../data/pictures/svg-structure.ts';
import { decodeText } from '../../data/source/encoding.ts';
import { readFileWithin } from '../../data/source/read-file.ts';
import { untilChanged } from '../../data/source/stamp.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Edition, Image } from '../../model.ts';
import { isPlain } from '../drawing/plain.ts';

/** One `bad-image` error, where the edition names it, for each picture that cannot be had. */
export async function checkPictures(edition: Edition): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  for (const { path, span } of picturesOf(edition)) {
    const defect = await defectOf(path);
    if (defect === undefined) continue;
    const message = `the picture ${basename(path)} ${defect}`;
    const hint = 'save it again, or use another file';
    problems.push({ severity: 'error', code: 'bad-image', message, span, hint });
  }
  return problems;
}

/** Each file once. */
function picturesOf({ letterhead, letters }: Edition): Iterable<Image> {
  const sides = [...letterhead.start, ...letterhead.end];
  const images = [
    ...sides.flatMap((item) => ('image' in item ? [item.image] : [])),
    ...letters.flatMap((letter) => Object.values(letter.images)),
  ];
  return new Map(images.map((image) => [image.path, image])).values();
}

const defectOf = untilChanged(async (path: string): Promise<string | undefined> => {
  const bytes = readFileWithin(path, MOST_PICTURE_BYTES);
  if (isJpeg(bytes)) return jpegDefect(bytes);
  const decoded = decodeText(bytes);
  if (!('text' in decoded) || !/<(?:svg:)?svg/.test(decoded.text)) return undefined;
  return (await embeddedDefect(decoded.text)) ?? (await drawingDefect(decoded.text));
});

async function embeddedDefect(svg: string): Promise<string | undefined> {
  for (const [, href = ''] of svg.matchAll(/["'](\s*data:image\/jpeg;base64,[^"']*)/gi)) {
    const bytes = embeddedBytes(href);
    const defect = bytes && isJpeg(bytes) ? await jpegDefect(bytes) : undefined;
    if (defect !== undefined) return `holds a picture that ${defect}`;
  }
  return undefined;
}

async function jpegDefect(bytes: Buffer): Promise<string | undefined> {
  const { decodesWhole } = await import('./decode-jpeg.ts');
  const isWhole = await decodesWhole(bytes);
  return isWhole ? undefined : 'is a damaged JPEG: a part of its pixels cannot be had';
}

/** Numbers that may be too large for a PDF; the digits of a colour are none. */
const LARGE = /(?<!#[\da-f]{0,7})(?:\d{8}|\de[-+]?\d)/i;

async function drawingDefect(svg: string): Promise<string | undefined> {
  if (isPlain(svg) && !LARGE.test(svg)) return undefined;
  const { tryDrawing } = await import('./try-drawing.ts');
  return tryDrawing(svg);
}
