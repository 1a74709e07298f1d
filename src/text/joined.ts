/**
 * Words whose letters join across a border of styles: a word of Arabic part of which is bold or a link. Where both
 * sides have one face, they are shaped as one and parted by clusters; else each is shaped beside the letters of the other.
 */
import type { Glyph } from '../font/buffer.ts';
import type { ShapedRun } from '../font/face.ts';
import { visible } from './controls.ts';
import type { TextItem } from './itemize.ts';
import type { Paragraph } from './levels.ts';

/** An item with its glyphs; one of a word of several styles is `parted`, and cannot be shaped on its own. */
export interface ShapedItem {
  readonly item: TextItem;
  readonly shaped: ShapedRun;
  readonly parted: boolean;
}

/** Scripts whose letters join. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{M}\u0640\u200D]/u;
const MARK = /\p{M}/u;
const LAM = /ل\p{M}*$/u;
const ALEF = /[اأإآٱ]/u;
/** HarfBuzz looks at no more letters beside a run. */
const CONTEXT = 5;

/** Shapes items one by one, and those of one word together. */
export function shapeItems(paragraph: Paragraph, items: readonly TextItem[]): ShapedItem[] {
  const shaped: ShapedItem[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && goOn(paragraph, items[to - 1], items[to])) to += 1;
    if (to === from + 1)
      shaped.push(...items.slice(from, to).map((item) => alone(paragraph, item)));
    else shaped.push(...shapeWord(paragraph, items.slice(from, to)));
    from = to;
  }
  return shaped;
}

function alone(paragraph: Paragraph, item: TextItem): ShapedItem {
  return { item, shaped: shapeRun(paragraph, item, visibleText(paragraph, item)), parted: false };
}

/** @param beside the letters of the word before and after the text */
function shapeRun(
  { language }: Paragraph,
  { face, level, style }: TextItem,
  text: string,
  beside?: { readonly before: string; readonly after: string },
): ShapedRun {
  const options = { language: style.language ?? language, ...beside };
  return face.shape(text, level % 2 === 1 ? 'rtl' : 'ltr', options);
}

function visibleText({ text }: Paragraph, { start, end }: TextItem): string {
  return visible(text.slice(start, end));
}

/** Whether a word goes on from one item to the next. Most items end at a space or a break, which is seen at once. */
function goOn(
  { text }: Paragraph,
  before: TextItem | undefined,
  after: TextItem | undefined,
): boolean {
  if (!before || !after || before.breakAfter !== 'no' || before.level !== after.level) return false;
  if (before.level % 2 === 0) return false;
  return JOINING.test(text.charAt(before.end - 1)) && JOINING.test(text.charAt(after.start));
}

/** An item with its part of the word. */
interface Part {
  readonly item: TextItem;
  readonly text: string;
}

function shapeWord(paragraph: Paragraph, items: readonly TextItem[]): ShapedItem[] {
  const parts = items.map((item) => ({ item, text: visibleText(paragraph, item) }));
  const whole = keepTogether(parts);
  const word = whole.map(({ text }) => text).join('');
  const shaped: ShapedItem[] = [];
  let at = 0;
  for (const run of inOneFace(whole)) {
    const [first] = run;
    const text = run.map((part) => part.text).join('');
    const before = word.slice(Math.max(0, at - CONTEXT), at);
    const after = word.slice(at + text.length, at + text.length + CONTEXT);
    if (first) shaped.push(...part(run, shapeRun(paragraph, first.item, text, { before, after })));
    at += text.length;
  }
  return shaped;
}

/** The parts with each mark in that of its letter, and lam and alef, which have one glyph, in that of the lam. */
function keepTogether(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const before = kept.at(-1);
    const count = before ? sharedLength(before, part) : 0;
    if (before && count > 0) kept[kept.length - 1] = moved(before, part, count);
    if (count < part.text.length) kept.push(without(part, count));
  }
  return kept;
}

/** How many units of `after` belong to the last letter of `before`. */
function sharedLength({ item, text }: Part, after: Part): number {
  const isOneGlyph = LAM.test(text) && ALEF.test(after.text.charAt(0));
  let count = isOneGlyph ? 1 : 0;
  while (MARK.test(after.text.charAt(count))) count += 1;
  const known = [...after.text.slice(0, count)].every((char) =>
    item.face.has(char.codePointAt(0) ?? 0),
  );
  return known ? count : 0;
}

/** `before` with the first letters of `after`; with all of them it ends as that does. */
function moved({ item, text }: Part, after: Part, count: number): Part {
  const end = item.end + count;
  const { breakAfter } = count === after.text.length ? after.item : item;
  return { item: { ...item, end, breakAfter }, text: text + after.text.slice(0, count) };
}

function without({ item, text }: Part, count: number): Part {
  return count === 0
    ? { item, text }
    : { item: { ...item, start: item.start + count }, text: text.slice(count) };
}

function inOneFace(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.[0] && isLike(run[0].item, part.item)) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isLike(a: TextItem, b: TextItem): boolean {
  return (
    a.face === b.face &&
    a.style.superscript === b.style.superscript &&
    a.style.language === b.style.language
  );
}

/** A run of several items as a run each; a glyph of letters of two items belongs to the first. */
function part(parts: readonly Part[], run: ShapedRun): ShapedItem[] {
  const starts = new Set(run.glyphs.map(({ cluster }) => cluster));
  const cut: ShapedItem[] = [];
  let from = 0;
  let border = 0;
  for (const [index, { item, text }] of parts.entries()) {
    border += text.length;
    let to = Math.max(from, border);
    while (to < run.text.length && !starts.has(to)) to += 1;
    if (index === parts.length - 1) to = run.text.length;
    if (to === from) {
      cut.splice(-1, 1, ...cut.slice(-1).map((last) => endAs(last, item)));
      continue;
    }
    const start = item.start + (from - (border - text.length));
    const own = { ...item, start, end: item.end + (to - border) };
    cut.push({ item: own, shaped: slice(run, from, to), parted: true });
    from = to;
  }
  return cut;
}

/** What has taken all letters of the item after it. */
function endAs(last: ShapedItem, { breakAfter }: TextItem): ShapedItem {
  return { ...last, item: { ...last.item, breakAfter } };
}

function slice({ text, direction, glyphs }: ShapedRun, from: number, to: number): ShapedRun {
  const own = glyphs
    .filter(({ cluster }) => cluster >= from && cluster < to)
    .map((glyph): Glyph => ({ ...glyph, cluster: glyph.cluster - from }));
  const advance = own.reduce((sum, glyph) => sum + glyph.advance, 0);
  return { text: text.slice(from, to), direction, glyphs: own, advance };
}
