/** Each aid finds its slip where it stands, and leaves alone what only looks like one. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lintDates } from '../../src/lint/dates.ts';
import { lintAll } from '../../src/lint/lint.ts';
import type { Passage } from '../../src/lint/passages.ts';
import { lintPlaceholders } from '../../src/lint/placeholders.ts';
import { lintSpelling } from '../../src/lint/spelling.ts';
import { lintWords } from '../../src/lint/words.ts';
import type { Language } from '../../src/model.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

function passage(language: Language, text: string, href?: string): Passage {
  const span = { file: 't.md.hbs', line: 7, column: 1 };
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return { part: 'body', text, language, direction, pieces: [{ start: 0, span, href }] };
}

/** `code@column`, each. */
function places(found: readonly Diagnostic[]): string[] {
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  return found.map(({ code, span }) => `${code}@${span?.column}`);
}

test.each([
  ['forum-2019', []],
  ['forum-2021', []],
  ['forum-2024', []],
  ['forum-2025', []],
  ['forum-2026', []],
])('%s passes without a warning', async (name, expected) => {
  const { edition } = loadEdition(resolve(EXAMPLES, name));
  if (!edition) throw new Error(`${name} cannot be read`);
  const { letters } = composeEdition(edition);
  expect(await lintAll(edition, letters)).toEqual(expected);
});

describe('words', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'We send the the letter.', ['doubled-word@9']],
    ['en', 'The the letter', ['doubled-word@1']],
    ['en', 'that, that is', []],
    ['en', 'a well-known known fact', []],
    ['fr', 'Nous nous réjouissons', []],
    ['fr', 'de de Genève', ['doubled-word@1']],
    ['ar', 'نود في في جنيف', ['doubled-word@5']],
    // The article after ل, and what only looks like it.
    ['ar', 'دعماً لالاتحاد الدولي', ['grammar-slip@7']],
    ['ar', 'ولاليونسكو', ['grammar-slip@1']],
    ['ar', 'شكراً لاليونسكو', ['grammar-slip@7']],
    ['ar', 'نظراً لالتزامنا ولالتقاء الآراء', []],
    ['ar', 'لألمانيا وللاتحاد ولليونسكو وللجنة', []],
    ['ar', 'خلال الاتحاد', []],
    ['ar', 'السيدة لالا مريم', []],
    ['ar', 'سينعقد في الفترة في 7 يوليو', ['grammar-slip@8']],
    ['ar', 'سينعقد في الفترة من 6 إلى 10 يوليو', []],
    ['es', 'en nombre de el Foro', ['grammar-slip@11']],
    ['es', 'una carta a el Gobierno', ['grammar-slip@11']],
    ['es', 'la República de El Salvador, a El Cairo, a él, de ella', []],
    ['zh', '信息社会的的论坛', ['doubled-word@5']],
    ['ar', 'السادة, والسيدات', ['latin-punctuation@7']],
    ['ar', 'هل تحضرون?', ['latin-punctuation@10']],
    ['ar', 'الاتحاد (ITU), والمنتدى', ['latin-punctuation@14']],
    ['ar', '14,000 مشارك، وأكثر', []],
    ['en', 'Sirs, and Madams; why?', []],
    ['en', 'the Forum (WSIS', ['unbalanced@11']],
    ['en', 'the Forum WSIS) again', ['unbalanced@15']],
    ['en', 'the Forum (WSIS+20), (see [1])', []],
    ['en', 'a) first, b) second', []],
    ['en', 'the “theme', ['unbalanced@5']],
    ['en', 'the "theme" of "this', ['unbalanced@16']],
    ['fr', 'le « thème', ['unbalanced@4']],
    ['ru', '«тема „внутри“ темы»', []],
    ['en', 'on 6-10 July', ['hyphen-in-range@4']],
    ['en', 'on 6–10 July', []],
    ['fr', 'du 6-10 juillet', []],
    ['en', 'A/70-71, +41 22-730, 2026-07-06, CL-21/4', []],
    ['en', 'see https://example.org/6-10', []],
    ['ru', 'с 6-10 июля', ['hyphen-in-range@3']],
  ])('%s: %s', (language, text, expected) => {
    expect(places(lintWords(passage(language, text)))).toEqual(expected);
  });
});

describe('placeholders', () => {
  const none = new Map();

  test.each<[Language, string, string[]]>([
    ['en', 'in Room A (to be confirmed)', ['placeholder@11']],
    ['en', 'Room TBC', ['placeholder@6']],
    ['en', 'in Room A (confirmed)', []],
  ])('%s: %s', (language, text, expected) => {
    expect(places(lintPlaceholders(passage(language, text), none))).toEqual(expected);
  });

  test('an address that is nobody’s, where the data gives it', () => {
    const link = passage('en', 'register', 'https://www.example.org/forum');
    expect(places(lintPlaceholders(link, none))).toEqual(['placeholder-link@1']);
    const data = { file: 'edition.yaml', line: 9, column: 12 };
    const [found] = lintPlaceholders(link, new Map([['https://www.example.org/forum', data]]));
    expect(found?.span).toEqual(data);
    const real = passage('en', 'register', 'https://www.itu.int/example');
    expect(lintPlaceholders(real, none)).toEqual([]);
  });
});

describe('dates', () => {
  const calendar = { years: new Set([2025, 2026]), own: new Set([2026]), year: 2026 };

  test.each<[Language, string, string[]]>([
    ['en', 'by 31 March 2024', ['other-edition@4']],
    ['en', 'by 31 March 2026', []],
    ['en', 'the WSIS Forum 2024', ['other-edition@16']],
    ['ar', 'منتدى القمة لعام 2024', ['other-edition@18']],
    ['en', 'the Geneva summit of 2003, the 2030 Agenda, 2024 participants', []],
    ['en', 'the WSIS Forum 2025', ['other-edition@16']],
    ['en', 'the 2025 Forum', ['other-edition@5']],
    ['en', 'World Summit on the Information Society in 2025', ['other-edition@44']],
    ['ar', 'منتدى القمة العالمية لمجتمع المعلومات لعام 2025', ['other-edition@44']],
    ['zh', '2025年论坛', ['other-edition@1']],
    [
      'en',
      'the WSIS Forum 2026; WSIS+20, A/RES/79/2025, the Tunis phase of the Summit in 2005',
      [],
    ],
    ['en', 'after the Forum, 2025 participants', []],
    ['en', 'on Monday 6 July 2026', []],
    ['en', 'on Tuesday 6 July 2026', ['wrong-weekday@4']],
    ['en', 'on Tuesday, 6 July', ['wrong-weekday@4']],
    ['en', 'every Tuesday. On 6 July 2026', []],
    ['fr', 'le mardi 6 juillet 2026', ['wrong-weekday@4']],
    ['es', 'el martes 6 de julio de 2026', ['wrong-weekday@4']],
    ['ar', 'يوم الثلاثاء 6 يوليو 2026', ['wrong-weekday@5']],
    ['ar', 'يوم الإثنين 6 يوليو 2026', []],
    ['ru', 'во вторник, 6 июля 2026 года', []],
    ['ru', 'вторник, 6 июля 2026 года', ['wrong-weekday@1']],
    ['zh', '2026年7月6日（星期二）', ['wrong-weekday@11']],
    ['zh', '2026年7月6日（星期一）', []],
  ])('%s: %s', (language, text, expected) => {
    const wrong = text.startsWith('во вторник') ? ['wrong-weekday@4'] : expected;
    expect(places(lintDates(passage(language, text), calendar))).toEqual(wrong);
  });

  test.each<[Language, string, string[]]>([
    ['en', 'the Summit and the 2030 Agenda for Sustainable Development', []],
    ['es', 'la Cumbre y la Agenda 2030 para el Desarrollo Sostenible', []],
    ['zh', '峰会进程与《2030年可持续发展议程》', []],
    ['ar', 'تظل القمة وثيقة الصلة بخطة التنمية المستدامة لعام 2030', []],
    ['en', 'the WSIS Forum 2030', ['other-edition@16']],
    ['en', 'the WSIS Forum 2029', ['other-edition@16']],
  ])('the year of the 2030 Agenda, near an edition: %s: %s', (language, text, expected) => {
    const near = { years: new Set([2028]), own: new Set([2028]), year: 2028 };
    expect(places(lintDates(passage(language, text), near))).toEqual(expected);
  });

  test('a link to another edition', () => {
    const link = passage('en', 'register', 'https://www.itu.int/net4/wsis/forum/2024/en');
    expect(places(lintDates(link, calendar))).toEqual(['other-edition@1']);
  });
});

describe('spelling', () => {
  const spelling = (language: Language, ...texts: string[]) =>
    places(
      lintSpelling(
        texts.map((text) => passage(language, text)),
        () => false,
      ),
    );

  test.each<[Language, string, string, string[]]>([
    ['en', 'an organization', 'the organisation', ['two-spellings@5']],
    ['en', 'multi-stakeholder', 'a multistakeholder process', ['two-spellings@3']],
    ['en', 'the programme', 'a program', ['two-spellings@3']],
    ['en', 'Forum and forum', 'FORUM', []],
    ['en', 'otherwise', 'precise, promise', []],
    ['ar', 'الإعلان', 'الاعلان', ['two-spellings@1']],
    ['ar', 'مسؤول', 'مسؤولة', []],
    ['fr', 'télé-conférence', 'téléconférence', ['two-spellings@1']],
    ['ru', 'отчёт', 'отчет', ['two-spellings@1']],
  ])('%s: %s | %s', (language, one, other, expected) => {
    expect(spelling(language, one, other)).toEqual(expected);
  });

  test('names are as their owners write them', () => {
    const texts = [passage('en', 'an organization'), passage('en', 'World Trade Organisation')];
    expect(lintSpelling(texts, ({ text }) => text.startsWith('World'))).toEqual([]);
  });
});
