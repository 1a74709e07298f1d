/** Clipping paths and masks that are rectangles with upright edges: a frame cuts the same. */
import type { Attributes } from '../../data/pictures/svg-size.ts';

/** Left, top, right and bottom. */
type Box = readonly [left: number, top: number, right: number, bottom: number];

const CUT = /<(clipPath|mask)\b([^<>]*)>\s*<path\b([^<>]*)\/>\s*<\/\1>/g;
const NUMBER = '(-?[\\d.e-]+)';
const POINT = `${NUMBER} ${NUMBER}`;
const FOUR_CORNERS = new RegExp(
  `^M ${POINT} L ${POINT} L ${POINT} L ${POINT}(?: L (?:-?[\\d.e-]+ ?){2})? ?Z$`,
);
const UPRIGHT = new RegExp(`^matrix\\(${NUMBER} 0 0 ${POINT} ${NUMBER}\\)$`);

/** Attributes of a nested `svg` by the id of what cuts, of those that drawings of resvg have. */
export function framesOf(simple: string): Map<string, Attributes> {
  const frames = new Map<string, Attributes>();
  for (const [, name = '', own = '', path = ''] of simple.matchAll(CUT)) {
    const attributes = attributesOf(own);
    const box = boxOf(attributesOf(path));
    const region = name === 'mask' ? maskRegion(attributes, attributesOf(path)) : WHOLE;
    if (attributes.transform || attributes.clipPathUnits || attributes['clip-path']) continue;
    if (attributes.id !== undefined && box && region) {
      frames.set(attributes.id, frameOf(overlap(box, region)));
    }
  }
  return frames;
}

const WHOLE: Box = [-Infinity, -Infinity, Infinity, Infinity];

function attributesOf(tag: string): Attributes {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

/** Four corners, moved and scaled, but not turned. */
function boxOf({ d = '', transform, 'clip-path': cut }: Attributes): Box | undefined {
  const corners = FOUR_CORNERS.exec(d)?.slice(1).map(Number);
  const matrix =
    transform === undefined ? [1, 1, 0, 0] : UPRIGHT.exec(transform)?.slice(1).map(Number);
  if (!corners || !matrix || cut !== undefined) return undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = corners;
  const level = y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0;
  const upright = x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0;
  if (!level && !upright) return undefined;
  const [a = 1, d2 = 1, e = 0, f = 0] = matrix;
  const [xs, ys] = [
    [a * x0 + e, a * x2 + e],
    [d2 * y0 + f, d2 * y2 + f],
  ] as const;
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Where a mask of one white area, as Figma makes for every frame, lets through. */
function maskRegion(mask: Attributes, path: Attributes): Box | undefined {
  const white = path.fill === '#ffffff' && path.stroke === 'none' && !path['fill-opacity'];
  if (!white || mask.mask || mask.maskUnits !== 'userSpaceOnUse') return undefined;
  if (mask.maskContentUnits) return undefined;
  const [x, y, width, height] = [mask.x, mask.y, mask.width, mask.height].map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return undefined;
  }
  return [x, y, x + width, y + height];
}

function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function frameOf([left, top, right, bottom]: Box): Attributes {
  const [x, y] = [String(left), String(top)];
  const width = String(Math.max(0, right - left));
  const height = String(Math.max(0, bottom - top));
  return { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` };
}
