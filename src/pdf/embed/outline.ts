/** Outlines of glyphs as HarfBuzz draws them: of any kind of font, at the face's place on its axes. */

import type { Face } from '../../font/face.ts';
import { addCallbacks, type HarfBuzz, harfbuzz } from '../../font/wasm.ts';
import { type Cubic, fewerCubics, type Point, type Quadratic } from './cubics.ts';

/** A line to a point, or a cubic curve: its two control points and its end. */
export type Segment = readonly [end: Point] | Cubic;

/** A closed path, font units. The line back to its start, if there is one, is not among its segments. */
export interface Contour {
  readonly start: Point;
  readonly segments: readonly Segment[];
}

/** How far a curve may be from the one in the font file, in em: less than the dot of a press. */
const TOLERANCE = 0.001;

/** The outline of one glyph; empty for a space. */
export function outlineOf(face: Face, gid: number): readonly Contour[] {
  pen ??= new Pen(harfbuzz());
  return pen.draw(face.pointer, gid).map((path) => contourOf(path, TOLERANCE * face.unitsPerEm));
}

/** What HarfBuzz draws from one point on; a step of two points is a quadratic curve. */
interface Path {
  readonly start: Point;
  readonly steps: (Segment | Quadratic)[];
}

function contourOf({ start, steps }: Path, tolerance: number): Contour {
  const segments: Segment[] = [];
  let from = start;
  for (let at = 0; at < steps.length; ) {
    const quadratics = quadraticsAt(steps, at);
    segments.push(
      ...(quadratics.length > 0
        ? fewerCubics(from, quadratics, tolerance)
        : [steps[at] as Segment]),
    );
    at += Math.max(1, quadratics.length);
    from = segments.at(-1)?.at(-1) ?? from;
  }
  const last = segments.at(-1);
  const closing = last?.length === 1 && last[0][0] === start[0] && last[0][1] === start[1];
  return { start, segments: closing ? segments.slice(0, -1) : segments };
}

function quadraticsAt(steps: Path['steps'], at: number): Quadratic[] {
  const quadratics: Quadratic[] = [];
  for (const step of steps.slice(at)) {
    if (step.length !== 2) break;
    quadratics.push(step);
  }
  return quadratics;
}

let pen: Pen | undefined;

/** Takes down what HarfBuzz draws. Its functions are made once: the function table only grows. */
class Pen {
  readonly #hb: HarfBuzz;
  readonly #functions: number;
  #paths: Path[] = [];
  #steps: Path['steps'] = [];

  constructor(hb: HarfBuzz) {
    this.#hb = hb;
    this.#functions = hb.hb_draw_funcs_create();
    // HarfBuzz passes functions, data and state before the coordinates, and user data after them.
    const [move = 0, line = 0, quadratic = 0, cubic = 0] = addCallbacks(hb, [
      [
        'iiiffi',
        (_f, _d, _s, x = 0, y = 0) => {
          this.#steps = [];
          this.#paths.push({ start: [x, y], steps: this.#steps });
        },
      ],
      ['iiiffi', (_f, _d, _s, x = 0, y = 0) => this.#add([[x, y]])],
      [
        'iiiffffi',
        (_f, _d, _s, cx = 0, cy = 0, x = 0, y = 0) =>
          this.#add([
            [cx, cy],
            [x, y],
          ]),
      ],
      [
        'iiiffffffi',
        (_f, _d, _s, ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0) =>
          this.#add([
            [ax, ay],
            [bx, by],
            [x, y],
          ]),
      ],
    ]);
    hb.hb_draw_funcs_set_move_to_func(this.#functions, move, 0, 0);
    hb.hb_draw_funcs_set_line_to_func(this.#functions, line, 0, 0);
    hb.hb_draw_funcs_set_quadratic_to_func(this.#functions, quadratic, 0, 0);
    hb.hb_draw_funcs_set_cubic_to_func(this.#functions, cubic, 0, 0);
  }

  #add(step: Segment | Quadratic): void {
    this.#steps.push(step);
  }

  draw(font: number, gid: number): readonly Path[] {
    this.#paths = [];
    this.#hb.hb_font_draw_glyph(font, gid, this.#functions, 0);
    return this.#paths;
  }
}
