/** Images, annexes and fonts that the data names: there, of a known format, and harmless. */
import { extname } from 'node:path';
import type { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { MOST_ANNEX_BYTES, MOST_FONT_BYTES, MOST_PICTURE_BYTES } from '../limits.ts';
import { rasterFault } from '../pictures/raster.ts';
import { checkSvg } from '../pictures/svg.ts';
import { decodeText } from '../source/encoding.ts';
import { type Folder, fileInside } from '../source/files.ts';
import { readBytes, Source } from '../source/source.ts';
import type { Parser } from './reader.ts';

/** The absolute real path of a PNG, JPEG or SVG inside the edition; the content decides, not the name. */
export function imageFile(folder: Folder): Parser<string> {
  return fileWith(folder, MOST_PICTURE_BYTES, (bytes, path, name, problems) => {
    const fault = rasterFault(bytes);
    if (fault === undefined) return true;
    if (fault === 'none') return svgText(path, bytes, name, problems);
    problems.error(fault.code, name.span, `"${name.value}" ${fault.message}`, fault.hint);
    return false;
  });
}

/** Reports what is wrong with a file that a value names; true if it can be used. */
type Check = (bytes: Buffer, path: string, name: Text, problems: Problems) => boolean;

/** The absolute real path of a file inside the edition that passes a check. */
function fileWith(folder: Folder, most: number, check: Check): Parser<string> {
  return (name, problems) => {
    const path = fileInside(folder, name, problems);
    const reading = { namedAt: name.span, most };
    const bytes = path === undefined ? undefined : readBytes(path, problems, reading);
    return path !== undefined && bytes && check(bytes, path, name, problems) ? path : undefined;
  };
}

function svgText(path: string, bytes: Buffer, name: Text, problems: Problems): boolean {
  const decoded = decodeText(bytes);
  if ('text' in decoded && /<(?:svg:)?svg[\s>/]/.test(decoded.text)) {
    return checkSvg(new Source(path, decoded.text), problems);
  }
  const message = `"${name.value}" is not a PNG, JPEG or SVG image`;
  const hint = extname(path).toLowerCase() === '.pdf' ? 'export it as SVG' : undefined;
  problems.error('bad-image', name.span, message, hint);
  return false;
}

/** A PDF begins within so many bytes of its file (ISO 32000-1, annex H, implementation note 13). */
const PDF_START = 1024;

/** The absolute real path of a PDF inside the edition. Whether its pages can be had, the PDF stage finds out. */
export function annexFile(folder: Folder): Parser<string> {
  return fileWith(folder, MOST_ANNEX_BYTES, (bytes, _, name, problems) => {
    if (bytes.subarray(0, PDF_START).includes('%PDF-')) return true;
    problems.error('bad-annex', name.span, `"${name.value}" is not a PDF`);
    return false;
  });
}

/** First four bytes of the fonts that can be embedded: TrueType and OpenType (OpenType 1.9, otff). */
const FONT_TAGS: readonly string[] = ['\0\x01\0\0', 'OTTO', 'true'];

/** The absolute real path of a TTF or OTF inside the edition. */
export function fontFile(folder: Folder): Parser<string> {
  return fileWith(folder, MOST_FONT_BYTES, (bytes, _, name, problems) => {
    if (FONT_TAGS.includes(bytes.toString('latin1', 0, 4))) return true;
    const hint = 'use the TTF or OTF file of the font, not WOFF or a collection';
    problems.error('bad-font', name.span, `"${name.value}" is not a TTF or OTF font`, hint);
    return false;
  });
}
