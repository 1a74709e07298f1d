/** Notes that a text is still to come: none may get into a letter, and no letter is refused for what only looks like one. */
import { describe, expect, test } from 'vitest';
import { findPlaceholders, isNobodys } from '../../src/language/placeholders.ts';
import type { Language } from '../../src/model.ts';
import { circular, EDITION } from './fixture.ts';

/** What is found, with a question mark where it may be meant. */
function found(language: Language, text: string): string[] {
  return findPlaceholders(text, language).map(
    ({ start, end, certain }) => text.slice(start, end) + (certain ? '' : ' ?'),
  );
}

describe('found in a text', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'Dear [TBD], on [date]', ['[TBD]', '[date]']],
    ['en', 'the venue [to be confirmed by the host]', ['[to be confirmed by the host]']],
    ['en', 'TODO: write this', ['TODO']],
    ['en', 'see [TODO ask]', ['[TODO ask]']],
    ['en', '+41 22 XXX XX XX, A/RES/80/XXX, xxx', ['XXX', 'XXX', 'xxx']],
    ['en', 'Lorem ipsum, what???', ['Lorem ipsum', '???']],
    ['en', 'the XXX Summit', ['XXX ?']],
    ['en', 'venue (to be confirmed), speaker TBC', ['(to be confirmed) ?', 'TBC ?']],
    ['fr', 'lieu : [à confirmer] ou [nom du ministre]', ['[à confirmer]', '[nom du ministre]']],
    ['es', 'TODO EL MUNDO, TODO: falta', ['TODO']],
    ['es', 'lugar [por confirmar]', ['[por confirmar]']],
    ['ru', 'место [уточняется]', ['[уточняется]']],
    ['ar', 'المكان [يُحدَّد لاحقاً] والتاريخ (يحدد لاحقا)', ['[يُحدَّد لاحقاً]', '(يحدد لاحقا) ?']],
    ['ar', 'ما هذا؟؟؟', ['؟؟؟']],
    ['zh', '地点：【待定】', ['【待定】']],
    // What letters do say
    ['en', '[Original signed] see [1], “the […] Forum”, resolution 3384 (XXX) and XXIX?', []],
    ['ar', '[الأصل عليه توقيع] (WSIS)', []],
    ['fr', '[Signé] à confirmer par écrit avant la date (lieu : Genève)', []],
    ['es', 'Todo el mundo; toda la fecha [original firmado]', []],
    ['en', 'the name, date and place will be confirmed. Really?', []],
  ])('%s: %s', (language, text, expected) => {
    expect(found(language, text)).toEqual(expected);
  });

  test.each([
    ['https://forum.example.org/x', true],
    ['mailto:a@example.com', true],
    ['https://www.example.org', true],
    ['https://host.example/', true],
    ['https://www.itu.int/example.html', false],
    ['https://my-example.org', false],
    ['https://example.org.int', false],
  ])('%s is nobody’s: %s', (address, expected) => {
    expect(isNobodys(address)).toBe(expected);
  });
});

/** `line:column` of a text, or of a character in it. */
function placeOf(file: string, text: string, offset = 0): string {
  const lines = file.slice(0, file.indexOf(text) + offset).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

describe('composing', () => {
  test('refuses them at their places, in template, head and list', () => {
    expect(circular('In **[TBD]** we meet, {{event.place}} ???').found).toEqual([
      'error placeholder templates/test/en.md.hbs:6:6',
      'error placeholder templates/test/en.md.hbs:6:39',
    ]);
    const edition = EDITION.replace('en: All,', 'en: "[name]",').replace('CL-21/4', 'CL-XXX');
    expect(circular('x', { 'edition.yaml': edition }).found).toEqual([
      `error placeholder edition.yaml:${placeOf(edition, 'CL-XXX', 3)}`,
      `error placeholder edition.yaml:${placeOf(edition, '[name]')}`,
    ]);
  });

  test('leaves alone what may be meant', () => {
    expect(circular('At noon (to be confirmed).').found).toEqual([]);
  });
});
