/** An SVG as its owner has it → one that resvg takes for what a browser sees. */
import { createRequire } from 'node:module';
import type sax from 'sax';
import { type Attributes, svgSize, viewBoxOf } from '../../data/pictures/svg-size.ts';
import { variablesOf, withValues } from '../../data/pictures/svg-variables.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** Variables have their values, references no quotes; the first element has its size in pixels and all namespaces. */
export function prepared(text: string): string {
  const { name, attributes, start, end } = rootOf(text);
  const variables = variablesOf(text);
  const rest = tidied(withValues(text.slice(end), variables));
  const prefix = name.includes(':') ? `:${name.replace(/:.*/, '')}` : '';
  const { width, height } = svgSize(attributes);
  const valued = Object.entries(attributes).map(([key, value = '']) => [
    key,
    tidied(withValues(value, variables)),
  ]);
  const own: Attributes = Object.fromEntries(valued);
  const all: Attributes = {
    ...namespaces(text),
    ...own,
    [`xmlns${prefix}`]: SVG,
    'xmlns:xlink': XLINK,
    viewBox: viewBoxOf(attributes)?.join(' ') ?? `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
  };
  const written = Object.entries(all).map(([key, value = '']) => `${key}="${escaped(value)}"`);
  return `${text.slice(0, start)}<${name} ${written.join(' ')}>${rest}`;
}

interface Root {
  readonly name: string;
  readonly attributes: Attributes;
  readonly start: number;
  readonly end: number;
}

/** The first element's tag. */
export function rootOf(text: string): Root {
  const { parser: parserOf }: typeof sax = createRequire(import.meta.url)('sax');
  const parser = parserOf(true);
  let root: Root | undefined;
  parser.onopentag = ({ name, attributes }) => {
    root ??= { name, attributes, start: parser.startTagPosition - 1, end: parser.position };
  };
  parser.write(text).close();
  if (!root) throw new Error('there is no element');
  return root;
}

/** Prefixes that are used, whether or not they are declared: programs that look at no namespace leave them out. */
function namespaces(text: string): Attributes {
  const prefixes = [...text.matchAll(/[\s<]([A-Za-z_][\w.-]*):[\w-]/g)].map(([, name]) => name);
  const used = new Set(prefixes.filter((name) => name !== 'xml' && name !== 'xmlns'));
  return Object.fromEntries([...used].map((name) => [`xmlns:${name}`, `urn:${name}`]));
}

/**
 * As resvg reads it: references in styles without quotes, `currentColor` in this case only, the type of a mask as an
 * attribute, no paint that is empty.
 * Browsers read both.
 */
function tidied(text: string): string {
  return text
    .replace(REFERENCE, 'url($1)')
    .replace(/\bcurrentcolor\b/gi, 'currentColor')
    .replace(MASK_TYPE, ' mask-type="$2" style=$1')
    .replace(/\s(?:fill|stroke|color|stop-color)=(?:""|'')/g, '');
}

/** Figma has it in a style, where resvg does not look. */
const MASK_TYPE = /\sstyle=("[^"<>]*\bmask-type\s*:\s*(alpha|luminance)\b[^"<>]*")/g;
const REFERENCE = /url\(\s*(?:"|'|&quot;|&apos;)?(#[^"'&()]+?)(?:"|'|&quot;|&apos;)?\s*\)/g;

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
