/** How large an SVG says that it is (CSS Images 3, 5.2 and SVG 2, 8.12). */

/** Attributes of an element by name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** CSS pixels of a unit (CSS Values 3, 5.2 and 6.2); `em` with the font size that browsers begin with. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
};

const LENGTH = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)\s*$/i;

/** A length in CSS pixels; `auto` where it depends on where the image stands; undefined if it is none. */
export function pixelsOf(value: string | undefined): number | 'auto' | undefined {
  if (value === undefined || value.trim() === 'auto') return 'auto';
  const [, number = '', unit = ''] = LENGTH.exec(value) ?? [];
  if (unit === '%') return 'auto';
  const factor = UNITS[unit];
  return number === '' || factor === undefined ? undefined : Number(number) * factor;
}

/** Whether a length has a unit that is drawn as browsers draw it: `%` and those above. */
export function isLength(value: string): boolean {
  const [, , unit] = LENGTH.exec(value) ?? [];
  return unit === '%' || (unit !== undefined && unit in UNITS);
}

/**
 * Width and height in CSS pixels. What an edge does not say follows from the other and the viewBox; NaN where nothing
 * says it, or where it is no length. Styles say nothing: browsers, too, ask only the attributes how large an image is.
 */
export function svgSize(root: Attributes): { readonly width: number; readonly height: number } {
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = viewBoxOf(root) ?? [];
  const [width, height] = [root.width, root.height].map((edge) => pixelsOf(edge) ?? Number.NaN);
  if (typeof width === 'number') {
    return { width, height: typeof height === 'number' ? height : (width * boxHeight) / boxWidth };
  }
  if (typeof height === 'number') return { width: (height * boxWidth) / boxHeight, height };
  return { width: boxWidth, height: boxHeight };
}

/** Left, top, width and height, if there is a viewBox. */
export function viewBoxOf({ viewBox }: Attributes): number[] | undefined {
  return viewBox
    ?.trim()
    .split(/\s*,\s*|\s+/)
    .map(Number);
}
