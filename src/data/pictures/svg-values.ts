/** Properties and attributes of an SVG: which of their values are drawn as browsers draw them. */
import { isColour } from './svg-colours.ts';
import { isLength } from './svg-size.ts';

/** Whether a value is drawn. */
type Drawn = (value: string) => boolean;

const matches =
  (pattern: RegExp): Drawn =>
  (value) =>
    pattern.test(value);

const REFERENCE = String.raw`url\(\s*["']?#[^"'()]+["']?\s*\)`;
const REFERENCE_OR_NONE = matches(new RegExp(`^(?:none|${REFERENCE})$`));
const FUNCTIONS =
  'blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia';
const FILTERS = matches(
  new RegExp(
    String.raw`^(?:none|(?:(?:${REFERENCE}|(?:${FUNCTIONS})\((?:[^()]|\([^()]*\))*\))\s*)+)$`,
  ),
);
const BLENDING = matches(
  /^(?:normal|multiply|screen|overlay|darken|lighten|color-dodge|color-burn|hard-light|soft-light|difference|exclusion|hue|saturation|color|luminosity)$/,
);
/** Movements without units; a browser takes those of attributes only so (SVG 2, 8.5). */
const MATRIX = matches(/^(?:none|(?:(?:matrix|scale)\([-+\d\s.,e]*\)\s*)+)$/i);

const colour: Drawn = (value) => isColour(value) || /^currentcolor$/i.test(value);

const paint: Drawn = (value) => {
  const [, reference, other = ''] = new RegExp(`^(${REFERENCE})?\\s*(.*)$`).exec(value) ?? [];
  return other === 'none' || colour(other) || (reference !== undefined && other === '');
};

const lengths: Drawn = (value) => value === 'none' || value.split(/[\s,]+/).every(isLength);

const all = (drawn: Drawn, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, drawn]));

/** What is drawn, with the values that are; where any value is, by `isSimple` alone. */
const PROPERTIES: Readonly<Record<string, Drawn>> = {
  ...all(paint, 'fill', 'stroke'),
  ...all(colour, 'color', 'stop-color', 'flood-color', 'lighting-color'),
  ...all(REFERENCE_OR_NONE, 'clip-path', 'mask', 'marker-start', 'marker-mid', 'marker-end'),
  ...all(lengths, 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset'),
  ...all(() => true, 'opacity', 'fill-opacity', 'stroke-opacity', 'stop-opacity', 'flood-opacity'),
  ...all(() => true, 'fill-rule', 'clip-rule', 'stroke-linecap', 'stroke-linejoin', 'paint-order'),
  ...all(() => true, 'stroke-miterlimit', 'display', 'visibility', 'overflow', 'isolation'),
  ...all(() => true, 'color-interpolation-filters', 'font-size'),
  'mask-type': matches(/^(?:alpha|luminance)$/),
  filter: FILTERS,
  'mix-blend-mode': BLENDING,
  transform: MATRIX,
  // From here on, what is not drawn, with the values that change nothing.
  marker: matches(/^none$/),
  'vector-effect': matches(/^none$/),
  'transform-origin': matches(/^0(?:px|%)?(?:\s+0(?:px|%)?)*$/),
  'transform-box': matches(/^view-box$/),
  'color-interpolation': matches(/^(?:auto|sRGB)$/i),
  clip: matches(/^auto$/),
  all: () => false,
  'content-visibility': matches(/^(?:auto|visible)$/),
  ...all(matches(/^(?:auto|none)$/), 'translate', 'rotate', 'scale', 'offset-path', 'offset'),
  ...all(matches(/^none$/), 'backdrop-filter', 'animation', 'animation-name', 'perspective'),
  ...all(matches(/^none$/), 'mask-image', 'mask-border', 'mask-border-source'),
  ...all(matches(/^none$/), '-webkit-mask', '-webkit-mask-image', '-webkit-clip-path'),
  ...all(matches(/^none$/), '-webkit-filter', '-webkit-transform', '-webkit-animation'),
  zoom: matches(/^(?:1|100%|normal)$/),
};

/** Places and sizes, which a style sheet may give as attributes do (SVG 2, 8.10). */
const GEOMETRY = ['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'd'];
/** What the box of the first element has, and nothing else. */
const BOX = ['background', 'background-color', 'background-image', 'border', 'padding', 'outline'];
const PAPER = /^(?:none|transparent|0(?:px)?|white|#fff(?:fff)?)$/i;

/** Attributes that are lengths. */
const LENGTHS = [
  ...['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2', 'fx', 'fy'],
  ...['width', 'height'],
];
/** Properties that are no attributes of their own (SVG 2, 6.6). */
const STYLE_ONLY =
  /^(?:all|zoom|marker|perspective|translate|rotate|scale|offset|animation|transform$|-webkit-|content-|backdrop-|offset-|animation-|mask-(?:image|border)|transform-box|mix-|isolation)/;

/** Keywords and functions that depend on what else is there. */
const isSimple: Drawn = (value) =>
  !/^(?:initial|unset|revert|revert-layer)$|!|\b(?:var|calc|min|max|clamp|env|attr|light-dark)\(/i.test(
    value,
  );

/** Where a declaration stands. */
export type Place = 'root' | 'element' | 'sheet';

/** Whether a declaration draws what it draws in a browser. */
export function isDrawnDeclaration(property: string, value: string, place: Place): boolean {
  // The size of the image is found elsewhere.
  if (place === 'root' && (property === 'width' || property === 'height')) return true;
  if (GEOMETRY.includes(property)) return /^(?:auto|none)$/.test(value);
  if (BOX.includes(property)) return place === 'element' || PAPER.test(value);
  if (place !== 'element' && property === 'transform') return value === 'none';
  if (place === 'sheet' && property === 'mask-type') return value === 'luminance';
  const drawn = PROPERTIES[property];
  if (drawn) return value === 'inherit' || (isSimple(value) && drawn(value));
  // Others, such as those of fonts, draw nothing in either; but CSS would read them whatever their case.
  return PROPERTIES[property.toLowerCase()] === undefined && value !== '';
}

/** Whether an attribute draws what it draws in a browser. */
export function isDrawnAttribute(name: string, value: string): boolean {
  if (LENGTHS.includes(name)) return isLength(value) || value === '';
  const drawn = PROPERTIES[name];
  if (!drawn || STYLE_ONLY.test(name)) return true;
  return value === 'inherit' || value === '' || (isSimple(value) && drawn(value));
}
