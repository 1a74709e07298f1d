import { describe, expect, test } from 'vitest';
import { body, circular, compose, EDITION, shown, template } from './fixture.ts';

/** What is said of the English circular with that body, without the file. */
function said(text: string, edition = EDITION): string[] {
  const { found } = circular(text, { 'edition.yaml': edition });
  return found.map((one) => one.replace('templates/test/en.md.hbs:', ''));
}

const NO_DEADLINES = EDITION.replace('deadlines: {proposals: 2026-06-01}', 'deadlines: {}');
const NO_PHASES = EDITION.replace(/ {4}phases:\n(?: {6}- .*\n)+/, '    phases: []\n');

describe('a value that is not there is an error where it is printed', () => {
  test.each([
    ['an empty list', 'by {{list event.coorganisers}} now', 'error empty-field 6:11'],
    ['in a form', 'by {{list event.coorganisers form="short"}} now', 'error empty-field 6:11'],
    ['a lookup', '{{date (lookup letter.deadlines form)}}', 'error empty-field 6:8'],
    ['a bare lookup', 'x {{lookup letter.texts form}} y', 'error empty-field 6:3'],
    [
      'a lookup by a variable',
      '{{#each letter.phases as |p|}}{{#if @first}}{{quote (lookup letter.texts @key)}}{{/if}}{{/each}}',
      'error empty-field 6:53',
    ],
    ['an item of a list', 'x {{org (lookup event.hosts 7)}} y', 'error empty-field 6:9'],
    [
      'a lookup in a range',
      '{{range letter.deadlines.proposals (lookup letter.deadlines form)}}',
      'error empty-field 6:36',
    ],
    [
      'a lookup with nothing for its key',
      '{{date (lookup letter.deadlines recipient.category)}}',
      'error empty-field 6:8',
    ],
    [
      'the text of an option',
      '{{choose form circular=event.short personal="x"}}',
      'error empty-field 6:1',
    ],
    ['the text for one', '{{self one=event.short many="x"}}', 'error empty-field 6:1'],
    [
      'the text of a plural',
      '{{plural letter.numbers.single one=event.short other="x"}}',
      'error empty-field 6:1',
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test('a list that a loop goes through', () => {
    const loop = '{{#each letter.phases as |phase|}}\n{{phase.title}}\n{{/each}}';
    expect(said(loop)).toEqual([]);
    expect(said(loop, NO_PHASES)).toEqual(['error empty-field 6:9']);
    expect(said(`{{#if letter.phases}}${loop}{{/if}}`, NO_PHASES)).toEqual([]);
    expect(said(loop.replace('{{/each}}', '{{else}}\nNone.\n{{/each}}'), NO_PHASES)).toEqual([]);
  });

  test('a record that a loop goes through', () => {
    const loop = '{{#each letter.deadlines}}{{date this}}{{/each}}';
    expect(said(loop, NO_DEADLINES)).toEqual(['error empty-field 6:9']);
  });

  test('in a loop, some items have lists of which nothing is printed', () => {
    const loop =
      '{{#each letter.phases as |phase|}}\n{{phase.title}}\n\n{{#each phase.items as |item|}}\n- {{item}}\n{{/each}}\n\n{{/each}}';
    expect(said(loop)).toEqual([]);
  });

  test('a template that comes with the tool leaves out hosts and co-organisers that are none', () => {
    const edition = EDITION.replace('kind: test', 'kind: forum-invitation')
      .replace('hosts: [itu, undp]', 'hosts: []')
      .replace('links: {', 'links: {consultation: https://itu.int/c, ')
      .replace('{outcome:', '{other:');
    for (const language of ['ar', 'en', 'fr', 'es'] as const) {
      const selection = { languages: [language], forms: ['circular'] } as const;
      const { diagnostics, letters } = compose({ 'edition.yaml': edition }, selection);
      expect(diagnostics).toEqual([]);
      const body = JSON.stringify(letters[0]?.body);
      expect(body).not.toMatch(/hosted|باستضافة|[Aa]ccueilli|anfitri|[،,] *[،.,]/);
    }
  });

  test('a partial', () => {
    const partial = { 'templates/partials/by.en.md.hbs': 'by {{list event.coorganisers}} now' };
    expect(circular('{{> by}}', partial).found).toEqual([
      'error empty-field templates/partials/by.en.md.hbs:1:11',
    ]);
  });

  test('a value of characters that are not seen', () => {
    const edition = EDITION.replace('texts: {note: Note}', 'texts: {note: "\\u200B"}');
    expect(said('x {{letter.texts.note}} y', edition)).toEqual(['error empty-field 6:3']);
  });

  test('in a condition, it is what is asked', () => {
    const texts = [
      '{{#if (lookup letter.deadlines form)}}x{{/if}}',
      '{{#if event.coorganisers}}with {{list event.coorganisers}}{{/if}}',
      '{{#with (lookup letter.phases 9)}}{{title}}{{/with}}',
      '{{#unless (lookup letter.texts form)}}x{{/unless}}',
      '{{#if (or event.coorganisers event.short)}}x{{/if}}',
    ];
    expect(texts.flatMap((text) => said(text))).toEqual([]);
  });

  test('of each recipient, by category', () => {
    const edition = EDITION.replace('deadlines: {', 'deadlines: {government: 2026-05-01, ');
    const files = {
      'edition.yaml': edition,
      'templates/test/en.md.hbs': template(
        'By {{date (lookup letter.deadlines recipient.category)}}.',
      ),
    };
    const { diagnostics, letters } = compose(files, { languages: ['en'], forms: ['personal'] });
    expect(diagnostics).toMatchObject([
      {
        code: 'empty-field',
        message: '"letter.deadlines" has no "private-sector" in the letter "invitation"',
        hint: 'of "nobody"; give it in the data, or print it inside {{#if …}}',
      },
    ]);
    expect(
      letters.map(({ body: blocks }) => body({ ...letters[0], body: blocks } as never)),
    ).toContainEqual(['By ⟨1 May 2026⟩.']);
  });
});

describe('a gap in a sentence is found in what was composed', () => {
  const HOSTS = '{{#if event.coorganisers}}{{list event.coorganisers}}{{/if}}';
  test.each([
    ['before a comma', `hosted by ${HOSTS}, and`],
    ['before a full stop', `hosted by ${HOSTS}.`],
    ['before a stop inside bold', `hosted by **${HOSTS}**, and`],
    ['between two commas', `hosted by A,${HOSTS}, and B`],
    ['in brackets', `the forum (${HOSTS}) is`],
    ['between Spanish marks', `¿${HOSTS}?`],
    ['in guillemets', `« ${HOSTS} »`],
    ['in quotation marks', `the “${HOSTS}” is`],
    ['at the end after a colon', `Hosts: ${HOSTS}\n\nNext.`],
    ['as the words of a link', `[${HOSTS}](https://itu.int)`],
    ['at the beginning', `${HOSTS}, we invite you`],
    ['after a line end', `hosted by\n${HOSTS}, and`],
    ['two conditions', `by ${HOSTS}{{#if event.short}}x{{/if}}, and`],
    ['a condition in a condition', `by {{#if form}}${HOSTS}{{/if}}, and`],
    ['a loop', 'by {{#if form}}{{#each letter.phases}}{{#if false}}x{{/if}}{{/each}}{{/if}}, and'],
    ['a text that is empty on purpose', 'by {{choose form circular="" personal="x"}}, and'],
    ['an item of a list', `- ${HOSTS}\n- B`],
    ['an item with a number', `1. ${HOSTS}\n2. B`],
    ['a heading', `## ${HOSTS}\n\ntext`],
    ['an Arabic comma', `من ${HOSTS}، و`],
    ['a Chinese comma', `由，${HOSTS}，和`],
    ['a question', `with ${HOSTS}?`],
  ])('%s', (_, text) => {
    expect(said(text).map((one) => one.replace(/ [\d:]+$/, ''))).toEqual(['error empty-field']);
  });

  test('a link without an address is told where it is read', () => {
    expect(said(`[forum](${HOSTS})`)).toEqual([expect.stringMatching(/^error bad-url /)]);
  });

  const GOOD = [
    ['an ending', 'invité{{choose form circular="" personal="e"}}, vous', 'invité, vous'],
    ['an ending at the end', 'née{{choose form circular="" personal="s"}}', 'née'],
    [
      'an ending before a bracket',
      'the host{{plural letter.numbers.single one="" other="s"}} (A)',
      'the host (A)',
    ],
    ['a part of a sentence', `you ${HOSTS} to attend`, 'you to attend'],
    ['a word', 'the {{choose form circular="" personal="High"}} Level', 'the Level'],
    ['with its space', `you{{#if event.short}} and ${HOSTS}{{/if}}, to`, 'you, to'],
    ['with its brackets', 'Geneva{{#if event.short}} ({{event.short}}){{/if}}.', 'Geneva.'],
    ['at the beginning of a sentence', 'One. {{#if event.short}}Two.{{/if}} Three.', 'One. Three.'],
    ['at the end', 'One. {{#if event.short}}Two.{{/if}}', 'One.'],
    ['a number after it', 'a {{#if event.short}}b{{/if}} .5', 'a .5'],
    ['a heading with a part', '## Programme {{#if event.short}}x{{/if}}', '## Programme'],
    ['a list after a colon', 'Attached:\n{{#if event.short}}\n- A\n{{/if}}\n- B', 'Attached:,- B'],
    ['a paragraph', 'a\n\n{{#if event.short}}b{{/if}}\n\nc', 'a,c'],
    ['a paragraph of an empty text', 'a\n\n{{self one="" many="We"}}\n\nc', 'a,c'],
    ['a comment', 'by {{! not yet }}A, and', 'by A, and'],
  ] as const;
  test.each(GOOD)('no gap: %s', (_, text, expected) => {
    const { letters, found } = circular(text);
    expect(found).toEqual([]);
    expect(
      body(letters[0])
        .map((line) => line.trim())
        .join(),
    ).toBe(expected);
  });

  test('French writes a space before some marks', () => {
    const front =
      'subject: "S {{#if event.short}}x{{/if}} : T"\nsalutation: stakeholders\nclosing: standard';
    const files = {
      'templates/test/fr.md.hbs': template('Bienvenue {{#if event.short}}x{{/if}} !', front),
    };
    const { found } = compose(files, { languages: ['fr'], forms: ['circular'] });
    expect(found).toEqual([]);
  });

  test('of the front matter too', () => {
    const front = `subject: "By ${HOSTS}, A"\nsalutation: {text: "Dear ${HOSTS},"}\nclosing: standard`;
    const files = { 'templates/test/en.md.hbs': template('x', front) };
    const { found } = compose(files, { languages: ['en'], forms: ['circular'] });
    expect(found).toHaveLength(2);
  });

  test.each([
    [
      'subject',
      'subject: "{{#if event.short}}x{{/if}}"\nsalutation: stakeholders\nclosing: standard',
      'x',
    ],
    [
      'salutation',
      'subject: S\nsalutation: {text: "{{#if event.short}}x{{/if}}"}\nclosing: standard',
      'x',
    ],
    [
      'closing',
      'subject: S\nsalutation: stakeholders\nclosing: {text: "{{#if event.short}}x{{/if}}"}',
      'x',
    ],
  ])('an empty %s', (part, front, text) => {
    const files = { 'templates/test/en.md.hbs': template(text, front) };
    const { diagnostics } = compose(files, { languages: ['en'], forms: ['circular'] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `the ${part} of the letter "invitation" is empty`,
    ]);
  });

  test('a line of the subject that is empty is left out', () => {
    const front =
      'subject: [A, "{{#if event.short}}x{{/if}}"]\nsalutation: stakeholders\nclosing: standard';
    const files = { 'templates/test/en.md.hbs': template('x', front) };
    const { letters, found } = compose(files, { languages: ['en'], forms: ['circular'] });
    expect([letters[0]?.subject.lines.map(shown), letters[0]?.title, found]).toEqual([
      ['A'],
      'A',
      [],
    ]);
  });

  test('two spaces around nothing are one', () => {
    const front = `subject: "A ${HOSTS} B"\nsalutation: stakeholders\nclosing: standard`;
    const files = { 'templates/test/en.md.hbs': template('x', front) };
    const { letters } = compose(files, { languages: ['en'], forms: ['circular'] });
    expect(letters[0]?.subject.lines.map(shown)).toEqual(['A B']);
  });
});
