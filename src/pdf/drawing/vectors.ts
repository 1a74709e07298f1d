/** A drawing as lines and areas, if all of it can be drawn so that each viewer of PDF shows the same. */
import { createRequire } from 'node:module';
import type sax from 'sax';
import type { Attributes } from '../../data/pictures/svg-size.ts';
import { framesOf } from './frames.ts';

/**
 * What resvg has simplified, for pdfmake: rectangles that cut become frames that do, since pdf.js does not show the
 * masks that pdfmake makes of clipping paths. Undefined where something is left that is no line and no area, or that
 * not every viewer shows: other cuts, masks, filters, blending, patterns, gradients that fade or repeat.
 */
export function asVectors(simple: string): string | undefined {
  const { parser: parserOf }: typeof sax = createRequire(import.meta.url)('sax');
  const parser = parserOf(true);
  const frames = framesOf(simple);
  const ends: string[] = [];
  let written = '';
  let inCut = 0;
  let fits = true;
  parser.onopentag = ({ name, attributes }) => {
    inCut += name === 'clipPath' || name === 'mask' || inCut > 0 ? 1 : 0;
    if (inCut > 0) return;
    const { 'clip-path': clip, mask, ...others } = attributes;
    const cuts = [clip, mask].filter((cut) => cut !== undefined);
    const framed = cuts.map((cut) => frames.get(cut.slice('url(#'.length, -1)));
    fits &&= isVector(name, others) && framed.every((frame) => frame && frame.width !== '0');
    written += elementOf(name, others) + framed.map((frame) => frame && tag('svg', frame)).join('');
    ends.push(`${'</svg>'.repeat(framed.length)}</${name}>`);
  };
  parser.onclosetag = () => {
    if (inCut > 0) inCut--;
    else written += ends.pop() ?? '';
  };
  parser.write(simple).close();
  return fits ? written : undefined;
}

/**
 * One path, or two: pdfmake fills before it strokes, whatever the order is to be, and in a PDF a faint stroke hides what
 * is filled under it (ISO 32000-1, 11.7.4.4).
 */
function elementOf(name: string, { 'paint-order': order, ...attributes }: Attributes): string {
  const isFaint = attributes['stroke-opacity'] !== undefined && attributes.fill !== 'none';
  if (order !== 'stroke' && !isFaint) return tag(name, attributes);
  const area = tag(name, { ...attributes, stroke: 'none' });
  const line = tag(name, { ...attributes, fill: 'none' });
  return (order === 'stroke' ? [line, area] : [area, line]).join(`</${name}>`);
}

function tag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value = '']) => {
    return ` ${key}="${value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"`;
  });
  return `<${name}${written.join('')}>`;
}

/** Attributes that ask for more than lines and areas; `style` holds the mode of blending. */
const EFFECTS = ['filter', 'style', 'spreadMethod', 'stop-opacity'];

function isVector(name: string, attributes: Attributes): boolean {
  if (name === 'filter' || name === 'pattern') return false;
  if (name.endsWith('Gradient') && !isPlainGradient(attributes)) return false;
  const { 'stroke-dasharray': dashes = '' } = attributes;
  // pdfkit takes no dash without length: those are dots where the ends of lines are round.
  if (dashes.split(' ').includes('0')) return false;
  const faint = (paint: string) =>
    attributes[paint]?.startsWith('url(') && attributes[`${paint}-opacity`] !== undefined;
  return !EFFECTS.some((effect) => attributes[effect]) && !faint('fill') && !faint('stroke');
}

/** One that goes somewhere, and whose focus is inside. */
function isPlainGradient(attributes: Attributes): boolean {
  const number = (name: string) => Number(attributes[name] ?? Number.NaN);
  const { x1, y1, x2, y2, fx } = attributes;
  if (fx === undefined) return x1 === undefined || x1 !== x2 || y1 !== y2;
  return Math.hypot(number('fx') - number('cx'), number('fy') - number('cy')) < number('r');
}
