/** To whom letters go by the lists, and what is said of lists and languages that are left out. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { formFor, reportUnusedLists } from '../../src/compose/select.ts';
import { Problems } from '../../src/diagnostic.ts';
import { planMail } from '../../src/mail/plan.ts';
import type { Edition } from '../../src/model.ts';
import { EDITION, LIST, load, template } from './fixture.ts';

const OTHERS = LIST.replace('minister,', 'visa-1,')
  .replace('nobody,', 'visa-2,')
  .replaceAll('Ann Lee', 'Eve Poe');
const MAIL = 'mail: {from: {address: a@itu.int}}\n';

interface Setting {
  readonly forms?: string;
  readonly filter?: string;
  readonly categories?: string;
  readonly mail?: string;
  readonly languages?: string;
}

function edition({
  forms = '[circular]',
  filter,
  categories,
  mail = MAIL,
  languages = '[en]',
}: Setting): Edition {
  const text = EDITION.replace('forms: [circular, personal]', `forms: ${forms}`)
    .replace('languages: [ar, en, fr, es]', `languages: ${languages}`)
    .replace('lists: [list.csv]', `lists: [list.csv, visa.csv]\n${mail}`)
    .replace(
      'categories: [government, private-sector]',
      `categories: ${categories ?? '[government, private-sector]'}`,
    )
    .replace(
      '    signatories: [one]',
      `${filter ? `    recipients: ${filter}\n` : ''}    signatories: [one]`,
    );
  return load({
    'edition.yaml': text,
    'visa.csv': OTHERS,
    'templates/test/en.md.hbs': template('x'),
    'templates/test/fr.md.hbs': template('x'),
  });
}

function forms(setting: Setting): Record<string, string | undefined> {
  const { stakeholders, letters } = edition(setting);
  const [spec] = letters;
  if (!spec) throw new Error('no letter');
  return Object.fromEntries(stakeholders.map((one) => [one.id.value, formFor(one, spec)]));
}

describe('a circular obeys the filter of its letter', () => {
  test.each<[string, Setting, string[]]>([
    ['no filter', {}, ['minister', 'nobody', 'visa-1', 'visa-2']],
    ['lists', { filter: '{lists: [list.csv]}' }, ['minister', 'nobody']],
    [
      'lists, without categories',
      { filter: '{lists: [visa.csv]}', categories: '[]' },
      ['visa-1', 'visa-2'],
    ],
    ['categories', { filter: '{categories: [government]}' }, ['minister', 'visa-1']],
    ['categories that it does not list', { filter: '{categories: [civil-society]}' }, []],
    ['countries', { filter: '{countries: [FR]}' }, ['nobody', 'visa-2']],
    ['languages', { filter: '{languages: [fr]}' }, []],
    ['several', { filter: '{lists: [list.csv], categories: [private-sector]}' }, ['nobody']],
    ['neither categories nor filter', { categories: '[]' }, []],
  ])('%s', (_, setting, expected) => {
    const found = forms(setting);
    expect(Object.keys(found).filter((id) => found[id] === 'circular')).toEqual(expected);
  });

  test('in both forms, its categories are those who get the letter in person', () => {
    const both = { forms: '[circular, personal]' };
    expect(forms({ ...both, filter: '{categories: [government], lists: [list.csv]}' })).toEqual({
      minister: 'personal',
      nobody: 'circular',
    });
    expect(forms({ ...both, filter: '{lists: [list.csv]}' })).toEqual({
      minister: 'personal',
      nobody: 'personal',
    });
  });
});

describe('a list that no letter uses', () => {
  function said(setting: Setting): string[] {
    const problems = new Problems();
    reportUnusedLists(edition(setting), problems);
    return problems.all.map(
      ({ code, span, message }) =>
        `${code} ${span?.file.split('/').at(-1)}:${span?.line} ${message}`,
    );
  }

  test('is told at its first line', () => {
    const told = ['unused-list visa.csv:1 nobody of the list "visa.csv" gets a letter'];
    expect(said({ filter: '{lists: [list.csv]}' })).toEqual(told);
    expect(said({ forms: '[personal]', filter: '{lists: [list.csv]}', mail: '' })).toEqual(told);
  });

  test.each<[string, Setting]>([
    ['all lists are used', {}],
    ['all are used in person', { forms: '[personal]' }],
    ['no list is, as the circular is not mailed', { filter: '{lists: [list.csv]}', mail: '' }],
    ['no list is, as the circular names no readers', { categories: '[]' }],
  ])('no alarm where %s', (_, setting) => {
    expect(said(setting)).toEqual([]);
  });
});

describe('a language that a letter is not written in', () => {
  function told(setting: Setting) {
    const found = edition(setting);
    const { letters, diagnostics } = composeEdition(found);
    const checked = diagnostics.filter(({ code }) => code === 'language-not-offered');
    const blocks = planMail(found, letters)
      .messages.flatMap((one) => one.blocks)
      .filter(({ code }) => code === 'language-not-offered');
    return {
      checked: checked.map(({ message }) => message),
      planned: blocks.map(({ message }) => message),
    };
  }

  test.each(['[circular]', '[personal]', '[circular, personal]'])(
    'is told by check as by mail plan: %s',
    (form) => {
      const { checked, planned } = told({ forms: form, languages: '[fr]' });
      expect(checked).toHaveLength(4);
      expect(checked[0]).toBe(
        '"minister" gets no letter "invitation", which is not written in "en"',
      );
      expect(checked).toEqual(planned);
    },
  );

  test('not of those whom the filter spares, nor of a circular that is not mailed', () => {
    expect(told({ languages: '[fr]', filter: '{languages: [fr]}' }).checked).toEqual([]);
    expect(told({ languages: '[fr]', mail: '' }).checked).toEqual([]);
  });

  test('of many the first are named, and the rest counted', () => {
    const [header = ''] = LIST.split('\n');
    const rows = Array.from({ length: 9 }, (_, at) => `m${at},government,en,M${at},,,,,,,`);
    const found = load({
      'edition.yaml': EDITION.replace('languages: [ar, en, fr, es]', 'languages: [fr]'),
      'list.csv': `${[header, ...rows].join('\n')}\n`,
      'templates/test/fr.md.hbs': template('x'),
    });
    const said = composeEdition(found, { forms: ['personal'] }).diagnostics;
    expect(said.filter(({ code }) => code === 'language-not-offered')).toHaveLength(6);
    expect(said.at(-1)?.message).toBe('4 more who read "en" get no letter "invitation"');
    expect(said.at(-1)?.span?.line).toBe(7);
  });
});
