/** Drawings that need no preparation. */

const NUMBER = /^\s*-?[\d.]+\s*$/;
const COLOUR = /^(?:none|black|white|#[\da-fA-F]{3}|#[\da-fA-F]{6})$/;
const ANY = /^[^&]*$/;

/** Attributes of a plain drawing with their values; no style, no unit, no reference. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  ...Object.fromEntries(['id', 'viewBox', 'd', 'points', 'transform'].map((name) => [name, ANY])),
  ...Object.fromEntries(
    [
      'x',
      'y',
      'cx',
      'cy',
      'r',
      'rx',
      'ry',
      'x1',
      'y1',
      'x2',
      'y2',
      'width',
      'height',
      'stroke-width',
    ].map((name) => [name, NUMBER]),
  ),
  fill: COLOUR,
  stroke: COLOUR,
  'fill-rule': /^(?:nonzero|evenodd)$/,
  'stroke-linecap': /^(?:butt|round|square)$/,
  'stroke-linejoin': /^(?:miter|round|bevel)$/,
};

const TAG =
  /<(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|title|desc)\b((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*["']([^"']*)["']/g;
const OTHER_MARKUP = /<!--[\s\S]*?-->|^\ufeff?\s*<\?xml [^>]*\?>|<\/\w+\s*>/g;

/** Whether pdfmake draws an SVG as it is like a browser: shapes in plain colours, and nothing else. */
export function isPlain(svg: string): boolean {
  const tags = [...svg.replace(OTHER_MARKUP, '').matchAll(TAG)];
  const rest = svg.replace(OTHER_MARKUP, '').replace(TAG, '');
  const root = tags[0]?.[1] ?? '';
  const attributes = tags.flatMap(([, inside = '']) => [...inside.matchAll(ATTRIBUTE)]);
  return (
    !rest.includes('<') &&
    root.includes('xmlns') &&
    /\bwidth\s*=/.test(root) === /\bheight\s*=/.test(root) &&
    tags.filter(([whole]) => whole.startsWith('<svg')).length === 1 &&
    attributes.every(([, name = '', value = '']) => ATTRIBUTES[name]?.test(value))
  );
}
