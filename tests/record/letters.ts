/** The letters that the record's tests look at: every example in every language and font, and hard words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import type {
  Block,
  Direction,
  FontFamily,
  Inline,
  Language,
  Letter,
  LetterForm,
} from '../../src/model.ts';
import { ROOT, VOCALISED } from '../font/samples.ts';
import { bareLetter, text } from '../position/letter.ts';
import { FAMILIES, stylesOf } from '../support/fonts.ts';

export const EDITIONS = ['forum-2019', 'forum-2021', 'forum-2024', 'forum-2025', 'forum-2026'];

/** The letters of an example, of one form; of personal ones the first in each language. */
export function exampleLetters(edition: string, form: LetterForm = 'circular'): Letter[] {
  const loaded = loadEdition(join(ROOT, 'examples', edition));
  if (!loaded.edition) throw new Error(`${edition} does not load`);
  const { letters, diagnostics } = composeEdition(loaded.edition, { forms: [form] });
  if (hasErrors(diagnostics)) throw new Error(`${edition} has errors`);
  return letters.filter(
    ({ id, language, companion }, index) =>
      letters.findIndex(
        (other) =>
          other.id === id && other.language === language && !other.companion === !companion,
      ) === index,
  );
}

/** The letter in each font that is shipped and has its script: all of it in one style of one family. */
export function inEachFont(letter: Letter): { readonly font: string; readonly letter: Letter }[] {
  return familiesFor(letter.language).flatMap((family) =>
    stylesOf(family).map(([style, file]) => ({
      font: `${family.name} ${style}`,
      letter: { ...letter, fonts: [inOneStyle(family.name, file), ...letter.fonts] },
    })),
  );
}

/** The families that are meant for the language's script, but for the large ones: those have but one language. */
function familiesFor(language: Language): FontFamily[] {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return FAMILIES.filter(({ large, scripts }) => !large && scripts?.includes(script));
}

function inOneStyle(name: string, file: string): FontFamily {
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

/** One pixel, no transparency. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMQscgGAAEbALhzZXsWAAAAAElFTkSuQmCC';

/** A letter with every kind of block and inline; writes its images into `folder`. */
export function fullLetter(direction: Direction, folder: string): Letter {
  const png = join(folder, 'logo.png');
  const svg = join(folder, 'seal.svg');
  writeFileSync(png, Buffer.from(PIXEL, 'base64'));
  writeFileSync(
    svg,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3" fill="#14386b"/></svg>',
  );
  const word = (content: string): Inline => ({ type: 'text', text: content });
  const paragraph: Block = {
    type: 'paragraph',
    children: [
      word(direction === 'rtl' ? 'نرجو أن تشاركوا في ' : 'Please take part in '),
      {
        type: 'link',
        href: 'https://www.itu.int/go/wsisfund',
        children: [word('منتدى (WSIS) 2026')],
      },
      { type: 'strong', children: [word(' WSIS+20 ')] },
      { type: 'emphasis', children: [word('عام')] },
      { type: 'superscript', children: [word('1')] },
      { type: 'break' },
      { type: 'isolate', direction: 'ltr', language: 'fr', children: [word('Genève')] },
    ],
  };
  const list = (ordered: boolean): Block => ({
    type: 'list',
    ordered,
    start: 1,
    items: [[paragraph, paragraph], [paragraph]],
  });
  const heading = (level: 1 | 2 | 3): Block => ({ type: 'heading', level, children: text('WSIS') });
  const romansh: Inline = {
    type: 'isolate',
    direction: 'ltr',
    language: 'rm',
    children: [word('Confederaziun svizra')],
  };
  return bareLetter(direction, {
    title: 'منتدى <WSIS> & "2026"',
    letterhead: {
      start: [{ path: png, alt: 'ITU' }, [romansh]],
      end: [
        { path: svg, alt: 'WSIS' },
        { path: png, alt: '' },
      ],
    },
    unit: text('ITU'),
    dateline: text('Geneva, 10 April 2026'),
    rows: [{ label: text('هاتف:'), lines: [text('+41 22 730 6240')] }],
    confidential: text('Confidential'),
    address: {
      label: text('To:'),
      lines: [text('All')],
      bullets: [text('WSIS')],
      position: 'head',
    },
    subject: { label: text('Subject:'), lines: [text('WSIS'), text('2026')] },
    salutation: [text('Excellency,')],
    body: [
      heading(3),
      ...Array.from({ length: 12 }, () => paragraph),
      list(true),
      heading(1),
      list(false),
      { type: 'quote', children: [paragraph] },
      heading(3),
      paragraph,
    ],
    closing: text('Sincerely,'),
    signatories: [1, 2].map((number) => ({
      mark: { image: { path: png, alt: `Signature ${number}` } },
      name: text(`Signatory ${number}`),
      lines: [text('ITU')],
    })),
    enclosures: { label: text('Enclosed:'), lines: [text('A/RES/80/173')] },
    copies: { label: text('Copy:'), lines: [text('UNDP')] },
    footer: { page: '{page}/{pages}', reference: text('CL-21/4') },
  });
}
