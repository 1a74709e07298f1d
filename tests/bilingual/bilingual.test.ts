/** Two languages in one file: side by side, paragraph by paragraph, or one after the other. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pdfName } from '../../src/app/render/file-name.ts';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import type { Block, Letter, SignatoryBlock } from '../../src/model.ts';
import { packageFile } from '../../src/package.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { sampleLetter } from '../pdf/sample.ts';
import { text } from '../position/letter.ts';
import { linesOf, readPages } from '../position/read-page.ts';
import { temporaryFolder } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';

const PARAGRAPHS = 14;
/** The middle of an A4 page, points. */
const MIDDLE = 297.6;
/** Where its text ends at the right, points. */
const RIGHT = 532.9;

/** Each paragraph begins with its number, from `first` on; the even ones are long in this language. */
function body(first: number, sentence: string, long: number): Block[] {
  return Array.from({ length: PARAGRAPHS }, (_, index) => ({
    type: 'paragraph',
    children: text(`${first + index} ${sentence.repeat(index % 2 === long ? 5 : 1)}`),
  }));
}

function signatories(names: readonly string[]): SignatoryBlock[] {
  return names.map((name) => ({ mark: 'ink', name: text(name), lines: [text('ITU')] }));
}

/** The same with a mark in words. */
function marked(letter: Letter, mark: string): Letter {
  const signatories = letter.signatories.map((block) => ({ ...block, mark: { text: text(mark) } }));
  return { ...letter, signatories };
}

test('the mark in words stands above each name in either language', async () => {
  const { companion, ...letter } = pair('bilingual', 'en');
  if (!companion) throw new Error('no second language');
  const second = { ...companion, letter: marked(companion.letter, 'باب') };
  const { pdf } = await renderLetter({ ...marked(letter, 'Signed'), companion: second });
  const words = wordsOf(pdf).map(({ text: word }) => word);
  expect(words.filter((word) => word === 'Signed')).toHaveLength(3);
  expect(words.filter((word) => word === 'باب')).toHaveLength(3);
});

function pair(layout: 'bilingual' | 'sequential', first: 'ar' | 'en'): Letter {
  const parts = { letterhead: { start: [], end: [] }, rows: [] };
  const letters = {
    en: sampleLetter('en', {
      ...parts,
      body: body(1001, 'We look forward to seeing you in Geneva. ', 0),
      signatories: signatories(['Alpha', 'Bravo', 'Charlie']),
      footer: { page: 'Page {page} of {pages}' },
    }),
    ar: sampleLetter('ar', {
      ...parts,
      body: body(2001, 'ونتطلع إلى لقائكم في مدينة جنيف. ', 1),
      signatories: signatories(['ألفا', 'برافو', 'تشارلي']),
      footer: { page: 'الصفحة {page} من {pages}' },
    }),
  };
  const second = first === 'en' ? 'ar' : 'en';
  return { ...letters[first], companion: { layout, letter: letters[second] } };
}

interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Runs of characters that touch each other, on each line of each page. */
function wordsOf(pdf: Uint8Array): Word[] {
  return readPages(pdf).flatMap(({ characters }, page) =>
    linesOf(characters).flatMap((line) => {
      const words: Word[] = [];
      for (const { text: letter, left, right, top } of line.sort((a, b) => a.left - b.left)) {
        const last = words.at(-1);
        if (last && left - last.right < 1)
          words[words.length - 1] = { ...last, right, text: last.text + letter };
        else words.push({ page, text: letter, left, right, top });
      }
      return words;
    }),
  );
}

const find = (words: readonly Word[], wanted: string): Word => {
  const found = words.find(({ text: word }) => word === wanted);
  if (!found) throw new Error(`${wanted} is not on any page`);
  return found;
};

describe.each(['en', 'ar'] as const)('side by side, %s first', (first) => {
  let pdf: Uint8Array;
  let words: Word[] = [];
  beforeAll(async () => {
    ({ pdf } = await renderLetter(pair('bilingual', first)));
    words = wordsOf(pdf);
  });

  test('English stands at the left, Arabic at the right, whichever comes first', () => {
    const body = words.filter(({ text: word }) =>
      /^[A-Z]?[a-z]{4,}|^[\u0600-\u06ff]{4,}/u.test(word),
    );
    const signed = find(words, 'Alpha');
    const inBody = body.filter(({ page, top }) => page < signed.page || top < signed.top - 40);
    expect(inBody.length).toBeGreaterThan(100);
    for (const { text: word, left, right } of inBody) {
      if (/[a-z]/.test(word)) expect(right).toBeLessThan(MIDDLE);
      else expect(left).toBeGreaterThan(MIDDLE);
    }
  });

  test('paragraphs begin level, over the pages', () => {
    expect(new Set(words.map(({ page }) => page)).size).toBeGreaterThan(1);
    for (let index = 0; index < PARAGRAPHS; index += 1) {
      const english = find(words, String(1001 + index));
      const arabic = find(words, String(2001 + index));
      expect(arabic.page).toBe(english.page);
      // Sizes and leadings differ, so baselines do by a little.
      expect(Math.abs(arabic.top - english.top)).toBeLessThan(5);
    }
  });

  test('signatories follow each other from the reading side of the first language', () => {
    const lefts = ['Alpha', 'Bravo', 'Charlie'].map((name) => find(words, name).left);
    const sorted = [...lefts].sort((a, b) => (first === 'en' ? a - b : b - a));
    expect(lefts).toEqual(sorted);
  });

  test('each language is tagged', () => {
    const languages = languagesOf(pdf);
    expect(languages).toContain('en');
    expect(languages).toContain('ar');
  });
});

test.each(['en', 'ar'] as const)('a long address stays in its column, %s first', async (first) => {
  const address = text('the-secretariat-of-the-forum-2027@communications.example.org');
  const rows = (label: string) => [{ label: text(label), lines: [address] }];
  const { companion, ...letter } = pair('bilingual', first);
  if (!companion) throw new Error('no companion');
  const labels = { en: rows('E-mail:'), ar: rows('البريد الإلكتروني:') };
  const second = first === 'en' ? 'ar' : 'en';
  const { pdf } = await renderLetter({
    ...letter,
    rows: labels[first],
    companion: { ...companion, letter: { ...companion.letter, rows: labels[second] } },
  });
  const [page] = readPages(pdf);
  const drawn = (page?.characters ?? []).filter(({ text: letter }) => letter.trim() !== '');
  const crossing = drawn.filter(({ left, right }) => left < MIDDLE + 9 && right > MIDDLE - 9);
  expect(crossing.filter(({ bottom }) => bottom < 780)).toEqual([]);
  expect(Math.max(...drawn.map(({ right }) => right))).toBeLessThan(RIGHT + 1);
});

/** The languages of the structure elements. */
function languagesOf(pdf: Uint8Array): string[] {
  const path = join(temporaryFolder(), 'letter.pdf');
  writeFileSync(path, pdf);
  const options = ['--qdf', '--object-streams=disable', path, '-'];
  const plain = execFileSync('qpdf', options, { maxBuffer: 1e8 }).toString('latin1');
  const elements = plain.split('endobj').filter((object) => /\/S \/\w+/.test(object));
  return elements.flatMap((object) => /\/Lang \((\w+)\)/.exec(object)?.[1] ?? []);
}

test('nothing is lost below a page, however much stands at the end', async () => {
  const long = (sentence: string): Block[] => [
    { type: 'paragraph', children: text(sentence.repeat(60)) },
  ];
  const names = Array.from({ length: 24 }, (_, index) => `Name${index}`);
  const full = (letter: Letter, sentence: string): Letter => ({
    ...letter,
    body: long(sentence),
    signatories: signatories(names),
    address: { lines: [text(`Address${letter.language}`)], bullets: [], position: 'foot' },
  });
  const { companion, ...first } = pair('bilingual', 'en');
  if (!companion) throw new Error('no companion');
  const letter = {
    ...full(first, 'We look forward to seeing you. '),
    companion: { ...companion, letter: full(companion.letter, 'ونتطلع إلى لقائكم. ') },
  };
  const pages = readPages((await renderLetter(letter)).pdf);
  const lowest = Math.max(...pages.flatMap(({ characters }) => characters.map((c) => c.bottom)));
  expect(lowest).toBeLessThan(842);
  const words = wordsOf((await renderLetter(letter)).pdf).map(({ text: word }) => word);
  for (const name of names) expect(words.filter((word) => word === name)).toHaveLength(2);
  expect(words).toContain('Addressen');
  expect(words).toContain('Addressar');
});

test('one after the other, each begins a page and numbers pages in its language', async () => {
  const words = wordsOf((await renderLetter(pair('sequential', 'en'))).pdf);
  const english = words.filter(({ text: word }) => /^10[01]\d$/.test(word)).map(({ page }) => page);
  const arabic = words.filter(({ text: word }) => /^20[01]\d$/.test(word)).map(({ page }) => page);
  expect(english).toHaveLength(PARAGRAPHS);
  expect(arabic).toHaveLength(PARAGRAPHS);
  expect(Math.min(...arabic)).toBeGreaterThan(Math.max(...english));
  const labels = words.filter(
    ({ text: word }) => word === 'Page' || word === 'الصفحة' || word === 'ةحفصلا',
  );
  const languages = labels.map(({ page, text: word }) => [page, word === 'Page' ? 'en' : 'ar']);
  expect(languages).toEqual(
    [...new Set([...english, ...arabic])]
      .sort()
      .filter((page) => page > 0)
      .map((page) => [page, page < Math.min(...arabic) ? 'en' : 'ar']),
  );
});

test('the example has both languages in one file', async () => {
  const { edition } = loadEdition(packageFile('examples', 'forum-2026'));
  const { letters } = edition
    ? composeEdition(edition, { letters: ['bilingual'] })
    : { letters: [] };
  expect(letters.map(pdfName)).toEqual(['forum-2026.bilingual.en-ar.pdf']);
});

test('a personal letter in two languages goes to those who read either', () => {
  const cwd = starterEdition();
  edit(
    cwd,
    'edition.yaml',
    '    forms: [circular, personal]',
    '    forms: [personal]\n    layout: sequential',
  );
  const { edition } = loadEdition(join(cwd, 'forum-x'));
  const { letters } = edition ? composeEdition(edition) : { letters: [] };
  expect(letters.map(pdfName).sort()).toEqual(
    (edition?.stakeholders ?? [])
      .filter(({ language }) => ['ar', 'en'].includes(language.value))
      .map(({ id }) => `forum-2027.invitation.ar-en.${id.value}.pdf`)
      .sort(),
  );
});
