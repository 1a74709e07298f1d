/** What is drawn for a longer join: one glyph of letter and extension that says the letter alone. */
import { expect, test } from 'vitest';
import { loadFace } from '../../src/font/face.ts';
import { outlineOf } from '../../src/pdf/embed/outline.ts';
import { type PlacedSlot, slotsOf } from '../../src/pdf/embed/slots.ts';
import { extendLine } from '../../src/text/kashida.ts';
import { shapeParagraph } from '../../src/text/layout.ts';
import type { TextPiece } from '../../src/text/shape.ts';
import { text } from '../position/letter.ts';
import { FAMILIES, fontFile, stylesOf } from '../support/fonts.ts';
import { buildParagraph } from '../support/paragraph.ts';

const SIZE = 12;
const FILLER = ' في من عن في من عن';

/** Name and file of each Arabic face. */
const FACES = FAMILIES.filter(({ scripts }) => scripts?.includes('Arab')).flatMap((family) =>
  stylesOf(family).map(([style, file]) => [`${family.name} ${style}`, file] as const),
);

/** The first piece of a line, made as long as may be, and as it was. */
function stretched(word: string, file: string): { before: TextPiece; after: TextPiece } {
  const face = loadFace(file, 'Test');
  const line = shapeParagraph(buildParagraph(text(word + FILLER), 'rtl', 'ar'), SIZE, () => [face]);
  const after = extendLine(line, 30, 'ar');
  return { before: line[0] as TextPiece, after: after[0] as TextPiece };
}

const slots = ({ face, shaped }: TextPiece): readonly PlacedSlot[] => slotsOf(face, shaped);
const textOf = (piece: TextPiece) =>
  slots(piece)
    .map(({ slot }) => slot.text)
    .reverse()
    .join('');

const WORDS = ['المستشار', 'المصلحة', 'العالمية', 'تحديد', 'العالَمِيَّةِ', 'المُسْتَشارينَ', 'المكتب'];

test.each(FACES.flatMap(([name, file]) => WORDS.map((word) => [name, word, file] as const)))(
  '%s: %s is longer and says the same',
  (_, word, file) => {
    const { before, after } = stretched(word, file);
    expect(after.width).toBeGreaterThan(before.width + 0.18 * SIZE);
    expect(textOf(after).normalize('NFC')).toBe(word.normalize('NFC'));
    expect(slots(after).map(({ slot }) => slot.text)).toEqual(
      slots(before).map(({ slot }) => slot.text),
    );
  },
);

/** Left and right edge of each outline of a word, font units, from left to right. */
function inkOf(piece: TextPiece): { left: number; right: number }[] {
  let pen = 0;
  const marks = /^\p{M}/u;
  return slots(piece).flatMap(({ slot, advance }) => {
    const from = pen;
    pen += advance;
    if (marks.test(slot.text)) return [];
    return slot.parts.flatMap(({ gid, dx, dy }) => {
      const xs = outlineOf(piece.face, gid).flatMap(({ start, segments }) =>
        [start, ...segments.flat()].map(([x]) => x),
      );
      // Dots stand off the line of writing.
      if (xs.length === 0 || dy > 200) return [];
      return [{ left: from + dx + Math.min(...xs), right: from + dx + Math.max(...xs) }];
    });
  });
}

test.each(FACES)('%s: the extension overlaps the letters at both its ends', (_, file) => {
  // From seen to yeh every letter joins, so there is ink without a gap.
  const { before, after } = stretched('مستشفين', file);
  const gaps = (piece: TextPiece) => {
    const ink = inkOf(piece).sort((a, b) => a.left - b.left);
    return ink.filter(({ left }, index) => {
      const reach = Math.max(...ink.slice(0, index).map(({ right }) => right));
      return index > 0 && left > reach;
    });
  };
  expect(after.width).toBeGreaterThan(before.width);
  expect(gaps(after)).toEqual(gaps(before));
});

test('marks stay where they were on their letter', () => {
  const { before, after } = stretched('العالَمِيَّةِ', fontFile('Amiri'));
  /** Distance of each mark from the right edge of the word as far as it lies before the extension. */
  const offsets = (piece: TextPiece) => {
    let pen = piece.shaped.advance;
    const found: number[] = [];
    for (const { slot, advance } of [...slots(piece)].reverse()) {
      pen -= advance;
      if (/^\p{M}/u.test(slot.text))
        found.push(...slot.parts.map(({ dx }) => piece.shaped.advance - pen - dx));
    }
    return found;
  };
  const [a, b] = [offsets(before), offsets(after)];
  expect(b).toHaveLength(a.length);
  // The marks on meem, before the extension, have not moved from the word's beginning.
  expect(b.slice(0, 2)).toEqual(a.slice(0, 2));
});
