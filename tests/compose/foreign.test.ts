/** Markup of other programs in templates and data is told at its place, and what is meant stays silent. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { body, circular, compose, EDITION, LIST, load, template, writeEdition } from './fixture.ts';

function places(text: string): string[] {
  return circular(text).found.map((one) => one.replace('templates/test/en.md.hbs:', ''));
}

describe('in the body', () => {
  test.each([
    ['a table', '| Day | Time |\n|-----|------|\n| Mon | {{event.place}} |', ['6:1']],
    ['a table without bars at its sides', 'Day | Time\n--- | ---\nMon | Tue', ['7:1']],
    ['a table in a quotation', '> | a | b |\n> |---|---|', ['6:3']],
    ['rows of a table alone', 'text\n| Day | Time |', ['7:1']],
    ['struck-through text', 'a ~~b~~ c', ['6:3']],
    ['subscripts and superscripts', 'H~2~O and x^2^', ['6:2', '6:12']],
    ['tasks', '- [ ] one\n- [x] two', ['6:3', '7:3']],
    ['tasks with numbers', '1. [X] one', ['6:4']],
    ['a footnote', 'See[^1].\n\n[^1]: Note it.', ['6:4', '8:1']],
    ['a page break', 'a\n\n\\pagebreak\n\nb', ['8:1']],
    ['a page break in a line', 'a \\newpage b', ['6:3']],
    ['a misnamed character', 'a&nbps;b', ['6:2']],
    ['asterisks without a partner', 'a **b c', ['6:3']],
    ['asterisks with a space inside', 'a ** b** c', ['6:7']],
    ['asterisks of a bold bracket in a word', 'word**(x)**word', ['6:5', '6:10']],
    ['underscores in an Arabic word', 'و_"x"_ ثم', ['6:2']],
    ['asterisks about a value', 'x **{{event.place}} y', ['6:3']],
    ['a field of Word', 'Dear «Title» {{event.place}}', ['6:6']],
    ['a field with an escape', 'Dear \\<\\<First Name>>', ['6:6']],
    ['a field of Mailchimp', 'Dear *|FNAME|*', ['6:7']],
    ['braces without a partner', 'Dear name}}', ['6:10']],
    ['a number that jumps', '1. April\n2027. A year', ['7:1']],
    ['a number that goes back', '3. a\n2. b', ['7:1']],
    ['a number that is left out', '1. a\n2. b\n4. c', ['8:1']],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected.map((place) => `error foreign-markup ${place}`));
  });

  test.each([
    'snake_case_name, A*B and {{event.place}}_{{event.acronym}}',
    '\\*\\*a\\*\\* \\~~b~~ \\_c\\_ \\[^1] H\\~2\\~O',
    'a &nbsp; &copy; &amp; R&D; AT&T; 50% $5 C++',
    '1. a\n2. b\n3. c',
    '1. a\n1. b\n1. c',
    '3) a\n4) b',
    '0. a\n1. b',
    '2027\\. A year',
    'A | B, either | or',
    'Price* and cost*\n\n\\*without VAT',
    'Name: ______ and 5 * 3 * 2',
    'see <https://itu.int/a_b_c~d> and first_name@itu.int',
    'le « Forum », «منتدى», «YouTube» and [1] [sic]',
    '[x](https://itu.int/__x__?a=%D8%A7)',
    '**a**, *b*, _c_, __d__, ***e***, **f *g* h**',
    'literal \\{{event.place}}',
  ])('no alarm: %s', (text) => {
    expect(places(text)).toEqual([]);
  });

  test('blanks that Markdown would take for bold, but no stress of a sign or a value', () => {
    expect(places('on __/__/2027, and **{{event.name}}**, **№**, *§ 1*')).toEqual([
      'error foreign-markup 6:4',
    ]);
    expect(places('2*3*4, and x*3*y, 5 * 3 * 2')).toEqual(['error foreign-markup 6:2']);
  });

  test('an escape is printed', () => {
    expect(body(circular('\\*\\*a\\*\\*').letters[0])).toEqual(['**a**']);
  });
});

describe('in tags', () => {
  test.each([
    ['{{date letter.date style=“day-month”}}', '6:26'],
    ['{{self one="I” many="We"}}', '6:14'],
    ['{{event.name\u200b}}', '6:13'],
    ['{{#if event.short\u200f}}x{{/if}}', '6:18'],
    ['{{quote ‘x’}}', '6:9'],
  ])('%s', (text, place) => {
    expect(places(text)).toEqual([`error template-syntax ${place}`]);
  });

  test.each([
    '{{self one="l’année “x”" many="x"}}',
    '{{! it’s “not” here }}{{event.name}}',
    '{{choose form circular=\'“a”\' personal="‘b’"}}',
    '“{{event.name}}” ‘x’',
  ])('no alarm: %s', (text) => {
    expect(places(text)).toEqual([]);
  });
});

test('in the front matter', () => {
  const front =
    'subject: ["The **{{event.name}}**", "a_b and [x](https://itu.int)"]\nsalutation: {text: "Dear «Title»,"}\nclosing: {text: "&nbps;"}';
  const files = { 'templates/test/en.md.hbs': template('x', front) };
  const { found } = compose(files, { languages: ['en'], forms: ['circular'] });
  expect(new Set(found)).toEqual(
    new Set([
      'error foreign-markup templates/test/en.md.hbs:2:16',
      'error foreign-markup templates/test/en.md.hbs:2:32',
      'error foreign-markup templates/test/en.md.hbs:2:46',
      'error foreign-markup templates/test/en.md.hbs:3:26',
      'error foreign-markup templates/test/en.md.hbs:4:18',
    ]),
  );
});

describe('in the data', () => {
  /** What is said of an edition, each once. */
  function said(edition: string, list = LIST): string[] {
    const folder = writeEdition({
      'edition.yaml': edition,
      'list.csv': list,
      'templates/test/en.md.hbs': template('x'),
    });
    const { edition: loaded, diagnostics } = loadEdition(folder);
    const composing = loaded ? composeEdition(loaded, { languages: ['en'] }).diagnostics : [];
    const all = [...diagnostics, ...composing].filter(({ code }) => code === 'foreign-markup');
    return [...new Set(all.map(({ span, message }) => `${span?.line}:${span?.column} ${message}`))];
  }

  test.each([
    ['reference', 'reference: CL-21/4', 'reference: "CL/{{recipient.id}}"', '{{recipient.id}}'],
    ['a row', 'rows: [reference,', 'rows: [{label: "{{x}}", value: y}, reference,', '{{x}}'],
    [
      'an enclosure',
      'mark: original-signed',
      'enclosures: ["Plan {{year event.start}}"]\n    mark: original-signed',
      '{{year event.start}}',
    ],
    ['the letterhead', 'start: []', 'start: ["{{event.name}}"]', '{{event.name}}'],
    ['addressees', 'en: All,', 'en: "All «Title»",', '«Title»'],
    [
      'a link',
      'site: www.wsis.org/forum',
      'site: "www.wsis.org/{{year event.start}}"',
      '{{year event.start}}',
    ],
    ['a text', '{note: Note}', '{note: "**Note**"}', '**'],
    ['a name', 'en: the Forum,', 'en: the _Forum_,', '_Forum_'],
    [
      'an organisation',
      '{name: International Telecommunication Union,',
      '{name: "International ~~Union~~",',
      '~~Union~~',
    ],
  ])('%s', (_, from, to, mark) => {
    const found = said(EDITION.replace(from, to));
    expect(found.length).toBe(mark === '**' ? 2 : 1);
    expect(found[0]).toContain(
      `“${mark}” would be printed as it stands`.replace(
        /^“«Title»” would.*/,
        '“«Title»” is a field',
      ),
    );
  });

  test.each(['International<br>Union', 'International &amp; Union', 'International\\n Union'])(
    'what other programs leave is told once, with what was meant: %s',
    (name) => {
      const organisation = '{name: International Telecommunication Union,';
      const edition = EDITION.replace(organisation, `{name: '${name}',`);
      const folder = writeEdition({ 'edition.yaml': edition, 'list.csv': LIST });
      const told = loadEdition(folder).diagnostics.map(({ code, hint }) => [code, hint]);
      expect(told).toEqual([['residue', expect.stringMatching(/^write “International/)]]);
    },
  );

  test('a field in a list', () => {
    expect(said(EDITION, LIST.replace('Ann Lee', 'Ann {{recipient.id}} Lee'))).toEqual([
      expect.stringMatching(/^2:.* “{{recipient.id}}” would be printed/),
    ]);
  });

  test('the subject of messages is a template', () => {
    const mail = 'mail:\n  from: {address: a@itu.int}\n  subject: "{{event.name}}"\n';
    expect(said(EDITION + mail)).toEqual([]);
  });

  test('what is meant', () => {
    const edition = EDITION.replace(
      '{note: Note}',
      '{note: "R&D; 50% A*B a_b «x» [1] C++ $5 #1", b: "Name: ____"}',
    );
    expect(said(edition)).toEqual([]);
    expect(load({ 'edition.yaml': edition })).toBeDefined();
  });
});
