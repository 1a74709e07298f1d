/** Hostile YAML, lists and templates. */
import {
  all,
  body,
  EDITION,
  edition,
  type Hostile,
  list,
  partial,
  put,
  type Spoil,
  TEMPLATE,
} from './spoil.ts';

const PERSON = 'x,government,en,A Person,female,none';
const LONG = 'a'.repeat(20_000);
const aliases = (count: number) => Array.from({ length: count }, () => '*a').join(', ');
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `x${at}`);
const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const;

const names: readonly Hostile[] = [
  ...NAMES.map((name): Hostile => {
    return [`the key ${name}`, 'bad-id', EDITION, edition('  place: {', `  ${name}: {`)];
  }),
  ...NAMES.map((name): Hostile => {
    const spoil = edition('      proposals:', `      ${name}:`);
    return [`a deadline ${name}`, 'bad-id', EDITION, spoil];
  }),
  ...NAMES.map((name): Hostile => {
    return [`an organisation ${name}`, 'bad-id', EDITION, edition('  undp:', `  ${name}:`)];
  }),
  ...NAMES.map((name): Hostile => {
    const spoil = list(`${PERSON},z`, `,${name}`);
    return [`a column ${name}`, 'bad-id', 'stakeholders.csv', spoil];
  }),
  [
    'a recipient constructor',
    'bad-id',
    'stakeholders.csv',
    list('constructor,government,en,A,female,none'),
  ],
  ['a letter constructor', 'bad-id', EDITION, edition('id: invitation', 'id: constructor')],
  ['a kind __proto__', 'bad-id', EDITION, edition('kind: forum-invitation', 'kind: __proto__')],
  ['a kind constructor', 'bad-id', EDITION, edition('kind: forum-invitation', 'kind: constructor')],
  ['a field __proto__ in a template', 'unknown-field', TEMPLATE, body('{{event.__proto__}}')],
  ['a field constructor in a template', 'unknown-field', TEMPLATE, body('{{letter.constructor}}')],
  ['a helper constructor', 'unknown-field', TEMPLATE, body('{{constructor}}')],
  ['a block toString', 'unknown-helper', TEMPLATE, body('{{#toString}}x{{/toString}}')],
  ['a partial constructor', 'missing-template', TEMPLATE, body('{{> constructor}}')],
];

const yaml: readonly Hostile[] = [
  [
    'aliases by the thousand',
    'too-large',
    EDITION,
    edition(
      'organisations:\n',
      `x: &a [${numbers(5_000).join(', ')}]\ny: [${aliases(5_000)}]\norganisations:\n`,
    ),
  ],
  [
    'laughs by the billion',
    'yaml-syntax',
    EDITION,
    edition(
      'organisations:\n',
      `a: &a [lol]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\norganisations:\n`,
    ),
  ],
  [
    'keys by the ten thousand',
    'unknown-key',
    EDITION,
    edition('organisations:\n', `${numbers(50_000).join(': 1\n')}: 1\norganisations:\n`),
  ],
  [
    'values by the million',
    'too-large',
    EDITION,
    edition('organisations:\n', `x: [${'1, '.repeat(1_200_000)}]\norganisations:\n`),
  ],
  [
    'brackets ten thousand deep',
    'yaml-syntax',
    EDITION,
    edition('organisations:\n', `x: ${nested('[', '', ']', 10_000)}\norganisations:\n`),
  ],
  [
    'a file of 40 MB',
    'too-large',
    EDITION,
    edition('organisations:\n', `${`# ${'x'.repeat(100)}\n`.repeat(400_000)}organisations:\n`),
  ],
  ['a list of 150 MB', 'too-large', EDITION, list(`${PERSON}\n`.repeat(4_000_000))],
  [
    'a key of a million letters',
    'unknown-key',
    EDITION,
    edition('organisations:\n', `${'k'.repeat(1_000)}: 1\norganisations:\n`),
  ],
  [
    'an id of 20,000 letters',
    'bad-id',
    EDITION,
    edition('id: invitation', `id: ${'h'.repeat(20_000)}`),
  ],
];

const words: readonly Hostile[] = [
  ['a word of 20,000 letters in a template', 'long-word', TEMPLATE, body(`A ${LONG} b.`)],
  ['a word of 100,000 letters', 'too-large', TEMPLATE, body(`A ${LONG.repeat(5)} b.`)],
  [
    'a word of 20,000 letters in the edition',
    'long-word',
    EDITION,
    edition('{ar: جنيف, en: Geneva}', LONG),
  ],
  [
    'a word of 20,000 letters in a list',
    'long-word',
    'stakeholders.csv',
    list(`x,government,en,${LONG},female,none`),
  ],
  [
    'a value of 200,000 words',
    'too-large',
    EDITION,
    edition('{ar: جنيف, en: Geneva}', 'Geneva '.repeat(200_000)),
  ],
];

const manySubjects: Spoil = (folder) => {
  const lines = Array.from({ length: 5_000 }, () => `  - ${'Word '.repeat(15)}`).join('\n');
  put(
    folder,
    TEMPLATE,
    `---\nsubject:\n${lines}\nsalutation: stakeholders\nclosing: standard\n---\nx`,
  );
};

const PHASES = `phases:\n${'      - {start: 2027-01-01, title: T, items: [a, b, c]}\n'.repeat(400)}    signatories: [`;

const templates: readonly Hostile[] = [
  [
    'a value of 20,000 letters printed 10,000 times',
    'too-large',
    TEMPLATE,
    all(
      edition('{ar: جنيف, en: Geneva}', 'Geneva '.repeat(2_800)),
      body('{{event.place}} '.repeat(10_000)),
    ),
  ],
  ['5,000 lines of subject', 'too-large', TEMPLATE, manySubjects],

  ['comments opened 120,000 times', 'too-large', TEMPLATE, body(`x ${'<!--'.repeat(120_000)}`)],
  ['comments opened 10,000 times', 'too-large', TEMPLATE, body(`x ${'<!--'.repeat(10_000)}`)],
  ['braces opened 100,000 times', 'template-syntax', TEMPLATE, body('{{'.repeat(40_000))],
  [
    'comments of Handlebars 20,000 times',
    'template-syntax',
    TEMPLATE,
    body('{{!--'.repeat(19_000)),
  ],
  ['10,000 quotes in a line', 'too-deep', TEMPLATE, body(`${'>'.repeat(10_000)} x`)],
  [
    '400 lists in lists',
    'too-deep',
    TEMPLATE,
    body(Array.from({ length: 400 }, (_, at) => `${' '.repeat(2 * at)}- x`).join('\n')),
  ],
  ['400 lists in a line', 'too-deep', TEMPLATE, body(`${'- '.repeat(400)}x`)],
  ['400 numbered lists in a line', 'too-deep', TEMPLATE, body(`${'1. '.repeat(400)}x`)],
  [
    'stars by the ten thousand',
    'too-large',
    TEMPLATE,
    body(`${'*a '.repeat(10_000)}${'a* '.repeat(10_000)}`),
  ],
  ['brackets by the ten thousand', 'too-large', TEMPLATE, body(`${'[ '.repeat(20_000)}x`)],
  [
    '3,000 helpers in helpers',
    'too-deep',
    TEMPLATE,
    body(`{{#if ${nested('(not ', 'event', ')', 3_000)}}}x{{/if}}`),
  ],
  [
    '3,000 blocks in blocks',
    'too-deep',
    TEMPLATE,
    body(nested('{{#if event}}', 'x', '{{/if}}', 3_000)),
  ],
  [
    'loops in loops in loops',
    'too-large',
    TEMPLATE,
    all(
      edition('signatories: [', PHASES),
      body(nested('{{#each letter.phases}}', 'x y\n\n', '{{/each}}', 3)),
    ),
  ],
  [
    'partials that double',
    'too-large',
    'p24.en.md.hbs',
    partial('{{> p0}}', {
      ...Object.fromEntries(
        Array.from({ length: 24 }, (_, at) => [`p${at}`, `{{> p${at + 1}}}{{> p${at + 1}}}`]),
      ),
      p24: 'x ',
    }),
  ],
  [
    'loops in loops that print nothing',
    'too-large',
    TEMPLATE,
    all(
      edition('signatories: [', PHASES),
      body(nested('{{#each letter.phases}}', '', '{{/each}}', 3)),
    ),
  ],
  [
    'partials that include each other',
    'template-syntax',
    'b.en.md.hbs',
    partial('{{> a}}', { a: '{{> b}}', b: '{{> a}}' }),
  ],
  ['a path of 10,000 parts', 'unknown-field', TEMPLATE, body(`{{event${'.x'.repeat(10_000)}}}`)],
  [
    'front matter by the megabyte',
    'too-large',
    EDITION,
    (folder) =>
      put(
        folder,
        TEMPLATE,
        `---\nsubject: ${'S '.repeat(600_000)}\nsalutation: stakeholders\nclosing: standard\n---\nx`,
      ),
  ],
];

/** Every row. */
export const TEXTS: readonly Hostile[] = [...names, ...yaml, ...words, ...templates];
