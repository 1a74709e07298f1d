import { describe, expect, test } from 'vitest';
import type { Inline, Line } from '../../src/model.ts';
import { lineText } from '../../src/walk-letter.ts';
import { body, circular, compose, EDITION, LIST, shown, template } from './fixture.ts';

/** The body of a letter to a recipient whose column `note` has the value; a field in it is reported, but nothing else. */
function bodyWith(value: string, text: string): string[] {
  const files = {
    'list.csv': LIST.replace(',x\n', `,"${value.replaceAll('"', '""')}"\n`),
    'templates/test/en.md.hbs': template(
      text.replaceAll('letter.texts.note', 'recipient.extra.note'),
    ),
  };
  const { letters, found } = compose(files, {
    languages: ['en'],
    recipients: ['minister'],
    forms: ['personal'],
  });
  expect(found.filter((one) => !one.startsWith('error foreign-markup list.csv'))).toEqual([]);
  return body(letters[0]);
}

/** Texts that would be markup, templates or direction if they were not values. */
const HOSTILE = [
  '(ACME) عربي *x*',
  '*x*',
  '**x**',
  '_x_',
  '[a](b)',
  '![a](b)',
  '<q>x</q>',
  '<?x?>',
  '{{x}}',
  '{{{event.name}}}',
  '# x',
  '- x',
  '1. x',
  '> x',
  '`x`',
  '\\*x\\*',
  '&c;',
  '---',
  '    x',
  '\u2067عربي\u2069',
];

describe.each(HOSTILE)('the value %j stays text', (value) => {
  const text = value.trim();
  test.each([
    ['{{letter.texts.note}}', [`⟨${text}⟩`]],
    ['a {{letter.texts.note}} b', [`a ⟨${text}⟩ b`]],
    ['**{{letter.texts.note}}**', [`**⟨${text}⟩**`]],
    ['*a{{letter.texts.note}}*', [`*a⟨${text}⟩*`]],
    ['- {{letter.texts.note}}\n- b', [`- ⟨${text}⟩`, '- b']],
    ['# {{letter.texts.note}}', [`# ⟨${text}⟩`]],
    ['[{{letter.texts.note}}](https://example.org)', [`[⟨${text}⟩](https://example.org)`]],
  ])('in %s', (template, expected) => {
    expect(bodyWith(value, template)).toEqual(expected);
  });
});

test('an address in a value is a link, its markup is not', () => {
  expect(bodyWith('[a](https://example.org)', '{{letter.texts.note}}')).toEqual([
    '⟨[a]([https://example.org](https://example.org))⟩',
  ]);
});

test('two values side by side stay two', () => {
  expect(bodyWith('*', '{{letter.texts.note}}{{letter.texts.note}}x')).toEqual(['⟨*⟩⟨*⟩x']);
});

test('a template that holds characters of the private plane keeps them', () => {
  const { letters, found } = circular('a \u{f0000}\u{f0001} {{event.place}} b');
  expect(found).toEqual([]);
  expect(body(letters[0])).toEqual(['a \u{f0000}\u{f0001} ⟨Geneva⟩ b']);
});

test('a line end in a value is a break', () => {
  const list = LIST.replace('Acme', '"Acme"').replace(',note\n', ',note,address\n');
  const rows = list.replace(',x\n', ',x,\n').replace(',y\n', ',y,"Line one\nLine two"\n');
  const { letters } = compose(
    { 'list.csv': rows, 'templates/test/en.md.hbs': template('x') },
    { languages: ['en'], recipients: ['nobody'] },
  );
  const personal = letters.find(({ recipient }) => recipient === 'nobody');
  expect(personal?.address.lines.map(shown)).toEqual(['⟨Line one⟩', '⟨Line two⟩']);
});

/** Every text of a line with its place. */
function places(line: Line): string[] {
  return line.flatMap((node: Inline) => {
    if (node.type === 'break') return [];
    if (node.type !== 'text') return places(node.children);
    const { span } = node;
    return [`${node.text}@${span?.file.split('/').at(-1)}:${span?.line}:${span?.column}`];
  });
}

test('every text keeps its place', () => {
  const { letters } = circular(
    'Into **{{event.place}}** and\n  on {{!-- c --}}**b** {{#if event.theme}}in {{event.theme}}{{/if}}.',
  );
  const [block] = letters[0]?.body ?? [];
  expect(block?.type === 'paragraph' && places(block.children)).toEqual([
    'Into @en.md.hbs:6:1',
    'Geneva@edition.yaml:10:25',
    ' and@en.md.hbs:6:25',
    ' @undefined:undefined:undefined',
    'on @en.md.hbs:7:3',
    'b@en.md.hbs:7:20',
    ' @en.md.hbs:7:23',
    'in @en.md.hbs:7:43',
    'Theme@edition.yaml:5:28',
    '.@en.md.hbs:7:68',
  ]);
});

describe('links', () => {
  test.each([
    ['[site]({{letter.links.site}})', '[site](https://www.wsis.org/forum)'],
    [
      '[{{letter.links.site}}]({{letter.links.site}})',
      '[⟨>www.wsis.org/forum⟩](https://www.wsis.org/forum)',
    ],
    ['See {{letter.links.site}}.', 'See ⟨>[www.wsis.org/forum](https://www.wsis.org/forum)⟩.'],
    ['See www.wsis.org/forum.', 'See [www.wsis.org/forum](https://www.wsis.org/forum).'],
    ['(https://example.org/a_b_c)', '([https://example.org/a_b_c](https://example.org/a_b_c))'],
    ['<https://example.org>', '[https://example.org](https://example.org)'],
    ['mail wsis-info@itu.int now', 'mail [wsis-info@itu.int](mailto:wsis-info@itu.int) now'],
    ['[a **b**](https://example.org)', '[a **b**](https://example.org)'],
    ['**[a](https://example.org)**', '**[a](https://example.org)**'],
    ['[a](https://example.org/{{letter.numbers.single}}/x)', '[a](https://example.org/1/x)'],
    ['[a](mailto:{{contact.email}})', '[a](mailto:wsis-info@itu.int)'],
    ['[{{contact.telephone}}](https://example.org)', '[⟨>+41 22 730 6240⟩](https://example.org)'],
  ])('%s', (text, expected) => {
    const { letters, found } = circular(text);
    expect(found).toEqual([]);
    expect(body(letters[0])).toEqual([expected]);
  });
});

describe('Markdown', () => {
  test.each([
    ['a\nb', ['a b']],
    ['a\\\nb', ['a⏎b']],
    ['a  \nb', ['a⏎b']],
    ['a\n\nb', ['a', 'b']],
    ['## A\n\nb', ['## A', 'b']],
    ['##### A', ['### A']],
    ['> a\n> b', ['> a b']],
    ['- a\n  - b\n- c', ['- a', '  - b', '- c']],
    ['3. a\n4. b', ['3. a', '4. b']],
    ['- a\n\n  b', ['- a', '  b']],
    ['***a***', ['***a***']],
    ['\\*a\\* &lt; 1', ['*a* < 1']],
    ['1\\. a', ['1. a']],
  ])('%j', (text, expected) => {
    const { letters, found } = circular(text);
    expect(found).toEqual([]);
    expect(body(letters[0])).toEqual(expected);
  });

  test('a loop makes a list', () => {
    const loop =
      '{{#each letter.phases as |phase|}}\n- {{phase.title}}\n{{#each phase.items as |item|}}\n  - {{item}}\n{{/each}}\n{{/each}}';
    expect(body(circular(loop).letters[0])).toEqual([
      '- ⟨First⟩',
      '  - ⟨a⟩',
      '  - ⟨b⟩',
      '- ⟨Second⟩',
      '- ⟨Third⟩',
    ]);
  });
});

test('French spacing reaches across markup and values, not into addresses', () => {
  const text = 'Voir **ceci**: «{{event.theme}}»; www.wsis.org/forum? Oui!';
  const { letters } = compose(
    { 'templates/test/fr.md.hbs': template(text) },
    { languages: ['fr'], forms: ['circular'] },
  );
  expect(body(letters[0])).toEqual([
    'Voir **ceci**\u00A0: «\u00A0⟨Thème⟩\u00A0»\u202F; [www.wsis.org/forum](https://www.wsis.org/forum)\u202F? Oui\u202F!',
  ]);
});

test('Arabic digits are set in words and dates, not in addresses, telephones and symbols', () => {
  const edition = `${EDITION}settings: {digits: arab}\n`;
  const text =
    '{{date letter.date}} {{range event}} {{letter.resolutions.outcome.symbol}} {{contact.telephone}} {{number letter.numbers.projects}} 2030';
  const { letters } = compose(
    { 'edition.yaml': edition, 'templates/test/ar.md.hbs': template(text) },
    { languages: ['ar'], forms: ['circular'] },
  );
  expect(body(letters[0])).toEqual([
    '⟨١٠ أبريل ٢٠٢٦⟩ ⟨⟨٦-١٠⟩ يوليو ٢٠٢٦⟩ ⟨>A/RES/80/173⟩ ⟨>+41 22 730 6240⟩ ⟨>١٤\u00A0٠٠٠⟩ ٢٠٣٠',
  ]);
});

test('a name that is given as lines is signed so, and mentioned in one', () => {
  const edition = EDITION.replace('ar: دورين, en: Doreen', 'ar: [دورين, بوغدان-مارتن], en: Doreen');
  const { letters } = compose(
    { 'edition.yaml': edition, 'templates/test/ar.md.hbs': template('x') },
    { languages: ['ar'], forms: ['circular'] },
  );
  const name = JSON.stringify(letters[0]?.signatories[0]?.name);
  expect(name).toContain('"دورين"');
  expect(name).toContain('"break"');
  expect(letters[0]?.author).toContain('دورين بوغدان-مارتن');
});

test('an Arabic preposition joins the word of a value, but never one that needs its isolate', () => {
  const text = 'ب{{event.place}} ل{{event.acronym}} و{{event.place}} ب {{event.place}}';
  const { letters } = compose(
    { 'templates/test/ar.md.hbs': template(text) },
    { languages: ['ar'], forms: ['circular'] },
  );
  expect(body(letters[0])).toEqual(['بجنيف لـ ⟨WSIS⟩ و⟨جنيف⟩ ب ⟨جنيف⟩']);
});

test('the title is plain text', () => {
  const front =
    'subject:\n  - "{{event.name}}"\n  - "{{range event}}"\nsalutation: stakeholders\nclosing: standard';
  const { letters } = circular('x', { 'templates/test/en.md.hbs': template('x', front) });
  expect(letters[0]?.title).toBe('the Forum – 6–10 July 2026');
  expect(letters[0]?.subject.lines.map(lineText)).toEqual(['the Forum', '6–10 July 2026']);
});
