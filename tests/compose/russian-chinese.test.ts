/** What Russian and Chinese need beyond the other languages: the dative, the order of names, signs. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import type { Letter } from '../../src/model.ts';
import { packageFile } from '../../src/package.ts';
import { shown } from './fixture.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Patch = readonly [file: string, from: string, to: string];

/** Composes an example in the two languages, with a text of one of its files replaced. */
function compose(name: string, ...patches: Patch[]) {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'ru-zh-'))), name);
  folders.push(folder);
  cpSync(packageFile('examples', name), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('/out'),
  });
  for (const [file, from, to] of patches) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  const { edition } = loadEdition(folder);
  if (!edition) throw new Error('the edition does not load');
  const { letters, diagnostics } = composeEdition(edition, { languages: ['ru', 'zh'] });
  const letter = (recipient: string | null, language: string): Letter | undefined =>
    letters.find((one) => one.recipient === recipient && one.language === language);
  return { letter, diagnostics };
}

const LIST = 'stakeholders.csv';
const head = (letter: Letter | undefined) => letter?.address.lines.map(shown);
const salutation = (letter: Letter | undefined) => letter?.salutation.map(shown);
const closing = (letter: Letter | undefined) => letter && shown(letter.closing);

describe('a Russian personal letter', () => {
  test('addresses a minister in the dative and greets her in the nominative', () => {
    const letter = compose('forum-2026').letter('sarsenova', 'ru');
    expect(head(letter)).toEqual([
      'Ее Превосходительству г-же ⟨Айгуль Сарсеновой⟩',
      '⟨Министру цифрового развития⟩',
      '⟨Министерство цифрового развития⟩',
      '⟨Казахстан⟩',
    ]);
    expect(salutation(letter)).toEqual(['Ваше Превосходительство,']);
    expect(closing(letter)).toBe(
      'Примите, Ваше Превосходительство, уверения в нашем самом высоком уважении.',
    );
  });

  test('names a person without rank by courtesy and family name', () => {
    const letter = compose('forum-2026').letter('litvinchuk', 'ru');
    expect(head(letter)?.[0]).toBe('Г-ну ⟨Павлу Литвинчуку⟩');
    expect(salutation(letter)).toEqual(['Уважаемый господин ⟨Литвинчук⟩,']);
    expect(closing(letter)).toBe('С уважением,');
  });

  test.each<[string, string, string]>([
    ['Айгуль Сарсеновой', '', 'the name "Айгуль Сарсенова" of "sarsenova" lacks its dative'],
    ['Министру цифрового развития', '', 'the title "Министр цифрового развития" of "sarsenova"'],
    // What the list words itself has its own column too.
    [
      'female,minister,,,Министр',
      'female,minister,,д-р,Министр',
      'the courtesy "д-р" of "sarsenova" lacks its dative',
    ],
  ])('never computes a dative: without «%s»', (from, to, message) => {
    const { diagnostics } = compose('forum-2026', [LIST, from, to]);
    expect(diagnostics.map(({ code, span }) => `${code} ${span?.line}`)).toEqual([
      'missing-form 20',
    ]);
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.hint).toContain('-dative');
  });

  test('takes the address of the list as it stands', () => {
    const { letter, diagnostics } = compose(
      'forum-2024',
      [LIST, 'a.gasparyan@example.org,,,', 'a.gasparyan@example.org,,Послу | Женева,'],
      [LIST, 'Араму Гаспаряну', ''],
    );
    expect(diagnostics).toEqual([]);
    expect(head(letter('gasparyan', 'ru'))).toEqual(['⟨Послу⟩', '⟨Женева⟩']);
  });
});

test('a Russian name that lacks a case is an error at the name, not a guess', () => {
  const { diagnostics } = compose('forum-2019', [
    'edition.yaml',
    ', of: Программы развития Организации Объединенных Наций',
    '',
  ]);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['missing-form']));
  expect(diagnostics[0]?.message).toBe(
    '"Программа развития Организации Объединенных Наций" lacks its genitive in Russian',
  );
});

describe('a Russian circular', () => {
  const letter = compose('forum-2026').letter(null, 'ru');

  test('addresses its groups in the dative', () => {
    expect(letter?.address.bullets.map(shown)).toEqual([
      'Правительствам;',
      'Частному сектору;',
      'Гражданскому обществу;',
      'Академическим организациям/техническому сообществу;',
      'Международным организациям',
    ]);
  });

  test('says the date with its place', () => {
    expect(letter && shown(letter.dateline)).toBe('⟨Женева⟩, ⟨10 апреля 2026 года⟩');
  });
});

describe('a Chinese letter', () => {
  test('goes from the large to the small, the name before courtesy and style', () => {
    const letter = compose('forum-2026').letter('wang-zhiyuan', 'zh');
    expect(head(letter)).toEqual(['⟨中国⟩', '⟨工业和信息化部⟩', '⟨副部长⟩', '⟨王志远⟩先生阁下']);
    expect(salutation(letter)).toEqual(['尊敬的副部长阁下：']);
    expect(closing(letter)).toBe('顺致最崇高的敬意');
  });

  test('names a person by family name, then courtesy', () => {
    const letter = compose('forum-2019').letter('aca-cn', 'zh');
    expect(head(letter)?.at(-1)).toBe('⟨郑若兰⟩⟨博士⟩');
    expect(salutation(letter)).toEqual(['尊敬的⟨郑⟩⟨博士⟩：']);
    expect(closing(letter)).toBe('顺致敬意');
  });

  test('puts the date before the place, and organisation and title above the name', () => {
    const letter = compose('forum-2026').letter(null, 'zh');
    expect(letter && shown(letter.dateline)).toBe('⟨2026年4月10日⟩，⟨日内瓦⟩');
    const [, second] = letter?.signatories ?? [];
    expect([second?.above?.map(shown), second && shown(second.name), second?.lines]).toEqual([
      ['⟨国际电信联盟⟩', '⟨秘书长⟩'],
      '⟨多琳·伯格丹-马丁⟩⟨女士⟩',
      [],
    ]);
  });

  test('brackets are full width, and a label of the data gets a colon of its width', () => {
    const { letter } = compose('forum-2025', ['edition.yaml', 'zh: 联系人：', 'zh: 联络人']);
    const circular = letter(null, 'zh');
    expect(circular?.rows.map(({ label }) => shown(label))).toContain('⟨联络人⟩：');
    expect(JSON.stringify(circular?.body)).not.toMatch(/[^\d\w] ?\(|, /u);
  });

  test('a line end inside a paragraph is no space', () => {
    const letter = compose('forum-2026').letter(null, 'zh');
    const last = letter?.body.at(-1);
    expect(last?.type === 'paragraph' && shown(last.children)).toContain('积极参与。我们期待');
  });
});
