/** The ink of a line's glyphs and that of its neighbours. */
import { describe, expect, test } from 'vitest';
import { lintLayout } from '../../src/lint/layout.ts';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { bareLetter, text } from '../position/letter.ts';
import { EDITIONS, exampleLetters } from '../record/letters.ts';
import { family } from '../support/fonts.ts';

/** Tails and vowel signs below, and stacks of signs above, again and again. */
const DEEP = 'جٍ عٍ يِّ لِلْعَمِّ ';
const HIGH = 'لاً أُلَّاً كُلُّ آلِ ';
const MIXED = `${DEEP}${HIGH}${HIGH}${DEEP}`.repeat(9);
const FAMILIES = ['Amiri', 'Noto Naskh Arabic'];

const clearances = async (letter: Letter): Promise<number[]> =>
  (await renderLetter(letter, { measured: true })).lines.map(({ clearance = 0 }) => clearance);

const letterOf = (name: string, content: string): Letter =>
  bareLetter('rtl', {
    fonts: [family(name), family('Tinos')],
    body: [{ type: 'paragraph', children: text(content) }],
  });

describe.each(FAMILIES)('%s', (name) => {
  test('lines of a paragraph full of marks do not meet', async () => {
    const found = await clearances(letterOf(name, MIXED));
    expect(found.length).toBeGreaterThan(4);
    expect(Math.min(...found)).toBeGreaterThan(0.3);
  });

  test.each(['spaces', 'kashida', 'none'] as const)(
    'nor where they are filled by %s',
    async (justify) => {
      const letter = letterOf(name, MIXED);
      const settings = { ...letter.settings, justify };
      expect(Math.min(...(await clearances({ ...letter, settings })))).toBeGreaterThan(0.3);
    },
  );
});

test('lines in Latin letters are as far apart as the leading says', async () => {
  const words = 'Ágjpqy Éfghjk Ñandú Ўў '.repeat(20);
  const body = [{ type: 'paragraph' as const, children: text(words) }];
  const found = await clearances(bareLetter('ltr', { body }));
  expect(Math.min(...found)).toBeGreaterThan(0);
});

test('two lines of an address that meet are told', async () => {
  const address = { lines: [text(DEEP), text(HIGH)], bullets: [], position: 'head' as const };
  const letter = bareLetter('rtl', { address, fonts: [family('Amiri'), family('Tinos')] });
  const warnings = await lintLayout(letter);
  expect(warnings.map(({ code }) => code)).toEqual(['touching-lines']);
  expect(warnings[0]?.message).toContain('page 1');
});

test.each(EDITIONS)(
  'no two lines of the letters of %s meet',
  async (edition) => {
    for (const letter of exampleLetters(edition)) {
      expect(Math.min(...(await clearances(letter)))).toBeGreaterThan(0);
    }
  },
  60_000,
);
