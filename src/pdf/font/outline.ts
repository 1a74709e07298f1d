/** Outlines of glyphs as HarfBuzz draws them: of any kind of font, at the face's place on its axes. */
import type { Face } from './face.ts';
import { callback, type HarfBuzz, harfbuzz } from './wasm.ts';

/** A step of a path, absolute font units: `M x y`, `L x y` or the cubic `C x1 y1 x2 y2 x y`. Contours close by themselves. */
export interface PathStep {
  readonly kind: 'M' | 'L' | 'C';
  readonly points: readonly number[];
}

/** The outline of one glyph; empty for a space. */
export function outlineOf(face: Face, gid: number): readonly PathStep[] {
  pen ??= new Pen(harfbuzz());
  return pen.draw(face.pointer, gid);
}

let pen: Pen | undefined;

/** Arguments that HarfBuzz passes before the coordinates: functions, data, state; after them, user data. */
const BEFORE = 3;

/** Takes down what HarfBuzz draws. Its functions are made once: the function table only grows. */
class Pen {
  readonly #hb: HarfBuzz;
  readonly #functions: number;
  #steps: PathStep[] = [];

  constructor(hb: HarfBuzz) {
    this.#hb = hb;
    this.#functions = hb.hb_draw_funcs_create();
    const on = (coordinates: number, call: (points: number[]) => void): number =>
      callback(hb, `iii${'f'.repeat(coordinates)}i`, (...args) =>
        call(args.slice(BEFORE, BEFORE + coordinates)),
      );
    const step = (kind: PathStep['kind']) => (points: number[]) => {
      this.#steps.push({ kind, points });
    };
    hb.hb_draw_funcs_set_move_to_func(this.#functions, on(2, step('M')), 0, 0);
    hb.hb_draw_funcs_set_line_to_func(this.#functions, on(2, step('L')), 0, 0);
    hb.hb_draw_funcs_set_cubic_to_func(this.#functions, on(6, step('C')), 0, 0);
    const quadratic = on(4, (points) => this.#quadratic(points));
    hb.hb_draw_funcs_set_quadratic_to_func(this.#functions, quadratic, 0, 0);
  }

  draw(font: number, gid: number): readonly PathStep[] {
    this.#steps = [];
    this.#hb.hb_font_draw_glyph(font, gid, this.#functions, 0);
    return this.#steps;
  }

  /** A quadratic curve as the cubic one of the same shape. */
  #quadratic([cx = 0, cy = 0, x = 0, y = 0]: number[]): void {
    const [fromX = 0, fromY = 0] = this.#steps.at(-1)?.points.slice(-2) ?? [];
    const points = [
      fromX + (2 / 3) * (cx - fromX),
      fromY + (2 / 3) * (cy - fromY),
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
    ];
    this.#steps.push({ kind: 'C', points: [...points, x, y] });
  }
}
