/** A smallest PDF: lines of text, each cut into runs by its levels, drawn as the renderer draws them. */
import PDFDocument from 'pdfkit';
import type { Face, ShapedRun } from '../../src/font/face.ts';
import type { Direction } from '../../src/model.ts';
import { EmbeddedFont } from '../../src/pdf/embed/embed.ts';
import type { RunContext } from '../../src/pdf/embed/marks.ts';
import { bidi } from '../../src/text/bidi.ts';

const SIZE = 12;
const LEADING = 24;
const TOP = 800;
const RIGHT = 560;
const LEFT = 40;
const COLUMN = 90;

export interface TestPdfOptions {
  readonly direction: Direction;
  /** Room that each space gets beyond its own, points: justification. */
  readonly stretch?: number;
  /** From line to line, points; with none, each line stands left of the one before. */
  readonly leading?: number;
}

interface Run {
  readonly start: number;
  readonly level: number;
  readonly pieces: readonly ShapedRun[];
}

/** One page with a line of text each, up to 30. */
export async function pdfOf(
  lines: readonly string[],
  face: Face,
  options: TestPdfOptions,
): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  const font = new EmbeddedFont(face, 'F1');
  document.page.fonts.F1 = font.reference(document);
  document.addContent('1 0 0 -1 0 841.89 cm');
  const { leading = LEADING } = options;
  for (const [index, line] of lines.entries()) {
    const right = leading === 0 ? RIGHT - COLUMN * index : RIGHT;
    document.addContent(drawLine(line, font, [right, TOP - leading * index], options));
  }
  font.write(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawLine(
  line: string,
  font: EmbeddedFont,
  [right, y]: readonly [number, number],
  options: TestPdfOptions,
): string {
  const runs = runsOf(line, font.face, options.direction);
  const mixed = options.direction === 'rtl' || runs.some((run) => run.level % 2 === 1);
  const drawn = runs.map((run, index) => {
    const continued = index > 0 && ((runs[index - 1]?.level ?? 0) - run.level) % 2 === 0;
    const context = { mixed, continued, last: index === runs.length - 1 };
    return { run, ...showRun(run, font, context, options.stretch ?? 0) };
  });
  const total = drawn.reduce((sum, { width }) => sum + width, 0);
  let x = options.direction === 'rtl' ? right - total : LEFT;
  const places = new Map<Run, number>();
  for (const { run, width } of reorder(drawn, ({ run }) => run.level)) {
    places.set(run, x);
    x += width;
  }
  return drawn
    .map(
      ({ run, show }) =>
        `BT /F1 ${SIZE} Tf 1 0 0 1 ${places.get(run)?.toFixed(3)} ${y} Tm ${show} ET`,
    )
    .join('\n');
}

/** Words and spaces of one level, from left to right. */
function runsOf(line: string, face: Face, direction: Direction): Run[] {
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  const runs: Run[] = [];
  for (let start = 0, end = 1; end <= line.length; end += 1) {
    const level = levels[start] ?? 0;
    if (end < line.length && levels[end] === level) continue;
    const words = line.slice(start, end).split(/(?<= )|(?= )/);
    const inside = level % 2 === 1 ? 'rtl' : 'ltr';
    const pieces = words.map((word) => face.shape(word, inside, { language: 'ar' }));
    runs.push({ start, level, pieces: inside === 'rtl' ? pieces.reverse() : pieces });
    start = end;
  }
  return runs;
}

function showRun(
  run: Run,
  font: EmbeddedFont,
  context: RunContext,
  stretch: number,
): { show: string; width: number } {
  const pieces = run.pieces.map((shaped) => ({
    shaped,
    extra: shaped.text === ' ' ? (1000 * stretch) / SIZE : 0,
  }));
  let show = '';
  let width = 0;
  let position = 0;
  for (const [index, codes] of font.encodeRun(pieces, context).entries()) {
    for (const code of codes) {
      if (Math.abs(position - width) > 0.01) show += ` ${(position - width).toFixed(2)} `;
      show += `<${code.cid.toString(16).padStart(4, '0')}>`;
      position = width + code.width;
      width += code.advance;
    }
    const drawn = codes.reduce((sum, code) => sum + code.advance, 0);
    const { shaped, extra } = pieces[index] as (typeof pieces)[number];
    width += (shaped.advance * 1000) / font.face.unitsPerEm + extra - drawn;
  }
  return { show: `[${show}] TJ`, width: (width * SIZE) / 1000 };
}

/** UAX #9, rule L2. */
function reorder<T>(items: readonly T[], levelOf: (item: T) => number): T[] {
  const order = [...items];
  for (let level = Math.max(...order.map(levelOf)); level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while (end < order.length && levelOf(order[end] as T) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return order;
}
