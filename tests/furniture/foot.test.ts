/** Enclosures and copies at the foot of the last page; the mark of confidence under the reference. */
import { expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { sampleLetter } from '../pdf/sample.ts';
import { bareLetter, text } from '../position/letter.ts';
import { linesOf, readPages } from '../position/read-page.ts';

/** Lines of each page from the top, their characters from left to right. */
function linesOfPages(pdf: Uint8Array): string[][] {
  return readPages(pdf).map(({ characters }) =>
    linesOf(characters).map((line) =>
      line
        .sort((a, b) => a.left - b.left)
        .map((character) => character.text)
        .join(''),
    ),
  );
}

const NOTES = {
  enclosures: { label: text('Enclosures(2):'), lines: [text('Programme'), text('Form')] },
  copies: { label: text('Copy:'), lines: [text('UNESCO')] },
};

test('enclosures stand with their number on the page of the signatures', async () => {
  const sentences = Array.from({ length: 40 }, (_, index) => index + 1);
  for (const count of sentences) {
    const children = Array.from({ length: count }, () => [
      { type: 'break' as const },
      ...text('Line'),
    ]).flat();
    const letter = bareLetter('ltr', {
      body: [{ type: 'paragraph', children: [...text('Line'), ...children] }],
      closing: text('Closing'),
      signatories: [{ mark: 'ink', name: text('Alpha'), lines: [text('Title')] }],
      ...NOTES,
    });
    const last = linesOfPages((await renderLetter(letter)).pdf).at(-1) ?? [];
    const from = last.indexOf('Closing');
    expect(last.slice(from, from + 6)).toEqual([
      'Closing',
      'Alpha',
      'Title',
      'Enclosures(2):Programme',
      'Form',
      'Copy:UNESCO',
    ]);
  }
});

test('a long list of copies flows over pages', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => text(`Body${index}`));
  const letter = { ...sampleLetter('en'), copies: { label: text('Copy:'), lines } };
  const printed = linesOfPages((await renderLetter(letter)).pdf)
    .flat()
    .join(' ');
  for (const index of lines.keys()) expect(printed).toContain(`Body${index}`);
});

test.each(['rows-first', 'address-first', 'stacked'] as const)(
  'the mark of confidence stands under the reference (%s)',
  async (head) => {
    const letter = sampleLetter('en', { head, confidential: text('Confidential') });
    const [page] = readPages((await renderLetter(letter)).pdf);
    const lines = linesOf(page?.characters ?? []).map((line) => ({
      text: line.map((character) => character.text).join(''),
      left: Math.min(...line.map(({ left }) => left)),
    }));
    const reference = lines.findIndex((line) => line.text.includes('Tel.:'));
    const mark = lines.findIndex((line) => line.text.includes('Confidential'));
    expect(reference).toBeGreaterThan(-1);
    expect(mark).toBeGreaterThan(reference);
  },
);
