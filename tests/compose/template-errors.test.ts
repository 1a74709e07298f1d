import { describe, expect, test } from 'vitest';
import { circular, compose, template } from './fixture.ts';

/** The English circular's problems; the place is in its template, whose body begins at line 6. */
function problems(body: string): readonly string[] {
  return circular(body).found.map((line) => line.replace('templates/test/en.md.hbs:', ''));
}

describe('faults of a body, by code and place', () => {
  test.each<[string, string[]]>([
    // Paths
    ['{{event.nmae}}', ['error unknown-field 6:3']],
    ['Text {{evnt.name}} text', ['error unknown-field 6:8']],
    ['a\n\n{{letter.deadlines.propsals}}', ['error unknown-field 8:3']],
    ['{{date letter.deadlines.propsals}}', ['error unknown-field 6:8']],
    ['{{organisations.ito.name}}', ['error unknown-field 6:3']],
    ['{{recipient.extra.nte}}', ['error unknown-field 6:3']],
    ['{{#if event.them}}x{{/if}}', ['error unknown-field 6:7']],
    ['{{#unless event.them}}x{{/unless}}', ['error unknown-field 6:11']],
    ['{{#each letter.phase}}x{{/each}}', ['error unknown-field 6:9']],
    ['{{#with event.foo}}x{{/with}}', ['error unknown-field 6:9']],
    ['{{#each letter.phases as |phase|}}{{phase.titel}}{{/each}}', ['error unknown-field 6:37']],
    ['{{#each letter.phases}}{{titel}}{{/each}}', ['error unknown-field 6:26']],
    ['{{lookup letter.links "sit"}}', ['error unknown-field 6:23']],
    ['{{quote (org organisations.itx)}}', ['error unknown-field 6:14']],
    ['{{self one=event.x many="y"}}', ['error unknown-field 6:12']],
    ['{{@index}}', ['error unknown-field 6:3']],
    // Both branches, also one that this letter never reaches
    [
      '{{#if recipient}}{{recipient.nam}}{{else}}{{event.plac}}{{/if}}',
      ['error unknown-field 6:20', 'error unknown-field 6:45'],
    ],
    ['{{#if letter.numbers.nothing}}{{event.foo}}{{/if}}', ['error unknown-field 6:33']],
    // Empty fields
    ['{{event.short}}', ['error empty-field 6:3']],
    ['{{contact.fax}}', ['error empty-field 6:3']],
    ['{{recipient.name}}', ['error empty-field 6:3']],
    ['{{date letter.phases}}', ['error bad-argument 6:8']],
    ['{{#each letter.phases as |phase|}}{{phase.link}}{{/each}}', ['error empty-field 6:37']],
    // Helpers
    ['{{dat event.start}}', ['error unknown-helper 6:3']],
    ['{{#iff event.start}}x{{/iff}}', ['error unknown-helper 6:4']],
    ['{{quote (ogr organisations.itu)}}', ['error unknown-helper 6:10']],
    ['{{date event.name}}', ['error bad-argument 6:8']],
    ['{{date}}', ['error bad-argument 6:3']],
    ['{{date event.start event.end}}', ['error bad-argument 6:3']],
    ['{{date event.start stile="full"}}', ['error bad-argument 6:20']],
    ['{{date event.start style="ful"}}', ['error bad-argument 6:26']],
    ['{{range "x"}}', ['error bad-argument 6:9']],
    ['{{list event.name}}', ['error bad-argument 6:8']],
    ['{{org event.hosts}}', ['error bad-argument 6:7']],
    ['{{plural letter.numbers.projects one="x"}}', ['error bad-argument 6:3']],
    ['{{person letter.persons.chair title="yes"}}', ['error bad-argument 6:31']],
    ['{{#if}}x{{/if}}', ['error bad-argument 6:4']],
    ['{{#each event.name}}x{{/each}}', ['error bad-argument 6:9']],
    ['{{ordinal 200}}', ['error bad-argument 6:1']],
    ['{{choose recipient.category government="x"}}', ['error bad-argument 6:3']],
    ['{{choose recipient.gender female="x" male="y"}}', ['error empty-field 6:10']],
    ['{{choose recipient.gender other="y"}}', []],
    ['{{choose recipient.category goverment="x" other="y"}}', ['error bad-argument 6:29']],
    ['{{choose recipient.gender female="x"}}', ['error bad-argument 6:3']],
    [
      '{{choose letter.texts.note Note="x"}}{{choose letter.texts.note x="x"}}',
      ['error bad-argument 6:38'],
    ],
    // Values that have no text
    ['{{event}}', ['error bad-argument 6:3']],
    ['{{letter.links}}', ['error bad-argument 6:3']],
    ['{{event.agencies}}', ['error bad-argument 6:3']],
    ['{{letter.confidential}}', ['error bad-argument 6:3']],
    // Syntax of Handlebars
    ['a {{#if event}} b', ['error template-syntax 6:3']],
    ['a {{#if event}} b {{/each}}', ['error template-syntax 6:6']],
    ['a\nb {{event.name', ['error template-syntax 7:3']],
    ['a {{event ]}} b', ['error template-syntax 6:11']],
    ['a {{/if}} b', ['error template-syntax 6:3']],
    ['a {{else}} b', ['error template-syntax 6:3']],
    ['{{#*inline "x"}}y{{/inline}}', ['error template-syntax 6:1']],
    ['{{> nowhere}}', ['error missing-template 6:1']],
    // Markdown
    ['a <b>c</b>', ['error template-syntax 6:3', 'error template-syntax 6:7']],
    ['<div>\nx\n</div>', ['error template-syntax 6:1']],
    ['a\n\n    code', ['error template-syntax 8:1']],
    ['a `code`', ['error template-syntax 6:3']],
    ['![x](y.png)', ['error template-syntax 6:1']],
    ['a\n\n---\n\nb', ['error template-syntax 8:1']],
    ['[x](#)', ['error placeholder-link 6:5']],
    ['[x](javascript:alert)', ['error bad-url 6:5']],
    ['[x]({{letter.texts.note}})', ['error bad-url edition.yaml:77:19']],
    // All at once
    [
      '{{event.nmae}} {{dat event.start}}\n\n{{date event.name}}',
      ['error unknown-field 6:3', 'error unknown-helper 6:18', 'error bad-argument 8:8'],
    ],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

test.each<[string, string, string | undefined]>([
  ['{{#if event}}\n{{#if letter}}a{{/if}}\nb', 'the block {{#if}} is never closed', '{{/if}}'],
  [
    '{{!-- {{#with x}} --}}{{#each letter.phases}}',
    'the block {{#each}} is never closed',
    '{{/each}}',
  ],
  ['{{#each letter.phases}}a{{/if}}', '{{#each}} is not closed before {{/if}}', '{{/each}}'],
  ['a {{event.name', 'these {{ are never closed', '}}'],
])('what is not closed is named, with what to write: %s', (body, message, end) => {
  const [problem] = circular(body).diagnostics;
  expect(problem?.message).toBe(message);
  expect(problem?.hint).toMatch(new RegExp(`^write ${end}`));
  expect(problem?.span).toMatchObject({ line: 6 });
});

test('an unknown kind is one problem in however many languages', () => {
  const { found, diagnostics } = compose({}, {});
  expect(found).toEqual(['error missing-template edition.yaml:57:11']);
  expect(diagnostics[0]?.message).toBe('there is no template for the kind "test"');
});

test('a language that a known kind lacks is told each, with the file to write', () => {
  const { found, diagnostics } = compose(
    { 'templates/test/en.md.hbs': template('x') },
    { forms: ['circular'] },
  );
  expect(found).toHaveLength(3);
  expect(diagnostics[0]?.hint).toBe('write templates/test/ar.md.hbs in the edition');
});

test('columns count code points', () => {
  expect(problems('🙂🙂 {{event.nmae}}')).toEqual(['error unknown-field 6:6']);
});

test('hints and messages name the field, the letter and the language', () => {
  const [first] = circular('{{event.nmae}}').diagnostics;
  expect(first?.message).toBe(
    '"event.nmae" names no field: the event has no "nmae" (letter "invitation", en)',
  );
  expect(first?.hint).toBe('did you mean "name"?');
});

test('a key that looks like a slip in a condition is a warning', () => {
  expect(problems('{{#if letter.deadlines.propsals}}x{{/if}}')).toEqual([
    'warning unknown-field 6:7',
  ]);
  expect(problems('{{#if letter.numbers.entities}}{{letter.numbers.entities}}{{/if}}')).toEqual([]);
});

describe('faults of the front matter', () => {
  test.each<[string, string[]]>([
    [
      'subject: a {{event.nmae}}\nsalutation: stakeholders\nclosing: standard',
      ['error unknown-field 2:14'],
    ],
    [
      'subject:\n  - a\n  - "b {{event.nmae}}"\nsalutation: stakeholders\nclosing: standard',
      ['error unknown-field 4:10'],
    ],
    [
      'subject: |\n  a\n  b {{event.nmae}}\nsalutation: stakeholders\nclosing: standard',
      ['error unknown-field 4:7'],
    ],
    ['salutation: stakeholders\nclosing: standard', ['error missing-key 2:1']],
    ['subject: a\nsalutation: stakeholder\nclosing: standard', ['error unknown-formula 3:13']],
    ['subject: a\nsalutation: stakeholders\nclosing: standart', ['error unknown-formula 4:10']],
    [
      'subject: a\nsalutation: {text: "{{event.nmae}}"}\nclosing: standard',
      ['error unknown-field 3:23'],
    ],
    ['subject: a\nsalutation: {txt: x}\nclosing: standard', ['error unknown-key 3:14']],
    ['subjekt: a\nsalutation: stakeholders\nclosing: standard', ['error unknown-key 2:1']],
    ['subject: ""\nsalutation: stakeholders\nclosing: standard', ['error empty-value 2:10']],
    [
      'subject: "{{#if}"\nsalutation: stakeholders\nclosing: standard',
      ['error template-syntax 2:16'],
    ],
    ['subject: [a\nsalutation: stakeholders\nclosing: standard', ['error yaml-syntax 3:1']],
  ])('%j', (front, expected) => {
    const { found } = circular('x', { 'templates/test/en.md.hbs': template('x', front) });
    expect(found.map((line) => line.replace('templates/test/en.md.hbs:', ''))).toEqual(expected);
  });

  test('a template without front matter', () => {
    const { found } = circular('x', { 'templates/test/en.md.hbs': 'Only a body' });
    expect(found).toEqual(['error template-syntax templates/test/en.md.hbs:1:1']);
  });

  test('front matter without its end is told from none', () => {
    const messageOf = (text: string) => {
      const { diagnostics } = circular('x', { 'templates/test/en.md.hbs': text });
      return diagnostics[0]?.message;
    };
    expect(messageOf('---\nsubject: x\nBody')).toContain('has no end');
    expect(messageOf('Only a body')).toContain('begins with its front matter');
  });
});

test('a partial has problems of its own, and may not include itself', () => {
  const { found } = circular('{{> greeting}}\n{{> loop}}', {
    'templates/partials/greeting.en.md.hbs': 'Hello\n{{event.nmae}}',
    'templates/partials/loop.en.md.hbs': 'a {{> loop}}',
  });
  expect(found).toEqual([
    'error unknown-field templates/partials/greeting.en.md.hbs:2:3',
    'error template-syntax templates/partials/loop.en.md.hbs:1:3',
  ]);
});

test('a kind or language without template is told at the kind', () => {
  const { found, diagnostics } = compose(
    { 'templates/text/en.md.hbs': template('x') },
    { languages: ['en'] },
  );
  expect(found).toEqual(['error missing-template edition.yaml:57:11']);
  expect(diagnostics[0]?.hint).toBe('did you mean "text"?');
});

test('problems of all languages come in one run', () => {
  const files = Object.fromEntries(
    ['ar', 'en', 'fr', 'es'].map((language) => [
      `templates/test/${language}.md.hbs`,
      template('{{event.nmae}}'),
    ]),
  );
  expect(compose(files).found).toEqual(
    ['ar', 'en', 'fr', 'es'].map(
      (language) => `error unknown-field templates/test/${language}.md.hbs:6:3`,
    ),
  );
});
