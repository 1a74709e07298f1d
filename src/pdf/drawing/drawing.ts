/** SVG → what pdfmake draws as a browser does: lines and areas where that is possible, else a fine picture. */
import { svgSize } from '../../data/pictures/svg-size.ts';
import { BoundedCache } from '../../font/cache.ts';
import { isPlain } from './plain.ts';

/** An SVG of lines and areas, or a PNG. */
export type Drawing = { readonly svg: string } | { readonly png: Buffer };

/** Room for a drawing, points. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Dots to the inch: what offices print. */
const RESOLUTION = 600;
/** Pixels of an edge: filters take long. A logo as wide as the page still has 370 dots to the inch. */
const LONGEST_EDGE = 2500;

/** Logos and signatures of a few editions. */
const KEPT = 50;
const known = new BoundedCache<Promise<Drawing>>(KEPT);

/**
 * @param svg that was found without fault
 * @throws Error where it cannot be read
 */
export function drawingOf(svg: string, room: Room): Promise<Drawing> {
  if (isPlain(svg)) return Promise.resolve({ svg });
  const key = `${room.width} ${room.height} ${svg}`;
  const found = known.get(key) ?? draw(svg, room);
  known.set(key, found);
  return found;
}

async function draw(text: string, room: Room): Promise<Drawing> {
  // Large, and needed by few editions.
  const { prepared, rootOf } = await import('./prepare.ts');
  const { painted, simplified } = await import('./resvg.ts');
  const { asVectors } = await import('./vectors.ts');
  const source = prepared(text);
  const simple = await simplified(source);
  if (LARGE.test(simple)) throw new Error('a number in it is too large');
  const svg = asVectors(simple);
  if (svg !== undefined) return { svg };
  const { width, height } = svgSize(rootOf(text).attributes);
  const scale = (Math.min(room.width / width, room.height / height) * RESOLUTION) / 72;
  const most = LONGEST_EDGE * Math.min(1, width / height);
  const pixels = Math.max(1, Math.round(Math.min(scale * width, most)));
  return { png: await painted(source, withWholeTiles(simple, pixels, Math.round(most))) };
}

/** In a place or a movement, beyond what viewers of PDF take for certain. */
const LARGE = / (?:d|transform|x|y|width|height)="[^"]*(?<![.\d])\d{8}/;

const PATTERN =
  /<pattern\b[^>]* width="([^"]*)" height="([^"]*)"[^>]* patternUnits="userSpaceOnUse"/g;

/**
 * A width in pixels with which the tiles of patterns have whole pixels: resvg rounds them, and what is off adds up from
 * tile to tile.
 */
function withWholeTiles(simple: string, pixels: number, most: number): number {
  const box = / viewBox="\S+ \S+ (\S+) \S+"/.exec(simple)?.[1];
  const tiles = [...simple.matchAll(PATTERN)].flatMap(([, width, height]) => [width, height]);
  const edges = tiles.map((edge) => Number(edge) / Number(box));
  const error = (width: number) =>
    Math.max(...edges.map((edge) => Math.abs(Math.round(edge * width) / (edge * width) - 1)));
  let best = pixels;
  if (edges.length === 0) return best;
  for (let width = pixels; width <= Math.min(1.5 * pixels, most); width++) {
    if (error(width) < error(best)) best = width;
  }
  return best;
}
