/** What an SVG must be to be drawn: XML, with a size, not too deep, and with pictures inside that are whole. */

import { createRequire } from 'node:module';
import type sax from 'sax';
import type { Code } from '../../codes.ts';
import { grouped } from '../limits.ts';
import { rasterFault } from './raster.ts';
import { referencesOf, type SvgPart, tangleOf } from './svg-references.ts';
import { type Attributes, pixelsOf, svgSize, viewBoxOf } from './svg-size.ts';

/** What is wrong with an SVG, and where. */
export interface SvgFault {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
  readonly code?: Code;
}

/** Levels; what is deeper overflows the stack of what draws it. */
const DEEPEST = 200;
/** A map of the world in full has some ten thousand. */
const MOST_ELEMENTS = 20_000;

/** What leaves a trace on the page. */
const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image', 'use'];

class Fault extends Error {
  readonly fault: SvgFault;

  constructor(fault: SvgFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The first error of the structure of an SVG without unclosed markup; it is parsed as pdfmake does. */
export function structureFault(text: string): SvgFault | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
}

/** A comment or section without end: to look for the end of each again and again would take for ever. */
export function unclosedMarkup(text: string): SvgFault | undefined {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    const offset = text.lastIndexOf(start);
    if (offset > text.lastIndexOf(end)) return { offset, message: 'this is never closed' };
  }
  return undefined;
}

function parse(text: string): void {
  const { parser: parserOf }: typeof sax = createRequire(import.meta.url)('sax');
  const parser = parserOf(true);
  const ids = new Map<string, SvgPart>();
  const open: SvgPart[] = [];
  let root: SvgPart | undefined;
  let elements = 0;
  let draws = false;
  const fail = (fault: Omit<SvgFault, 'offset'>, offset = parser.startTagPosition - 1): never => {
    throw new Fault({ offset: Math.min(offset, text.length), ...fault });
  };
  parser.onerror = ({ message }) => {
    fail({ message: `the image is not well-formed: ${lowered(message)}` }, parser.position - 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    if (!root) checkRoot(name, attributes, fail);
    checkPicture(attributes, fail);
    draws ||= SHAPES.includes(name.replace(/^svg:/, ''));
    elements++;
    const offset = parser.startTagPosition - 1;
    const part = { offset, children: [], references: referencesOf(attributes) };
    if (attributes.id) ids.set(attributes.id, part);
    open.at(-1)?.children.push(part);
    open.push(part);
    root ??= part;
    if (open.length > DEEPEST) fail({ message: `the image is nested more than ${DEEPEST} deep` });
    if (elements > MOST_ELEMENTS) fail(TOO_MANY);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(text).close();
  if (!draws) fail({ message: 'the image draws nothing' }, 0);
  const tangle = root && tangleOf(root, ids, MOST_ELEMENTS);
  if (tangle) fail(tangle.why === 'many' ? TOO_MANY : CIRCLE, tangle.offset);
}

const CIRCLE = { message: 'a part of the image is drawn inside itself' };
const TOO_MANY = {
  code: 'too-large' as const,
  message: `the image has more than ${grouped(MOST_ELEMENTS)} elements`,
  hint: 'simplify it, or export it as PNG',
};

/** `Unclosed root tag\nLine: 0…` */
function lowered(message: string): string {
  const [first = ''] = message.split('\n');
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}

type Fail = (fault: Omit<SvgFault, 'offset'>) => never;

const UNIT_HINT = 'give it in mm, cm, in, pt or px';
const SIZE_HINT = 'give its first element a width and a height, or a viewBox="0 0 width height"';
/** Of an edge, in units; beyond them numbers can no longer be written into a PDF. */
const SMALLEST = 0.01;
const LARGEST = 1_000_000;

function checkRoot(name: string, attributes: Attributes, fail: Fail): void {
  if (name.replace(/^svg:/, '') !== 'svg') {
    fail({ message: `the image's first element is <${name}>, not <svg>` });
  }
  for (const edge of ['width', 'height'] as const) {
    if (pixelsOf(attributes[edge]) !== undefined) continue;
    const message = `the ${edge} "${attributes[edge]}" of the image is no length`;
    fail({ message, hint: UNIT_HINT });
  }
  const box = viewBoxOf(attributes);
  if (box && (box.length !== 4 || box.some(Number.isNaN))) {
    fail({ message: 'the viewBox of the image has not four numbers', hint: SIZE_HINT });
  }
  const { width, height } = svgSize(attributes);
  const numbers = [width, height, ...(box ?? []).slice(2)];
  const sound = numbers.every((edge) => edge >= SMALLEST && edge <= LARGEST);
  const near = (box ?? []).every((value) => Math.abs(value) <= LARGEST);
  if (Number.isNaN(width) || Number.isNaN(height)) {
    fail({ message: 'the image has no size', hint: SIZE_HINT });
  }
  if (sound && near) return;
  fail({
    message: `the image is not between ${SMALLEST} and ${grouped(LARGEST)} units wide and high`,
  });
}

const EMBEDDED = /^\s*data:image\/(?:png|jpeg);base64,/i;

/** A picture inside is looked at like one of its own. */
function checkPicture(attributes: Attributes, fail: Fail): void {
  for (const name of ['href', 'xlink:href']) {
    const data = embeddedBytes(attributes[name] ?? '');
    const fault = data && rasterFault(data);
    if (fault === 'none') fail({ message: 'the picture inside is neither a PNG nor a JPEG' });
    else if (fault) {
      fail({ ...fault, message: `the picture inside ${fault.message}` });
    }
  }
}

/** The bytes of a picture that an SVG holds. */
export function embeddedBytes(href: string): Buffer | undefined {
  const start = EMBEDDED.exec(href);
  return start ? Buffer.from(href.slice(start[0].length), 'base64') : undefined;
}
