/** Where columns, labels, bullets and signatories stand: mirrored in letters from right to left. */
import { describe, expect, test } from 'vitest';
import type { Direction, Letter, SignatoryBlock } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter, text } from './letter.ts';
import { linesOf, readPages } from './read-page.ts';
import type { Boxed } from './visual.ts';

/** Names of one word each, so that a word found is a column found. */
const NAMES = [
  'Alpha',
  'Bravo',
  'Charlie',
  'Delta',
  'Echo',
  'Foxtrot',
  'Golf',
  'Hotel',
  'India',
  'Juliet',
];
const PAGE = 595.28;
const MARGIN = 62.36;

interface Word extends Boxed {
  readonly line: number;
}

async function render(direction: Direction, parts: Partial<Letter>): Promise<Map<string, Word>> {
  const { pdf } = await renderLetter(bareLetter(direction, parts));
  const words = new Map<string, Word>();
  for (const [line, characters] of linesOf(readPages(pdf)[0]?.characters ?? []).entries()) {
    for (const word of latinWords(characters)) words.set(word.text, { ...word, line });
  }
  return words;
}

/** Neighbouring letters joined, from left to right. */
function latinWords(line: readonly Boxed[]): Boxed[] {
  const words: Boxed[] = [];
  for (const character of [...line].sort((a, b) => a.left - b.left)) {
    const last = words.at(-1);
    if (last && character.left - last.right < 1.5) {
      words[words.length - 1] = {
        ...last,
        text: last.text + character.text,
        right: character.right,
      };
    } else words.push(character);
  }
  return words;
}

const signatories = (count: number): SignatoryBlock[] =>
  NAMES.slice(0, count).map((name) => ({ name: text(name), lines: [text(`${name}Title`)] }));

const centre = ({ left, right }: Boxed): number => (left + right) / 2;

describe.each(['rtl', 'ltr'] as const)('%s', (direction) => {
  const rtl = direction === 'rtl';
  /** Distance from the edge at the reading side, points. */
  const fromStart = (x: number) => (rtl ? PAGE - x : x);

  test.each([
    [2, [2]],
    [3, [3]],
    [4, [4]],
    [5, [5]],
    [6, [3, 3]],
    [7, [4, 3]],
    [10, [5, 5]],
  ])('%i signatories stand in order of protocol from the reading side', async (count, rows) => {
    const words = await render(direction, { signatories: signatories(count) });
    const found = NAMES.slice(0, count).map((name) => words.get(name) as Word);
    const lines = [...new Set(found.map(({ line }) => line))];
    const byRow = lines.map((line) => found.filter((word) => word.line === line));
    expect(byRow.map((row) => row.length)).toEqual(rows);
    for (const row of byRow) {
      const places = row.map((word) => fromStart(centre(word)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expectCentred(byRow, rows[0] ?? 0);
  });

  /** Names stand in the middle of equal columns. */
  function expectCentred(byRow: readonly (readonly Word[])[], columns: number): void {
    const gap = 10;
    const step = (PAGE - 2 * MARGIN - gap * (columns - 1)) / columns + gap;
    for (const row of byRow) {
      for (const [index, word] of row.entries()) {
        const expected = MARGIN + step * index + (step - gap) / 2;
        expect(Math.abs(fromStart(centre(word)) - expected)).toBeLessThan(1);
      }
    }
  }

  test('a title stands under its name', async () => {
    const words = await render(direction, { signatories: signatories(4) });
    for (const name of NAMES.slice(0, 4)) {
      const [above, below] = [words.get(name) as Word, words.get(`${name}Title`) as Word];
      expect(Math.abs(centre(above) - centre(below))).toBeLessThan(0.5);
      expect(below.line).toBeGreaterThan(above.line);
    }
  });

  test('a single signatory stands at the reading side', async () => {
    const words = await render(direction, { signatories: signatories(1) });
    const { left, right } = words.get('Alpha') as Word;
    expect(fromStart(rtl ? right : left)).toBeCloseTo(MARGIN, 0);
  });

  test('a label stands before its value, values in one column', async () => {
    const rows = [
      { label: text('Ref'), lines: [text('Value')] },
      { label: text('Telephone'), lines: [text('Number')] },
    ];
    const words = await render(direction, { rows });
    const start = (word: string) => {
      const { left, right } = words.get(word) as Word;
      return fromStart(rtl ? right : left);
    };
    expect(start('Ref')).toBeCloseTo(MARGIN, 0);
    expect(start('Telephone')).toBeCloseTo(MARGIN, 0);
    expect(start('Value')).toBeCloseTo(start('Number'), 0);
    expect(start('Value')).toBeGreaterThan(start('Telephone') + 40);
    expect(words.get('Ref')?.line).toBe(words.get('Value')?.line);
  });

  test.each([
    ['a value', 'b', 'a'.repeat(200)],
    ['a label', 'b'.repeat(200), 'a'],
    ['both', 'b'.repeat(200), 'a'.repeat(200)],
  ])('%s too long for the column breaks within it', async (_, label, value) => {
    const rows = [{ label: text(label), lines: [text(value)] }];
    const { pdf } = await renderLetter(bareLetter(direction, { rows }));
    const drawn = readPages(pdf)[0]?.characters ?? [];
    const edges = (letter: string) =>
      drawn
        .filter((character) => character.text === letter)
        .flatMap(({ left, right }) => [fromStart(left), fromStart(right)]);
    expect(edges('a').length + edges('b').length).toBe(2 * (label.length + value.length));
    expect(Math.min(...edges('b'))).toBeGreaterThan(MARGIN - 1);
    expect(Math.max(...edges('b'))).toBeLessThan(Math.min(...edges('a')));
    expect(Math.max(...edges('a'))).toBeLessThan(PAGE - MARGIN + 1);
  });

  test('a bullet stands before its item, a nested one further in', async () => {
    const item = (word: string) => ({ type: 'paragraph' as const, children: text(word) });
    const inner = { type: 'list' as const, ordered: false, start: 1, items: [[item('Inner')]] };
    const list = { ...inner, items: [[item('Outer'), inner]] };
    const words = await render(direction, { body: [list] });
    const [outer, nested] = [words.get('Outer') as Word, words.get('Inner') as Word];
    const bullet = words.get('•') as Word;
    expect(bullet.line).toBe(outer.line);
    expect(fromStart(centre(bullet))).toBeLessThan(fromStart(centre(outer)));
    expect(fromStart(centre(outer))).toBeLessThan(fromStart(centre(nested)));
  });

  test.each([
    ['rows-first', 'Label', 'Address'],
    ['address-first', 'Address', 'Label'],
  ] as const)('the head «%s» begins at the reading side', async (head, first, second) => {
    const words = await render(direction, {
      head,
      rows: [{ label: text('Label'), lines: [text('Value')] }],
      address: { lines: [text('Address')], bullets: [], position: 'head' },
    });
    const place = (word: string) => fromStart(centre(words.get(word) as Word));
    expect(place(first)).toBeLessThan(PAGE / 2);
    expect(place(second)).toBeGreaterThan(PAGE / 2);
  });

  test('the letterhead keeps its sides', async () => {
    const letterhead = { start: [text('Reading')], end: [text('Far')] };
    const words = await render(direction, { letterhead });
    const [near, far] = [words.get('Reading') as Word, words.get('Far') as Word];
    expect(fromStart(rtl ? near.right : near.left)).toBeCloseTo(MARGIN, 0);
    expect(fromStart(rtl ? far.left : far.right)).toBeCloseTo(PAGE - MARGIN, 0);
  });
});
