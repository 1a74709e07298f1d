/** The tests of order must be able to fail. */
import { describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { setInChromium } from './chromium.ts';
import { bareLetter, text } from './letter.ts';
import { RTL_LINES } from './lines-rtl.ts';
import { drawnForm } from './look.ts';
import { seen, toHtml, toLine } from './parts.ts';
import { readPages } from './read-page.ts';
import { visualString } from './visual.ts';

describe('right-to-left lines', () => {
  test('set from left to right look otherwise', async () => {
    const body = RTL_LINES.map(({ line }) => ({
      type: 'paragraph' as const,
      children: toLine(line),
    }));
    const different: string[] = [];
    for (const [index, { name, seen: expected }] of RTL_LINES.entries()) {
      const { pdf } = await renderLetter(bareLetter('ltr', { body: body.slice(index, index + 1) }));
      const [page] = readPages(pdf);
      if (page && visualString(page.characters, page.picture) !== seen(expected)) {
        different.push(name);
      }
    }
    // Between Arabic words at both ends a line is the same either way.
    expect(different.length).toBeGreaterThan(20);
  });

  test('without isolates Chromium prints numbers and addresses in disorder', async () => {
    const isolated = RTL_LINES.filter(({ line }) =>
      line.some((part) => String(part).includes('⟦')),
    );
    const blocks = isolated.map(({ line }) => ({
      direction: 'rtl' as const,
      html: toHtml(line).replace(/<\/?bdi[^>]*>/g, ''),
      size: 12,
      width: 470,
    }));
    const set = await setInChromium(blocks);
    const disordered = isolated.filter((line, index) => {
      const { characters = [], picture } = set[index] ?? {};
      return picture && visualString(characters, picture) !== seen(line.seen);
    });
    const names = disordered.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['telephone number', 'grouped number', 'range at the start']),
    );
  });
});

test.each(['(', ')', '[', ']', '«', '»'])(
  'the ink of «%s» tells which way it opens',
  async (bracket) => {
    const body = [{ type: 'paragraph' as const, children: text(`a${bracket}a`) }];
    const [page] = readPages((await renderLetter(bareLetter('ltr', { body }))).pdf);
    const drawn = page?.characters.find((character) => character.text === bracket);
    expect(page && drawn && drawnForm(bracket, page.picture, drawn)).toBe(bracket);
  },
);
