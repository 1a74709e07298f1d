/** What the embedded program draws, beside what MuPDF draws from the font file itself. */
import * as mupdf from 'mupdf';
import { describe, expect, it, test } from 'vitest';
import { type Face, loadFace } from '../../src/font/face.ts';
import type { Direction } from '../../src/model.ts';
import { fewerCubics, type Point, type Quadratic } from '../../src/pdf/embed/cubics.ts';
import { outlineOf } from '../../src/pdf/embed/outline.ts';
import { pdfOf } from './pdf.ts';
import { amiri, CFF_FONT, fileOf, tinos, VOCALISED } from './samples.ts';

/** Where tests/font/pdf.ts draws the first line, points from the lower left corner. */
const BASELINE = 800;
const LEFT = 40;
const RIGHT = 560;
const SIZE = 12;
/** Pixels a point: an em is 300 pixels high. */
const SCALE = 25;
/** What is looked at of the page: its first line, at its start. Points. */
const TOP = 22;
const BOTTOM = 58;
const WIDTH = 130;

type Pixels = Uint8ClampedArray;

function fromPdf(pdf: Buffer, direction: Direction): Pixels {
  const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0);
  return draw(direction, (device, matrix) => page.run(device, matrix));
}

/** @param scale size of the glyphs, by which a control is made that has to be told from the PDF */
function fromFontFile(face: Face, word: string, direction: Direction, scale = 1): Pixels {
  const font = new mupdf.Font(face.info.postscriptName, fileOf(face));
  const text = new mupdf.Text();
  const shaped = face.shape(word, direction);
  const em = (SIZE * scale) / face.unitsPerEm;
  let pen = direction === 'rtl' ? RIGHT - shaped.advance * em : LEFT;
  for (const { gid, dx, dy, advance } of shaped.glyphs) {
    const place: mupdf.Matrix = [
      SIZE * scale,
      0,
      0,
      SIZE * scale,
      pen + dx * em,
      BASELINE + dy * em,
    ];
    text.showGlyph(font, place, gid, 0x20);
    pen += advance * em;
  }
  const upright: mupdf.Matrix = [1, 0, 0, -1, 0, 841.89];
  return draw(direction, (device, matrix) =>
    device.fillText(
      text,
      mupdf.Matrix.concat(upright, matrix),
      mupdf.ColorSpace.DeviceGray,
      [0],
      1,
    ),
  );
}

function draw(
  direction: Direction,
  run: (device: mupdf.DrawDevice, matrix: mupdf.Matrix) => void,
): Pixels {
  const left = direction === 'rtl' ? RIGHT + LEFT / 4 - WIDTH : LEFT / 2;
  const box = [left, TOP, left + WIDTH, BOTTOM].map((edge) => edge * SCALE) as mupdf.Rect;
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, box, false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap);
  run(device, mupdf.Matrix.scale(SCALE, SCALE));
  device.close();
  return pixmap.getPixels().slice();
}

/** Share of the ink of either picture that is missing from the other. */
function difference(a: Pixels, b: Pixels): number {
  let apart = 0;
  let ink = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 255;
    apart += Math.abs(value - other);
    ink += 255 - Math.min(value, other);
  }
  return apart / ink;
}

describe.each<[string, Face, Direction, readonly string[]]>([
  ['Amiri', amiri(), 'rtl', ['المعلومات', 'لمجتمع', VOCALISED[1], VOCALISED[6]]],
  ['Amiri Bold Italic', amiri('BoldItalic'), 'rtl', ['القمة', 'الأطراف']],
  ['Tinos', tinos(), 'ltr', ['Geneva', 'São', '2026&@']],
  ['Lobster, in CFF', loadFace(CFF_FONT, 'Lobster'), 'ltr', ['Information', 'Society']],
])('%s', (_name, face, direction, words) => {
  it.each(words)('draws %s as the font file has it', async (word) => {
    const drawn = fromPdf(await pdfOf([word], face, { direction }), direction);
    const source = fromFontFile(face, word, direction);
    expect(difference(drawn, source)).toBeLessThan(0.03);
    // Four thousandths larger is another picture.
    expect(difference(drawn, fromFontFile(face, word, direction, 1.004))).toBeGreaterThan(0.05);
  });
});

const start: Point = [0, 0];

test('a bow cut into quadratic curves is one cubic curve again', () => {
  // The curve 0,0 0,300 200,500 500,500 at thirds of its parameter, each part as the quadratic curve of its tangents.
  const bow: Quadratic[] = [
    [
      [0, 148.48],
      [62.96, 262.96],
    ],
    [
      [124.73, 375.27],
      [237.04, 437.04],
    ],
    [
      [351.52, 500],
      [500, 500],
    ],
  ];
  const [curve, ...others] = fewerCubics(start, bow, 4);
  expect(others).toEqual([]);
  expect(curve?.[2]).toEqual([500, 500]);
  for (const [point, [x, y]] of [
    [curve?.[0], [0, 300]],
    [curve?.[1], [200, 500]],
  ] as const) {
    expect(Math.abs((point?.[0] ?? 0) - x)).toBeLessThan(5);
    expect(Math.abs((point?.[1] ?? 0) - y)).toBeLessThan(5);
  }
});

test('a corner between two curves stays', () => {
  const corner: Quadratic[] = [
    [
      [0, 100],
      [100, 100],
    ],
    [
      [100, 0],
      [200, 0],
    ],
  ];
  expect(fewerCubics(start, corner, 1.5)).toHaveLength(2);
  const turn: Quadratic[] = [
    [
      [0, 100],
      [100, 100],
    ],
    [
      [0, 100],
      [0, 200],
    ],
  ];
  expect(fewerCubics(start, turn, 1.5)).toHaveLength(2);
});

test('a curve that goes nowhere is no reason to stop', () => {
  const still: Quadratic[] = [
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 100],
      [100, 100],
    ],
  ];
  expect(fewerCubics(start, still, 1.5).at(-1)?.[2]).toEqual([100, 100]);
});

test('the curves of a TrueType outline become fewer', () => {
  const face = amiri();
  const gid = face.shape('س', 'rtl').glyphs[0]?.gid ?? 0;
  const curves = outlineOf(face, gid).flatMap(({ segments }) => segments);
  expect(curves.length).toBeGreaterThan(10);
  expect(curves.every(({ length }) => length === 1 || length === 3)).toBe(true);
});
