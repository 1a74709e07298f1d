/** The conformance runs must be able to fail, and a value from data must not reorder what surrounds it. */
import { expect, test } from 'vitest';
import { bidi } from '../../src/text/bidi.ts';
import { visualOrder } from '../../src/text/order.ts';
import { buildParagraph } from '../support/paragraph.ts';
import { type BidiCase, readBidiCharacterTest } from './cases.ts';
import { checkSecondLine, checkWholeLine, orderByIntervals, type Reorder } from './ordering.ts';

const CASES = [...readBidiCharacterTest()];
/** Every fifth case is enough for what is not the conformance itself. */
const SOME = CASES.filter((_, index) => index % 5 === 0);

/** Reverses only what stands at odd levels exactly: right for two levels, wrong for three. */
const withoutHigherLevels: Reorder = (items) => {
  const order: (typeof items)[number][] = [];
  for (let i = 0; i < items.length; ) {
    const level = items[i]?.level ?? 0;
    let end = i;
    while (end < items.length && items[end]?.level === level) end += 1;
    const run = items.slice(i, end);
    order.push(...(level % 2 === 1 ? run.reverse() : run));
    i = end;
  }
  return order;
};

test.each([
  ['that leaves text as it is', (items) => [...items]],
  ['that reverses all', (items) => [...items].reverse()],
  ['that reverses runs where they stand', withoutHigherLevels],
] satisfies [string, Reorder][])('a rule L2 %s fails', (_, wrong) => {
  const failed = SOME.filter((sample) => checkWholeLine(sample, wrong) !== undefined);
  expect(failed.length).toBeGreaterThan(SOME.length / 10);
  expect(SOME.filter((sample) => checkWholeLine(sample, visualOrder) !== undefined)).toEqual([]);
});

test('levels that are wrong fail', () => {
  const shifted = SOME.map((sample) => ({
    ...sample,
    levels: sample.levels.map((level) => (level === undefined ? level : level + 2)),
  }));
  expect(shifted.filter((sample) => checkWholeLine(sample) === undefined)).toEqual([]);
  const visibleAtEnd = shifted.filter(({ levels }) => levels.at(-1) !== undefined);
  expect(visibleAtEnd.length).toBeGreaterThan(SOME.length / 2);
  expect(visibleAtEnd.filter((sample) => checkSecondLine(sample, 1) === undefined)).toEqual([]);
});

test('the second way to write rule L2 agrees with the file', () => {
  const differing = CASES.filter(
    ({ levels, order }) => orderByIntervals(levels, 0, levels.length).join() !== order.join(),
  );
  expect(differing).toEqual([]);
});

const AROUND = [
  ['rtl', 'عربي (', ') 14 WSIS'],
  ['rtl', 'WSIS 14', ' abc'],
  ['ltr', 'WSIS 14', '. عربي 15'],
] as const;

test.each(AROUND)(
  'in an isolate no text reorders its %s surroundings «%s…%s»',
  (base, left, right) => {
    const order = (value: string) => surroundings(base, left, value, right);
    const expected = order('x');
    const moved = SOME.filter(({ text }) => order(text) !== expected);
    expect(moved.map((sample: BidiCase) => sample.place).slice(0, 10)).toEqual([]);
  },
);

/** What surrounds the value, from left to right, the value itself shown as one `_`. */
function surroundings(base: 'ltr' | 'rtl', left: string, value: string, right: string): string {
  const { text, levels } = buildParagraph(
    [
      { type: 'text', text: left },
      { type: 'isolate', direction: base, children: [{ type: 'text', text: value }] },
      { type: 'text', text: right },
    ],
    base,
    'ar',
  );
  const items = [...levels].map((level, index) => ({ level, index }));
  const inside = (index: number) => index >= left.length && index < text.length - right.length;
  return visualOrder(items)
    .map(({ index }) => (inside(index) ? '_' : text.charAt(index)))
    .join('')
    .replace(/_+/g, '_');
}

test('bidi-js resolves by paragraph as rule P1 asks', () => {
  const { paragraphs } = bidi.getEmbeddingLevels('abc\u2029عربي\nabc', 'auto');
  expect(paragraphs.map(({ level }) => level)).toEqual([0, 1, 0]);
});
