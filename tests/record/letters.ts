/** The letters that the record's tests look at: every example in every language and font, and hard words. */
import { join } from 'node:path';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import type { Block, FontFamily, Letter, LetterForm } from '../../src/model.ts';
import { ROOT, VOCALISED } from '../font/samples.ts';
import { bareLetter, family, text } from '../position/letter.ts';

export const EDITIONS = ['forum-2019', 'forum-2021', 'forum-2024', 'forum-2025', 'forum-2026'];
export const STYLES = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

/** The letters of an example, of one form; of personal ones the first in each language. */
export function exampleLetters(edition: string, form: LetterForm = 'circular'): Letter[] {
  const loaded = loadEdition(join(ROOT, 'examples', edition));
  if (!loaded.edition) throw new Error(`${edition} does not load`);
  const { letters, diagnostics } = composeEdition(loaded.edition, { forms: [form] });
  if (hasErrors(diagnostics)) throw new Error(`${edition} has errors`);
  return letters.filter(
    ({ id, language }, index) =>
      letters.findIndex((other) => other.id === id && other.language === language) === index,
  );
}

/** The letter in each font that is shipped and has its script: all of it in one style of one family. */
export function inEachFont(letter: Letter): { readonly font: string; readonly letter: Letter }[] {
  const names = letter.language === 'ar' ? (['Amiri'] as const) : (['Amiri', 'Tinos'] as const);
  return names.flatMap((name) =>
    STYLES.map((style) => ({
      font: `${name} ${style}`,
      letter: { ...letter, fonts: [inOneStyle(name, style), ...letter.fonts] },
    })),
  );
}

function inOneStyle(name: 'Amiri' | 'Tinos', style: string): FontFamily {
  const file = family(name).regular.replace('Regular', style);
  return { name, regular: file, bold: file, italic: file, boldItalic: file };
}

const FIGURES = [
  'الهاتف: +41 22 730 6240، والفاكس +41 22 733 7256.',
  'من 27-31 مايو 2024، الساعة 14:30-15:30، لنحو 14 000 مشارك (50 في المائة).',
  'انظر القرار A/RES/80/173 والوثيقة CL-21/4 وWSIS+20، واكتبوا إلى wsis-info@itu.int؛',
];

/** Words whose marks meet ligatures, kerning and each other; telephone numbers, symbols, ranges. */
export function hardLetter(): Letter {
  const words = [...VOCALISED, ...VOCALISED.toReversed(), ...VOCALISED];
  const paragraph = (content: string): Block => ({ type: 'paragraph', children: text(content) });
  return bareLetter('rtl', {
    dateline: text('جنيف، 10 أبريل 2026'),
    rows: [
      { label: text('هاتف:'), lines: [text('+41 22 730 6240')] },
      { label: text('للاتِّصالِ:'), lines: [text('Gitanjali Sah'), text('السَّيِّدةُ سَعَاد')] },
    ],
    body: [words.join(' '), ...FIGURES].map(paragraph),
    closing: text('وتَفَضَّلُوا بِقَبولِ فائقِ الاحْتِرامِ'),
  });
}
