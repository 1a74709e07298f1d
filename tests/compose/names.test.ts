import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model.ts';
import { body, compose, EDITION, template } from './fixture.ts';

/** The body of the circular in a language, with the event's names and place changed in the edition. */
function print(
  language: Language,
  text: string,
  change: readonly [from: string, to: string][] = [],
) {
  const edition = change.reduce((all, [from, to]) => all.replace(from, to), EDITION);
  const { letters, diagnostics } = compose(
    { 'edition.yaml': edition, [`templates/test/${language}.md.hbs`]: template(text) },
    { languages: [language], forms: ['circular'] },
  );
  const found = diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  return { text: body(letters[0]).join('\n'), found, diagnostics };
}

const NAME = '{ar: المنتدى, en: the Forum, fr: le Forum, es: el Foro}';
const PLACE = 'place: {ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}\n  country';

function named(language: Language, name: string): [string, string][] {
  return [[NAME, `{${language}: ${name}}`]];
}
function placed(language: Language, place: string): [string, string][] {
  return [[PLACE, `place: {${language}: ${place}}\n  country`]];
}

const CASES =
  '{{inflect event.name}}|{{inflect event.name case="of"}}|{{inflect event.name case="to"}}|{{inflect event.name case="in"}}';

describe('an event in a sentence', () => {
  test.each<[Language, string, string]>([
    // A plain name has the article of its first noun, or that which it begins with.
    [
      'en',
      'WSIS Forum 2027',
      'the WSIS Forum 2027|of the WSIS Forum 2027|to the WSIS Forum 2027|in the WSIS Forum 2027',
    ],
    ['en', 'The Forum', 'the Forum|of the Forum|to the Forum|in the Forum'],
    ['fr', 'Forum du SMSI', 'le Forum du SMSI|du Forum du SMSI|au Forum du SMSI|au Forum du SMSI'],
    [
      'fr',
      'manifestation de haut niveau du Forum',
      'la manifestation de haut niveau du Forum|de la manifestation de haut niveau du Forum|à la manifestation de haut niveau du Forum|à la manifestation de haut niveau du Forum',
    ],
    ['fr', 'Conférence', 'la Conférence|de la Conférence|à la Conférence|à la Conférence'],
    [
      'fr',
      'Événement de haut niveau',
      'l’Événement de haut niveau|de l’Événement de haut niveau|à l’Événement de haut niveau|à l’Événement de haut niveau',
    ],
    [
      'fr',
      'Deuxième Réunion',
      'la Deuxième Réunion|de la Deuxième Réunion|à la Deuxième Réunion|à la Deuxième Réunion',
    ],
    [
      'fr',
      'Journées du numérique',
      'les Journées du numérique|des Journées du numérique|aux Journées du numérique|aux Journées du numérique',
    ],
    ['fr', "l'Assemblée", 'l’Assemblée|de l’Assemblée|à l’Assemblée|à l’Assemblée'],
    ['es', 'Foro', 'el Foro|del Foro|al Foro|en el Foro'],
    [
      'es',
      'Cumbre Mundial',
      'la Cumbre Mundial|de la Cumbre Mundial|a la Cumbre Mundial|en la Cumbre Mundial',
    ],
    ['es', 'Jornadas', 'las Jornadas|de las Jornadas|a las Jornadas|en las Jornadas'],
    ['ar', 'القمة الرقمية', 'القمة الرقمية|القمة الرقمية|للقمة الرقمية|في القمة الرقمية'],
    ['ar', 'Smart Africa', 'Smart Africa|Smart Africa|لـ Smart Africa|في Smart Africa'],
    ['zh', '论坛', '论坛|论坛的|向论坛|在论坛'],
    // What the data gives comes first.
    [
      'fr',
      '{name: VivaTech, the: VivaTech, of: de VivaTech, to: à VivaTech, in: à VivaTech}',
      'VivaTech|de VivaTech|à VivaTech|à VivaTech',
    ],
    [
      'fr',
      '{name: Fête du numérique, article: la}',
      'la Fête du numérique|de la Fête du numérique|à la Fête du numérique|à la Fête du numérique',
    ],
    ['en', '{name: GITEX, the: GITEX}', 'GITEX|of GITEX|to GITEX|in GITEX'],
    ['ru', '{name: Форум, of: Форума, to: Форуму, in: в Форуме}', 'Форум|Форума|Форуму|в Форуме'],
  ])('%s: %s', (language, name, expected) => {
    const { text, found } = print(language, CASES, [
      ...named(language, name),
      ['languages: [ar, en, fr, es]', `languages: [${language}]`],
    ]);
    expect(found.filter((one) => !one.endsWith('missing-language'))).toEqual([]);
    expect(text.replaceAll(/[⟨⟩]/g, '')).toBe(expected);
  });

  test('a bare name prints as it stands, and a sentence may begin with one', () => {
    expect(print('en', '{{event.name}}').text).toBe('⟨the Forum⟩');
    expect(print('fr', '{{inflect event.name capital=true}}').text).toBe('⟨Le Forum⟩');
    expect(print('en', '{{quote event.name}}').text).toBe('“⟨the Forum⟩”');
  });

  test.each<[Language, string, string]>([
    ['fr', 'Futur numérique', '⟨au Futur numérique⟩'],
    ['fr', 'Élan', '⟨à l’Élan⟩'],
    ['es', 'Encrucijada', '⟨a el Encrucijada⟩'.replace('a el', 'al')],
  ])('an article that nothing tells is warned about: %s %s', (language, name, expected) => {
    const { text, diagnostics } = print(
      language,
      '{{inflect event.name case="to"}}',
      named(language, name),
    );
    expect(text).toBe(expected);
    expect(diagnostics.map(({ code, span }) => `${code} ${span?.line}`)).toEqual([
      'assumed-article 3',
    ]);
  });

  test.each<[Language, string]>([
    ['fr', 'Futur'],
    ['es', 'Encrucijada'],
  ])('but not where it stands alone: %s', (language, name) => {
    expect(print(language, '{{event.name}}', named(language, name)).found).toEqual([]);
  });

  test('a Russian case that the data lacks is an error', () => {
    const change: [string, string][] = [
      ...named('en', 'x'),
      ['languages: [ar, en, fr, es]', 'languages: [ru]'],
      ['{en: x}', 'Форум'],
    ];
    expect(print('ru', '{{inflect event.name case="of"}}', change).found).toContain(
      'error missing-form',
    );
  });
});

describe('a place in a sentence', () => {
  test.each<[Language, string, string]>([
    ['en', 'Geneva', 'Geneva|in Geneva|of Geneva'],
    ['en', '{name: Hague, article: the}', 'The Hague|in The Hague|of The Hague'],
    ['fr', 'Genève', 'Genève|à Genève|de Genève'],
    ['fr', 'Athènes', 'Athènes|à Athènes|d’Athènes'],
    ['fr', 'Le Caire', 'Le Caire|au Caire|du Caire'],
    ['fr', 'La Haye', 'La Haye|à La Haye|de La Haye'],
    ['fr', 'Les Abymes', 'Les Abymes|aux Abymes|des Abymes'],
    ['fr', 'Leipzig', 'Leipzig|à Leipzig|de Leipzig'],
    ['fr', '{name: Caire, article: le}', 'Le Caire|au Caire|du Caire'],
    ['fr', '{name: Haye, article: la}', 'La Haye|à La Haye|de La Haye'],
    ['fr', '{name: Bahreïn, in: à Bahreïn}', 'Bahreïn|à Bahreïn|de Bahreïn'],
    ['es', 'El Cairo', 'El Cairo|en El Cairo|de El Cairo'],
    ['es', '{name: Haya, article: la}', 'La Haya|en La Haya|de La Haya'],
    ['ar', 'القاهرة', 'القاهرة|في القاهرة|القاهرة'],
    ['zh', '日内瓦', '日内瓦|在日内瓦|日内瓦的'],
  ])('%s: %s', (language, place, expected) => {
    const text =
      '{{event.place}}|{{inflect event.place case="in"}}|{{inflect event.place case="of"}}';
    const printed = print(language, text, [
      ...placed(language, place),
      ['languages: [ar, en, fr, es]', `languages: [${language}]`],
    ]);
    expect(printed.found.filter((one) => !one.endsWith('missing-language'))).toEqual([]);
    expect(printed.text.replaceAll(/[⟨⟩]/g, '')).toBe(expected);
  });
});

describe('one, two or many', () => {
  const BY =
    '{{count event.hosts one="by" two="by both" many="jointly by"}} {{list event.hosts form="acronym"}}';
  test.each([
    ['[itu]', 'by ⟨ITU⟩'],
    ['[itu, undp]', 'by both ⟨ITU⟩ and ⟨UNDP⟩'],
    ['[itu, undp, unesco]', 'jointly by ⟨ITU⟩, ⟨UNDP⟩ and ⟨UNESCO⟩'],
  ])('hosts: %s', (hosts, expected) => {
    expect(print('en', BY, [['hosts: [itu, undp]', `hosts: ${hosts}`]]).text).toBe(expected);
  });

  test('none needs a text of its own, or a condition around', () => {
    const none: [string, string][] = [['hosts: [itu, undp]', 'hosts: []']];
    const count = (more: string) => `{{count event.hosts one="a" many="b"${more}}}`;
    expect(print('en', count(''), none).found).toEqual(['error bad-argument']);
    expect(print('en', count(' none="nobody"'), none).text).toBe('nobody');
    expect(print('en', `x{{#if event.hosts}}${count('')}{{/if}}`, none).found).toEqual([]);
  });

  test('organisations that were named before stand with their short names', () => {
    const text = '{{list event.agencies form="full-acronym" known=event.hosts}}';
    const change: [string, string][] = [['hosts: [itu, undp]', 'hosts: [unesco]']];
    expect(print('fr', text, change).text).toMatch(/\(⟨PNUD⟩\) et ⟨l’UNESCO⟩$/);
    expect(print('en', '{{list event.hosts known="x"}}').found).toEqual(['error bad-argument']);
  });

  test.each<[Language, number, string]>([
    ['ar', 1, 'مشروع واحد'],
    ['ar', 2, 'مشروعان'],
    ['ar', 3, '⟨>3⟩\u00a0مشاريع'],
    ['ar', 11, '⟨>11⟩\u00a0مشروعاً'],
    ['ar', 100, '⟨>100⟩\u00a0مشروع'],
    ['ar', 103, '⟨>103⟩\u00a0مشاريع'],
    ['ar', 14000, '⟨>14\u00a0000⟩\u00a0مشروع'],
    ['en', 1, '⟨>1⟩\u00a0مشروع واحد'],
  ])('a number with its noun: %s %d', (language, value, expected) => {
    const text = `{{plural ${value} number=true one="مشروع واحد" two="مشروعان" few="مشاريع" many="مشروعاً" other="مشروع"}}`;
    expect(print(language, text).text).toBe(expected);
  });

  test('an Arabic number whose noun has no form of its own keeps its digit', () => {
    expect(print('ar', '{{plural 2 number=true other="مشروع"}}').text).toBe('⟨>2⟩\u00a0مشروع');
  });
});

describe('periods and months', () => {
  const during = (language: Language, start: string, end: string) =>
    print(language, '{{range event style="during"}}', [
      ['  start: 2026-07-06\n  end: 2026-07-10', `  start: ${start}\n  end: ${end}`],
    ]).text;
  test.each<[Language, string, string, string]>([
    ['ar', '2026-07-07', '2026-07-07', '⟨في 7 يوليو 2026⟩'],
    ['ar', '2026-07', '2026-07', '⟨في يوليو 2026⟩'],
    ['ar', '2026-07-06', '2026-07-10', '⟨في الفترة من 6 إلى 10 يوليو 2026⟩'],
    ['ar', '2026-06-28', '2026-07-02', '⟨في الفترة من 28 يونيو إلى 2 يوليو 2026⟩'],
    ['ar', '2026-12-28', '2027-01-02', '⟨في الفترة من 28 ديسمبر 2026 إلى 2 يناير 2027⟩'],
    ['ar', '2026-01', '2026-05', '⟨في الفترة من يناير إلى مايو 2026⟩'],
    ['en', '2026-07-07', '2026-07-07', '⟨on 7 July 2026⟩'],
    ['en', '2026-07-06', '2026-07-10', '⟨from 6 to 10 July 2026⟩'],
    ['fr', '2026-07-07', '2026-07-07', '⟨le 7 juillet 2026⟩'],
    ['es', '2026-07', '2026-07', '⟨en julio de 2026⟩'],
  ])('%s from %s to %s', (language, start, end, expected) => {
    expect(during(language, start, end)).toBe(expected);
  });

  test.each<[Language, string, string]>([
    ['fr', '2026-04', '⟨d’avril 2026⟩ ⟨en avril 2026⟩'],
    ['fr', '2026-07', '⟨de juillet 2026⟩ ⟨en juillet 2026⟩'],
    ['es', '2026-04', '⟨de abril de 2026⟩ ⟨en abril de 2026⟩'],
    ['en', '2026-04', '⟨of April 2026⟩ ⟨in April 2026⟩'],
    ['ar', '2026-04', '⟨أبريل 2026⟩ ⟨في أبريل 2026⟩'],
  ])('month in %s', (language, start, expected) => {
    const text = '{{month event.start case="of"}} {{month event.start case="in"}}';
    expect(print(language, text, [['start: 2026-07-06', `start: ${start}`]]).text).toBe(expected);
  });
});
