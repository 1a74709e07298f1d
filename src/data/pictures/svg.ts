/** An SVG may draw; it may not run, fetch or expand anything. */
import type { Problems } from '../../diagnostic.ts';
import type { Source } from '../source/source.ts';
import { unsupportedIn } from './svg-features.ts';
import { type SvgFault, structureFault, unclosedMarkup } from './svg-structure.ts';

/** A tag, a declaration or an instruction; `>` may be in quotes. Comments and CDATA are taken whole. */
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?:[^<>"']|"[^"]*"|'[^']*')*>?/g;

const ENTITIES = 'entities of its own';
const REFERENCE = 'a reference to another file';

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [
    /^<!doctype[^>]*\[|^<!entity/i,
    'entities of its own; in Illustrator, save it without its editing capabilities',
  ],
  [/^<\?xml-/i, 'a style sheet'],
  [/^<(?:\w+:)?(?:text|tspan|textpath)\b/i, 'text, whose fonts are elsewhere: make it outlines'],
  [/^<(?:\w+:)?(?:script|foreignobject|iframe|object|embed|audio|video)\b/i, 'active content'],
  [/[\s"']on\w+\s*=/i, 'a script'],
  [/[\s"'](?:xml:base|src|srcset)\s*=/i, REFERENCE],
  [/[\s"':]href\s*=\s*(?!["']\s*(?:#|data:image\/(?:png|jpeg);base64,))/i, REFERENCE],
];
/** Of CSS, in attributes and style sheets. An escape could hide any of the others. */
const FORBIDDEN_CSS: readonly (readonly [RegExp, string])[] = [
  [/url\(\s*(?!["']?\s*#)/i, REFERENCE],
  [/@import|image-set\(|@font-face/i, REFERENCE],
  [/\\/, 'an escape in its styles'],
];

/**
 * Reports, at its place, the first thing of an SVG that would reach outside of it or could not be drawn; or else all
 * that would not look as in a browser, each kind once.
 */
export function checkSvg(source: Source, problems: Problems): boolean {
  const fault =
    unclosedMarkup(source.text) ?? forbidden(source.text) ?? structureFault(source.text);
  if (fault) {
    const { code = 'bad-image', offset, message, hint = PLAIN } = fault;
    problems.error(code, source.span(offset), message, hint);
    return false;
  }
  const unsupported = unsupportedIn(source.text);
  for (const { offset, what } of unsupported) {
    const message = `the image uses ${what}, which would not be printed as browsers show it`;
    problems.error('bad-image', source.span(offset), message, SIMPLER);
  }
  return unsupported.length === 0;
}

const PLAIN = 'export it as a plain SVG with everything embedded';
const SIMPLER =
  'export it with attributes instead of styles ("SVG 1.1"), or as PNG with 600 dots to the inch';

function forbidden(text: string): SvgFault | undefined {
  const found = firstForbidden(text);
  if (!found) return undefined;
  const { offset, what } = found;
  const hint =
    what === ENTITIES ? 'in Illustrator, save it without its editing capabilities' : PLAIN;
  return { offset, message: `the image holds ${what}`, hint };
}

/** What drawing programs note for themselves, paths with backslashes among it; nobody else reads it. */
const EDITOR_NOTES = /\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')/g;

function firstForbidden(text: string): { offset: number; what: string } | undefined {
  let end = 0;
  for (const { index, 0: markup } of text.matchAll(MARKUP)) {
    const before = inCss(text.slice(end, index));
    if (before) return { offset: end, what: before };
    const what = inMarkup(markup);
    if (what) return { offset: index, what };
    end = index + markup.length;
  }
  return undefined;
}

function inMarkup(markup: string): string | undefined {
  if (markup.startsWith('<!--')) return undefined;
  const plain = decodeReferences(markup.replace(EDITOR_NOTES, ''));
  return FORBIDDEN.find(([pattern]) => pattern.test(plain))?.[1] ?? inCss(plain);
}

function inCss(text: string): string | undefined {
  const plain = decodeReferences(text).replace(/\/\*[\s\S]*?\*\//g, '');
  return FORBIDDEN_CSS.find(([pattern]) => pattern.test(plain))?.[1];
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Character references (XML 1.0, 4.1) could spell any of the forbidden words. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
