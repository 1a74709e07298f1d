/** What an edition has and no letter uses: nobody would see the loss in the letters. */
import { describe, expect, test } from 'vitest';
import { compose, EDITION, type Files, LIST, template } from './fixture.ts';

const TEMPLATES: Files = Object.fromEntries(
  ['ar', 'en', 'fr', 'es'].map((language) => [`templates/test/${language}.md.hbs`, template('x')]),
);

/** Warnings and hints of an edition with these files. */
function warnings(files: Files): { readonly found: readonly string[]; readonly hints: string[] } {
  const { found, diagnostics } = compose({ ...TEMPLATES, ...files });
  return { found, hints: diagnostics.map(({ hint }) => hint ?? '') };
}

describe('columns that nothing uses', () => {
  const list = LIST.replace('title', 'Old title').replace('country', 'Land');

  test('are told once at their header, with the columns that the list lacks', () => {
    const { found, hints } = warnings({ 'list.csv': list });
    expect(found).toEqual([
      'warning unknown-column list.csv:1:39',
      'warning unknown-column list.csv:1:62',
      'warning unknown-column list.csv:1:79',
    ]);
    expect(hints[0]).toMatch(/^did you mean "title"\? .*recipient\.extra\.old-title/);
    expect(hints[1]).toMatch(/lacks title, country: .*recipient\.extra\.land/);
  });

  test.each([
    ['{{recipient.extra.note}} {{recipient.extra.land}} {{recipient.extra.old-title}}'],
    ['{{#each recipient.extra}}{{this}}{{/each}}'],
  ])('are not told of where a template has %s', (text) => {
    const body = template(`{{#if recipient}}${text}{{/if}}`);
    const { found } = warnings({ 'list.csv': list, 'templates/test/en.md.hbs': body });
    expect(found.filter((one) => one.includes('unknown-column'))).toEqual([]);
  });

  test('are no slips where the list has the usual columns, be it by language', () => {
    expect(warnings({}).found).toEqual([]);
    expect(warnings({ 'list.csv': LIST.replace('title', 'title-en') }).found).toEqual([]);
  });
});

describe('templates that no letter can use', () => {
  test.each([
    ['templates/test/ru.hbs', 'templates/test/ru.md.hbs'],
    ['templates/test/fr.md', 'templates/test/fr.md.hbs'],
    ['templates/tset/en.md.hbs', 'templates/test/en.md.hbs'],
    ['templates/other/en.md.hbs', 'templates/test/en.md.hbs'],
    ['templates/en.md.hbs', 'templates/test/en.md.hbs'],
    ['templates/test/english.md.hbs', 'templates/test/<language>.md.hbs'],
    ['templates/test/deeper/en.md.hbs', 'templates/test/en.md.hbs'],
    ['templates/mail/en.md.hbs', 'templates/mail/mail.en.md.hbs'],
    ['templates/partials/dates.md.hbs', 'templates/partials/dates.<language>.md.hbs'],
    ['template/test/en.md.hbs', 'templates/test/en.md.hbs'],
  ])('%s is told, with the name that it should have', (file, name) => {
    const { found, hints } = warnings({ [file]: template('x') });
    expect(found).toEqual([`warning unused-template ${file}:1:1`]);
    expect(hints).toEqual([`call it ${name}`]);
  });

  test.each([
    'templates/test/ru.md.hbs',
    'templates/forum-invitation/en.md.hbs',
    'templates/mail/mail.en.md.hbs',
    'templates/partials/dates.en.md.hbs',
    'templates/README.md',
    'templates/test/en.md.hbs~',
    'templates/test/.en.md.hbs.swp',
    'texts/en.md.hbs',
  ])('%s is not', (file) => {
    expect(warnings({ [file]: template('x') }).found).toEqual([]);
  });
});

describe('a personal letter without a recipient', () => {
  const line = EDITION.split('\n').findIndex((one) => one.includes('forms: [')) + 1;
  const edition = (from: string, to: string) => ({ 'edition.yaml': EDITION.replace(from, to) });
  const filter = '    mark: original-signed\n    recipients: {categories: [civil-society]}';

  test.each([
    ['no list', edition('lists: [list.csv]', 'lists: []'), /^add a list/],
    ['a filter for nobody', edition('    mark: original-signed', filter), /lets no stakeholder/],
  ])('is told at its forms: %s', (_, files, hint) => {
    const { found, hints } = warnings(files);
    expect(found).toEqual([`warning no-recipients edition.yaml:${line}:5`]);
    expect(hints[0]).toMatch(hint);
  });

  test('is not told of a circular, nor where a selection is narrow', () => {
    const circular = EDITION.replace('[circular, personal]', '[circular]');
    const files = { 'edition.yaml': circular.replace('lists: [list.csv]', 'lists: []') };
    expect(warnings(files).found).toEqual([]);
    expect(compose(TEMPLATES, { categories: ['civil-society'] }).found).toEqual([]);
  });
});
