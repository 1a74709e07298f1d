import { describe, expect, test } from 'vitest';
import { amountLine } from '../../src/compose/parts/print-value.ts';
import { languagePack } from '../../src/language/languages.ts';
import type { Language } from '../../src/model.ts';
import { letterSource } from '../../src/pdf/fingerprint.ts';
import { body, compose, EDITION, shown, template } from './fixture.ts';

const HEAD = 'id,category,language,name,gender,rank,country';

interface Given {
  readonly headings: string;
  readonly cells: readonly string[];
  /** What the edition says of the columns. */
  readonly columns?: string;
  readonly language?: Language;
}

/** Personal letters with this body to recipients with these cells. */
function letters(text: string, { headings, cells, columns, language = 'en' }: Given) {
  const rows = cells.map(
    (cell, at) => `r${at},government,${language},Ann Lee,female,none,CH,${cell}`,
  );
  const lists = columns ? `[{file: list.csv, columns: ${columns}}]` : '[list.csv]';
  return compose(
    {
      'edition.yaml': EDITION.replace('lists: [list.csv]', `lists: ${lists}`),
      'list.csv': `${[`${HEAD},${headings}`, ...rows].join('\n')}\n`,
      [`templates/test/${language}.md.hbs`]: template(text),
    },
    { languages: [language], forms: ['personal'] },
  );
}

function codes(text: string, given: Given): string[] {
  return letters(text, given).diagnostics.map(({ code }) => code);
}

const STAY =
  '{From: {as: stay-from, type: date}, To: {as: stay-to, type: date}, Fee: {type: amount, currency: CHF}, Nights: {type: number}}';

describe("a recipient's values in the language of the letter", () => {
  test.each<[Language, string, string]>([
    ['en', '{{date recipient.extra.stay-from}}', '⟨28 May 2028⟩'],
    ['en', '{{recipient.extra.stay-from}}', '⟨28 May 2028⟩'],
    [
      'en',
      '{{month recipient.extra.stay-from}}, {{year recipient.extra.stay-to}}',
      '⟨May 2028⟩, ⟨>2028⟩',
    ],
    ['fr', '{{date recipient.extra.stay-to}}', '⟨3 juin 2028⟩'],
    [
      'fr',
      '{{range recipient.extra.stay-from recipient.extra.stay-to style="prose"}}',
      '⟨du 28 mai au 3 juin 2028⟩',
    ],
    ['ar', '{{date recipient.extra.stay-from}}', '⟨28 مايو 2028⟩'],
    ['en', '{{money recipient.extra.fee}}', '⟨>CHF\u00a012,000.50⟩'],
    ['fr', '{{money recipient.extra.fee}}', '⟨>12\u202f000,50⟩\u00a0⟨>CHF⟩'],
    ['es', '{{money recipient.extra.fee}}', '⟨>12\u00a0000,50⟩\u00a0⟨>CHF⟩'],
    ['ar', '{{money recipient.extra.fee}}', '⟨>12\u00a0000,50⟩\u00a0⟨>CHF⟩'],
    [
      'en',
      '{{recipient.extra.fee}}, {{number recipient.extra.fee}}',
      '⟨>CHF\u00a012,000.50⟩, ⟨>12,000.50⟩',
    ],
    [
      'en',
      '{{number recipient.extra.nights}} {{plural recipient.extra.nights one="night" other="nights"}}',
      '⟨>6⟩ nights',
    ],
    ['en', '{{money recipient.extra.nights currency="USD"}}', '⟨>USD\u00a06⟩'],
    ['en', '{{money letter.numbers.projects currency="USD"}}', '⟨>USD\u00a014,000⟩'],
  ])('%s: %s', (language, text, printed) => {
    const cells = ['2028-05-28,3.6.2028,"12,000.50",6'];
    const given = { headings: 'From,To,Fee,Nights', cells, columns: STAY, language };
    const { letters: found, diagnostics } = letters(text, given);
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(body(found[0])).toEqual([printed]);
  });

  test('a cell that is empty is empty, and can be asked for', () => {
    const given = { headings: 'Day', cells: ['2028-05-28', ''], columns: '{Day: {type: date}}' };
    const text = '{{#if recipient.extra.day}}{{date recipient.extra.day}}{{else}}none{{/if}}';
    expect(letters(text, given).letters.flatMap(body)).toEqual(['⟨28 May 2028⟩', 'none']);
    expect(codes('{{date recipient.extra.day}}', given)).toEqual(['empty-field']);
  });

  test.each([
    ['{{money recipient.extra.fee}}', '{fee: {type: amount}}', 'bad-argument'],
    ['{{money recipient.extra.fee currency="Fr."}}', '{fee: {type: amount}}', 'bad-argument'],
    [
      '{{money recipient.extra.fee currency="USD"}}',
      '{fee: {type: amount, currency: CHF}}',
      'bad-argument',
    ],
    ['{{money recipient.extra.fee}}', '{fee: extra.fee}', 'bad-argument'],
    ['{{date recipient.extra.fee}}', '{fee: {type: amount}}', 'bad-argument'],
  ])('%s of %s is an error', (text, columns, code) => {
    expect(codes(text, { headings: 'fee', cells: ['5'], columns })).toEqual([code]);
  });

  test.each<[Language, string]>([
    ['ru', '⟨>12\u00a0000,50⟩\u00a0⟨>CHF⟩'],
    ['zh', '⟨>CHF\u00a012\u00a0000.50⟩'],
    ['ar', '⟨>12\u00a0000,50⟩\u00a0⟨>CHF⟩'],
  ])('an amount in %s', (language, printed) => {
    const pack = languagePack(language);
    expect(shown(amountLine(12_000.5, 'CHF', pack, undefined))).toBe(printed);
    expect(shown(amountLine(2, undefined, pack, undefined))).toBe('⟨>2⟩');
  });

  test('a text where a date is needed tells how to make it one', () => {
    const { diagnostics } = letters('{{date recipient.extra.day}}', {
      headings: 'day',
      cells: ['2028-05-28'],
    });
    expect(diagnostics[0]?.hint).toContain('columns: {day: {type: date}}');
  });

  test('another date, or another amount, is another letter', () => {
    const source = (cells: string) => {
      const given = { headings: 'From,To,Fee,Nights', cells: [cells], columns: STAY };
      const text = '{{date recipient.extra.stay-from}} {{money recipient.extra.fee}}';
      const [letter] = letters(text, given).letters;
      return letter && letterSource(letter, (path) => path);
    };
    const first = source('2028-05-28,2028-06-03,100,6');
    expect(source('28.05.2028,2028-06-03,100.00,6')).toBe(first);
    expect(source('2028-05-29,2028-06-03,100,6')).not.toBe(first);
    expect(source('2028-05-28,2028-06-03,101,6')).not.toBe(first);
  });
});

describe('a column that is printed as it stands', () => {
  test.each([
    ['meeting date', '05/07/2027', 'a date'],
    ['meeting date', '2027-07-05', 'a date'],
    ['meeting date', '2027-07-05 00:00:00', 'a date'],
    ['anything', '05.07.2027', 'a date'],
    ['anything', '5-Jul-27', 'a date'],
    ['anything', '05/07/27', 'a date'],
    ['anything', '٠٥/٠٧/٢٠٢٧', 'a date'],
    ['arrival', '46573', 'the number by which a spreadsheet keeps a date'],
    ['date of birth', '31139', 'the number by which a spreadsheet keeps a date'],
    ['fecha de nacimiento', '31139', 'the number by which a spreadsheet keeps a date'],
    ['дата рождения', '31139', 'the number by which a spreadsheet keeps a date'],
    ['amount', '1E+05', 'a number that a spreadsheet has cut short'],
    ['passport number', '1.23457E+11', 'a number that a spreadsheet has cut short'],
    ['amount', '1234.0', 'a number with the decimals of a database'],
    ['amount', '1,000.50', 'an amount in the form of one language'],
    ['amount', '1.000,50', 'an amount in the form of one language'],
    ['member', 'TRUE', 'the yes or no of a spreadsheet'],
  ])('%s: %s looks like %s', (heading, cell, look) => {
    const column = heading.replaceAll(' ', '-');
    const { diagnostics } = letters(`{{recipient.extra.[${column}]}}`, {
      headings: heading,
      cells: [`"${cell}"`],
    });
    const said = `"${cell}" looks like ${look}, and is printed as it stands`;
    expect(diagnostics).toMatchObject([
      { code: 'raw-value', severity: 'warning', message: said, span: { line: 2 } },
    ]);
  });

  test('is told once for each look, however many letters print it', () => {
    const cells = ['05/07/2027', '06/07/2027', '46573', '46574'];
    const text = '{{recipient.extra.day}} {{recipient.extra.day}}';
    const { diagnostics } = letters(text, { headings: 'day', cells });
    expect(diagnostics.map(({ span }) => span?.line)).toEqual([2, 4]);
  });

  test.each([
    ['passport number', '00567891'],
    ['passport number', '12E34'],
    ['passport number', 'A1234567'],
    ['telephone', '0225550123'],
    ['telephone', '+41 22 555 01 23'],
    ['telephone', '022/555.01.23'],
    ['telephone', '01.42.68.53.00'],
    ['postal code', '01234'],
    ['postal code', '10115'],
    ['postal code', '46573'],
    ['registration', '46573'],
    ['room', '3.14'],
    ['badge', '2027'],
    ['amount', '1000'],
    ['amount', '1000.5'],
    ['version', '1.2.3'],
    ['hotel', 'Le 24/7'],
    ['reference', 'A/RES/80/173'],
    ['reference', 'CL-21/4'],
    ['day', '5 July 2027'],
    ['day', '2027年7月5日'],
    ['updated by', '46573'],
    ['family', 'True'],
    ['note', 'True'],
    ['code', 'E+05'],
    ['ratio', '1:2'],
    ['time', '14:30'],
    ['grade', 'P-5'],
    ['seats', '12-14'],
    ['ip', '10.0.0.12'],
    ['name of it', 'Null'],
    ['name of it', 'Nan'],
  ])('%s: %s looks like itself', (heading, cell) => {
    const column = heading.replaceAll(' ', '-');
    const { diagnostics } = letters(`{{recipient.extra.${column}}}`, {
      headings: heading,
      cells: [`"${cell}"`],
    });
    expect(diagnostics).toEqual([]);
  });

  test('is nobody’s concern where no letter prints it', () => {
    const given = { headings: 'day', cells: ['05/07/2027'] };
    expect(letters('{{#if recipient.extra.day}}yes{{/if}}', given).diagnostics).toEqual([]);
  });
});

describe('what an address prints', () => {
  test('a street stands between organisation and country', () => {
    const given = { headings: 'organisation,address', cells: ['Acme,P.O. Box 1'] };
    const [letter] = letters('x', given).letters;
    expect(letter?.address.lines.map(shown)).toEqual([
      'Ms ⟨Ann Lee⟩',
      '⟨Acme⟩',
      '⟨P.O. Box 1⟩',
      '⟨Switzerland⟩',
    ]);
  });

  test.each([
    ['Ms.', 'Dear Ms ⟨Lee⟩,'],
    ['Dr', 'Dear ⟨Dr⟩ ⟨Lee⟩,'],
    ['Mrs.', 'Dear ⟨Mrs.⟩ ⟨Lee⟩,'],
    ['Dear Ann,', '⟨Dear Ann,⟩'],
  ])('the salutation %s', (salutation, printed) => {
    const given = { headings: 'family-name,salutation', cells: [`Lee,"${salutation}"`] };
    const [letter] = letters('x', given).letters;
    expect(letter?.salutation.map(shown)).toEqual([printed]);
  });
});
