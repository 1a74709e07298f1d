/** Lines with kashidas: how many, how long, and what is left to the spaces. */
import { describe, expect, test } from 'vitest';
import { faceChain } from '../../src/font/faces.ts';
import { extendJoins } from '../../src/text/justify.ts';
import { extendLine } from '../../src/text/kashida.ts';
import { shapeParagraph } from '../../src/text/layout.ts';
import { breakLines } from '../../src/text/lines.ts';
import type { TextPiece } from '../../src/text/shape.ts';
import { bareLetter, text } from '../position/letter.ts';
import { exampleLetters } from '../record/letters.ts';
import { buildParagraph } from '../support/paragraph.ts';
import { spacesOf, widenings } from './justified.ts';

const chain = faceChain(bareLetter('rtl'));
const SIZE = 12;
/** Longest kashida of Amiri, three tatweels, em. */
const LONGEST = 0.56;
const WIDTH = 380;

const WORDS =
  'يسر الاتحاد الدولي للاتصالات أن يدعوكم إلى المشاركة في المنتدى السنوي للقمة العالمية لمجتمع المعلومات المستشارين والمهندسين في مدينة جنيف بسويسرا';
const LATIN = 'United Nations Educational, Scientific and Cultural Organization (UNESCO) 2026';

function pieces(content: string): TextPiece[] {
  return shapeParagraph(buildParagraph(text(content), 'rtl', 'ar'), SIZE, chain);
}

/** Indices of the pieces that have become wider, and by how much, em. */
function grown(before: readonly TextPiece[], after: readonly TextPiece[]): Map<number, number> {
  return new Map(
    after.flatMap((piece, index) => {
      const growth = (piece.width - (before[index]?.width ?? 0)) / SIZE;
      return growth === 0 ? [] : [[index, growth] as const];
    }),
  );
}

test.each([0.3, 0.6, 1, 1.6, 2.5, 4])('slack of %f times the spaces', (share) => {
  const line = pieces(WORDS);
  const slack = spacesOf(line) * share;
  const after = extendLine(line, slack, 'ar');
  const growth = grown(line, after);
  expect(growth.size).toBeGreaterThan(0);
  expect(growth.size).toBeLessThanOrEqual(4);
  const sum = [...growth.values()].reduce((total, value) => total + value, 0) * SIZE;
  expect(sum).toBeLessThan(slack);
  for (const value of growth.values()) expect(value).toBeLessThan(LONGEST);
  const words = [...growth.keys()].map(
    (index) => line.slice(0, index).filter(({ space }) => space).length,
  );
  for (const [at, word] of words.entries()) {
    if (at > 0) expect(word - (words[at - 1] ?? 0)).toBeGreaterThan(1);
  }
});

test.each([
  ['small slack', WORDS, 0.2],
  ['no slack', WORDS, 0],
  ['a line that is too full', WORDS, -0.1],
  ['Latin words and numbers', LATIN, 2],
  ['short words', 'في من عن أن لا ما هو هي قد كل', 2],
  ['two words', 'العالمية العالمية', 3],
])('%s: none', (_, content, share) => {
  const line = pieces(content);
  expect(extendLine(line, spacesOf(line) * share, 'ar')).toEqual(line);
});

test('the last line of a paragraph, and text from left to right, stay as they are', () => {
  for (const [content, base] of [
    [WORDS, 'rtl'],
    [LATIN, 'ltr'],
  ] as const) {
    const paragraph = buildParagraph(
      text(`${content} ${content}`),
      base,
      base === 'rtl' ? 'ar' : 'en',
    );
    const lines = breakLines(paragraph, shapeParagraph(paragraph, SIZE, chain), WIDTH, 'justified');
    const after = extendJoins(lines, WIDTH, paragraph);
    expect(after.at(-1)).toBe(lines.at(-1));
    if (base === 'ltr') expect(after).toEqual(lines);
  }
});

describe('in the examples', () => {
  const letters = ['forum-2019', 'forum-2024', 'forum-2026']
    .flatMap((edition) => exampleLetters(edition))
    .filter(({ language, companion }) => language === 'ar' && !companion);

  test('lines end where they did, and spaces are widened less', () => {
    let widened = 0;
    let after = 0;
    for (const letter of letters) {
      const [spaces, kashida] = (['spaces', 'kashida'] as const).map((justify) =>
        widenings({ ...letter, settings: { ...letter.settings, justify } }),
      );
      expect(kashida?.length).toBe(spaces?.length);
      widened += sumOf(spaces ?? []);
      after += sumOf(kashida ?? []);
    }
    expect(after).toBeLessThan(widened * 0.8);
  });
});

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
