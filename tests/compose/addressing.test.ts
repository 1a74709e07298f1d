/** How persons are addressed: styles of their own, offices, acting holders, letters to nobody by name. */
import { describe, expect, test } from 'vitest';
import type { Language, Letter } from '../../src/model.ts';
import { body, compose, EDITION, type Files, shown, template } from './fixture.ts';

const HEADER =
  'id,category,language,name,gender,rank,style,courtesy,title,organisation,country,family-name,salutation,name-dative,title-dative,organisation-genitive\n';

const LANGUAGES = 'languages: [ar, en, fr, es, ru, zh]';
/** The fixture's edition in the two languages that it lacks too. */
const SIX = EDITION.replaceAll('languages: [ar, en, fr, es]', LANGUAGES)
  .replaceAll(/es: ([^,{}\n]+)\}/g, 'es: $1, ru: $1, zh: $1}')
  .replaceAll(/^( +)es: .+$/gm, '$&\n$1ru: МСЭ\n$1zh: 国际电联')
  .replaceAll(/(es: \{[^}]+\})\}/g, '$1, ru: ЮНЕСКО, zh: 教科文组织}');

interface Outcome {
  readonly letter: Letter | undefined;
  readonly found: readonly string[];
  readonly hints: readonly (string | undefined)[];
}

/** The personal letter to one row of a list, without the id, category and language of the row. */
function personal(language: Language, row: string, more: Files = {}, text = 'x'): Outcome {
  const { letters, found, diagnostics } = compose(
    {
      'edition.yaml': SIX,
      'list.csv': `${HEADER}who,government,${language},${row}\n`,
      [`templates/test/${language}.md.hbs`]: template(text),
      ...more,
    },
    { languages: [language], forms: ['personal'] },
  );
  return { letter: letters[0], found, hints: diagnostics.map(({ hint }) => hint) };
}

const salutation = ({ letter }: Outcome) => letter && shown(letter.salutation[0] ?? []);
const firstLine = ({ letter }: Outcome) => letter && shown(letter.address.lines[0] ?? []);
const closing = ({ letter }: Outcome) => letter && shown(letter.closing);

describe('a style of its own decides salutation, courtesy and closing', () => {
  test.each<[Language, string, string, string, RegExp]>([
    // row, address, salutation, closing
    [
      'ar',
      'الملك حمد,male,head-of-state,صاحب الجلالة,',
      '⟨صاحب الجلالة⟩ ⟨الملك حمد⟩',
      'صاحب الجلالة،',
      /^وتفضلوا، صاحب الجلالة، بقبول أسمى/,
    ],
    [
      'ar',
      'أحمد,male,minister,سمو الشيخ,',
      '⟨سمو الشيخ⟩ ⟨أحمد⟩',
      'صاحب السمو،',
      /^وتفضلوا، صاحب السمو،/,
    ],
    ['ar', 'علي,male,ambassador,معالي,', '⟨معالي⟩ السيد ⟨علي⟩', 'صاحب المعالي،', /صاحب المعالي/],
    // What the rank has too leaves everything as the rank has it.
    ['ar', 'هدى,female,minister,معالي,', '⟨معالي⟩ السيدة ⟨هدى⟩', 'معالي الوزيرة،', /معالي الوزيرة/],
    ['ar', 'أحمد,male,eminence,سماحة,', '⟨سماحة⟩ ⟨أحمد⟩', 'صاحب السماحة،', /صاحب السماحة/],
    [
      'en',
      'Prince Faisal,male,minister,His Royal Highness,',
      '⟨His Royal Highness⟩ ⟨Prince Faisal⟩',
      'Your Royal Highness,',
      /^Accept, Your Royal Highness,/,
    ],
    ['en', 'King Hamad,male,,H.M.,', '⟨H.M.⟩ ⟨King Hamad⟩', 'Your Majesty,', /Your Majesty/],
    [
      'en',
      'Ann Lee,female,none,H.E.,',
      '⟨H.E.⟩ Ms ⟨Ann Lee⟩',
      'Excellency,',
      /^Accept, Excellency/,
    ],
    [
      'en',
      'Ann Lee,female,minister,The Honourable,',
      '⟨The Honourable⟩ ⟨Ann Lee⟩',
      'Honourable Minister,',
      /^Accept, Honourable Minister,/,
    ],
    [
      'en',
      'Ann Lee,female,none,Hon.,',
      '⟨Hon.⟩ ⟨Ann Lee⟩',
      'Dear Ms ⟨Ann Lee⟩,',
      /^Yours sincerely/,
    ],
    [
      'fr',
      'Awa Diop,female,head-of-state,Sa Majesté,',
      '⟨Sa Majesté⟩ ⟨Awa Diop⟩',
      'Majesté,',
      /Majesté/,
    ],
    [
      'fr',
      'Awa Diop,female,minister,S.E.Mme,',
      '⟨S.E.Mme⟩ ⟨Awa Diop⟩',
      'Madame la Ministre,',
      /Madame la Ministre/,
    ],
    [
      'es',
      'Eva Paz,female,minister,Excma.,',
      '⟨Excma.⟩ Sra. ⟨Eva Paz⟩',
      'Excelentísima Señora Ministra:',
      /^Acepte/,
    ],
    [
      'es',
      'Eva Paz,female,none,Excma. Sra.,',
      '⟨Excma. Sra.⟩ ⟨Eva Paz⟩',
      'Excelentísima Señora:',
      /^Acepte/,
    ],
    ['zh', '王伟,male,head-of-state,陛下,', '⟨王伟⟩⟨陛下⟩', '尊敬的陛下：', /最崇高/],
  ])('%s %s', (language, row, address, greeting, expected) => {
    const outcome = personal(language, `${row},,,,,,,,`);
    expect(outcome.found).toEqual([]);
    expect(firstLine(outcome)).toBe(address);
    expect(salutation(outcome)).toBe(greeting);
    expect(closing(outcome)).toMatch(expected);
  });

  test('its Russian dative is known where it is that of a rank', () => {
    const outcome = personal('ru', 'Иван,male,minister,Его Высочество,,,,,,,Ивану,,');
    expect(outcome.found).toEqual([]);
    expect(firstLine(outcome)).toBe('Его Высочеству ⟨Ивану⟩');
    expect(salutation(outcome)).toBe('Ваше Высочество,');
  });

  test.each<[Language, string]>([
    ['en', 'Bob Lee,male,none,Sir,'],
    ['en', 'Bob Lee,male,head-of-state,H.H.,'],
    ['en', 'Bob Lee,male,minister,The Venerable,'],
    ['ar', 'علي,male,none,سيادة,'],
    ['fr', 'Jean Roy,male,none,Maître,'],
    // A style in another language tells nothing.
    ['fr', 'Jean Roy,male,minister,His Excellency,'],
  ])('%s: “%s” does not tell, and asks for the salutation', (language, row) => {
    const { letter, found, hints } = personal(language, `${row},,,,,,,,`);
    expect(letter).toBeUndefined();
    expect(found).toEqual([expect.stringMatching(/^error missing-salutation list\.csv:2:\d+$/)]);
    expect(hints).toEqual([`fill the column style-${language} or salutation`]);
  });

  test('with the salutation it is well', () => {
    const outcome = personal('en', 'Tim Lee,male,none,Sir,,,,,,"Dear Sir Tim,",,,');
    expect(outcome.found).toEqual([]);
    expect(firstLine(outcome)).toBe('⟨Sir⟩ ⟨Tim Lee⟩');
  });
});

describe('a head of government in Arabic', () => {
  test.each([
    ['LB', '', 'دولة السيد ⟨علي⟩', 'صاحب الدولة،'],
    ['JO', '', 'دولة السيد ⟨علي⟩', 'صاحب الدولة،'],
    ['IQ', '', 'دولة السيد ⟨علي⟩', 'صاحب الدولة،'],
    ['EG', '', 'معالي السيد ⟨علي⟩', 'صاحب المعالي،'],
    ['QA', '', 'معالي السيد ⟨علي⟩', 'صاحب المعالي،'],
    ['KW', '', 'سمو ⟨علي⟩', 'صاحب السمو،'],
    ['SA', 'صاحب السمو الملكي', '⟨صاحب السمو الملكي⟩ ⟨علي⟩', 'صاحب السمو الملكي،'],
  ])('of %s styled “%s”', (country, style, address, greeting) => {
    const outcome = personal('ar', `علي,male,head-of-government,${style},,,,${country},,,,,`);
    expect(outcome.found).toEqual([]);
    expect(firstLine(outcome)).toBe(address);
    expect(salutation(outcome)).toBe(greeting);
  });

  test.each([
    ['AE', 'head-of-government'],
    ['', 'head-of-government'],
    ['', 'eminence'],
  ])('of the country “%s”, the rank %s asks for the style', (country, rank) => {
    const { found, hints } = personal('ar', `علي,male,${rank},,,,,${country},,,,,`);
    expect([...new Set(found)]).toEqual([
      expect.stringMatching(/^error missing-style list\.csv:2:/),
    ]);
    expect(hints[0]).toMatch(/^give the style: /);
  });
});

describe('the salutation by an office that the title names', () => {
  test.each<[Language, string, string, string]>([
    ['fr', 'male,head-of-state', 'Président de la République', 'Monsieur le Président,'],
    ['fr', 'female,head-of-state', '', 'Madame la Présidente,'],
    ['fr', 'male,head-of-state', 'Capitaine-régent', 'Excellence,'],
    ['fr', 'female,head-of-government', 'Première ministre', 'Madame la Première Ministre,'],
    ['fr', 'male,head-of-government', 'Chef du Gouvernement', 'Monsieur le Chef du Gouvernement,'],
    ['fr', 'female,head-of-organization', 'Directrice générale', 'Madame la Directrice générale,'],
    [
      'fr',
      'male,head-of-organization',
      'Secrétaire général de l’Union',
      'Monsieur le Secrétaire général,',
    ],
    ['fr', 'male,head-of-organization', 'Administrateur', 'Monsieur l’Administrateur,'],
    // The office is only what it is whole.
    ['fr', 'male,head-of-organization', 'Directeur général délégué', 'Monsieur,'],
    ['fr', 'male,head-of-organization', 'Président élu', 'Monsieur,'],
    ['fr', 'male,ambassador', 'Directeur des affaires politiques', 'Monsieur l’Ambassadeur,'],
    ['fr', 'female,none', 'Présidente', 'Madame,'],
    ['fr', 'male,minister', 'Ministre des postes', 'Monsieur le Ministre,'],
    ['fr', 'female,minister', 'Secrétaire d’État au numérique', 'Madame la Secrétaire d’État,'],
    ['fr', 'male,under-secretary', 'Chef de cabinet', 'Excellence,'],
    ['es', 'male,head-of-state', 'Presidente de la República', 'Excelentísimo Señor Presidente:'],
    ['es', 'male,head-of-state', 'Presidente electo', 'Excelentísimo Señor:'],
    ['zh', 'male,head-of-government', '国务院总理', '尊敬的总理阁下：'],
    ['zh', 'female,majesty', '女王', '尊敬的女王陛下：'],
  ])('%s %s, %s', (language, person, title, expected) => {
    const outcome = personal(language, `A,${person},,,${title},,,,,,,`);
    expect(outcome.found).toEqual([]);
    expect(salutation(outcome)).toBe(expected);
  });

  test('is repeated in the closing', () => {
    const row = 'Awa,female,head-of-organization,,,Directrice générale,,,,,,,';
    expect(closing(personal('fr', row))).toBe(
      'Je vous prie d’agréer, Madame la Directrice générale, l’assurance de ma considération distinguée.',
    );
  });
});

describe('names in a salutation', () => {
  test.each<[Language, string, string, string]>([
    ['ar', 'ليلى قاسم', 'قاسم', 'حضرة السيدة ⟨ليلى قاسم⟩،'],
    ['ar', 'ليلى قاسم', 'Kassem', 'حضرة السيدة ⟨ليلى قاسم⟩،'],
    ['en', 'Golnaz Rahimi', 'Rahimi', 'Dear Ms ⟨Rahimi⟩,'],
    ['en', 'Golnaz Rahimi', 'رحیمی', 'Dear Ms ⟨Golnaz Rahimi⟩,'],
    ['zh', '王芳', 'Wang', '尊敬的⟨王芳⟩女士：'],
  ])('%s: %s, family name %s', (language, name, family, expected) => {
    const outcome = personal(language, `${name},female,none,,,,,,${family},,,,`);
    expect(outcome.found).toEqual([]);
    expect(salutation(outcome)).toBe(expected);
  });
});

describe('a letter to an office without a name', () => {
  test.each<[Language, string, string]>([
    ['ar', 'حضرات السادة والسيدات،', 'وتفضلوا بقبول فائق التقدير والاحترام.'],
    ['en', 'Dear Sir/Madam,', 'Yours faithfully,'],
    ['es', 'Estimada Señora/Estimado Señor:', 'Le saluda atentamente,'],
    ['ru', 'Уважаемая госпожа, уважаемый господин,', 'С уважением,'],
    ['zh', '尊敬的先生/女士：', '顺致敬意'],
  ])('%s', (language, greeting, end) => {
    const outcome = personal(language, ',,,,,,Office,CH,,,,,');
    expect(outcome.found).toEqual([]);
    expect(firstLine(outcome)).toContain(language === 'zh' ? '瑞士' : '⟨Office⟩');
    expect(salutation(outcome)).toBe(greeting);
    expect(closing(outcome)).toBe(end);
  });

  test.each([
    ',female,,,,,Office,,,,,,',
    ',,,,Dr,,Office,,,,,,',
    ',,,,,,Office,,Lee,,,,',
    ',,minister,,,,Office,,,,,,',
  ])('a row that knows more of a person has lost the name: %s', (row) => {
    expect(personal('en', row).found).toContain('error missing-name list.csv:2:1');
  });
});

test('a Russian address says the organisation in the genitive after a title', () => {
  const row = 'Иван,male,none,,,Председатель,Ассоциация,,,,Ивану,Председателю,Ассоциации';
  expect(personal('ru', row).letter?.address.lines.map(shown)).toEqual([
    'Г-ну ⟨Ивану⟩',
    '⟨Председателю⟩',
    '⟨Ассоциации⟩',
  ]);
  const alone = 'Иван,male,none,,,,Ассоциация,,,,Ивану,,Ассоциации';
  expect(personal('ru', alone).letter?.address.lines.map(shown)).toEqual([
    'Г-ну ⟨Ивану⟩',
    '⟨Ассоциация⟩',
  ]);
});

test.each<[string, string]>([
  ['King,male,majesty,,', 'your country'],
  ['King,male,head-of-state,His Majesty,', 'your country'],
  ['Emir,male,highness,,', 'your country'],
  ['Ann,female,head-of-state,,', 'your Government'],
  ['Ann,female,minister,,', 'your Government'],
])('the body knows who reigns: %s', (row, expected) => {
  const text = '{{choose recipient.reigns true="your country" other="your Government"}}';
  const { letter, found } = personal('en', `${row},,,,,,,,`, {}, text);
  expect(found).toEqual([]);
  expect(body(letter)).toEqual([expected]);
});

describe('who holds an office for a time', () => {
  const acting = (gender: string, title: string) =>
    SIX.replace(
      / {2}one:[\s\S]*?(?= {2}two:)/,
      `  one:\n    name: A\n    gender: ${gender}\n    acting: true\n    title: ${title}\n`,
    );

  test.each<[Language, string, string, string]>([
    ['en', 'female', 'Secretary-General', '⟨Secretary-General⟩ a.i.'],
    ['fr', 'female', 'Secrétaire générale', '⟨Secrétaire générale⟩ par intérim'],
    ['es', 'female', 'Secretaria General', '⟨Secretaria General⟩ interina'],
    ['es', 'male', 'Secretario General', '⟨Secretario General⟩ interino'],
    ['ar', 'female', 'الأمينة العامة', '⟨الأمينة العامة⟩ بالنيابة'],
    ['ru', 'male', 'Генеральный секретарь', '⟨Генеральный секретарь⟩ (и. о.)'],
    ['zh', 'male', '秘书长', '代理⟨秘书长⟩'],
    ['zh', 'male', '现代化部部长', '代理⟨现代化部部长⟩'],
    ['en', 'male', 'Director of Contracting', '⟨Director of Contracting⟩ a.i.'],
    ['en', 'male', 'Director of AI', '⟨Director of AI⟩ a.i.'],
    // The title says it already.
    ['en', 'male', 'Officer-in-Charge', '⟨Officer-in-Charge⟩'],
    ['en', 'male', 'Acting Director', '⟨Acting Director⟩'],
    ['fr', 'male', 'Directeur par intérim', '⟨Directeur par intérim⟩'],
    ['ru', 'male', 'Временно исполняющий обязанности', '⟨Временно исполняющий обязанности⟩'],
    ['ar', 'male', 'المسؤول المؤقت', '⟨المسؤول المؤقت⟩'],
  ])('%s: %s %s', (language, gender, title, expected) => {
    const { letters, found } = compose(
      {
        'edition.yaml': acting(gender, title),
        [`templates/test/${language}.md.hbs`]: template('x'),
      },
      { languages: [language], forms: ['circular'] },
    );
    expect(found).toEqual([]);
    const [block] = letters[0]?.signatories ?? [];
    expect([...(block?.above ?? []), ...(block?.lines ?? [])].map(shown)).toEqual([expected]);
  });

  test('of several lines the first says the office, but in Chinese the last', () => {
    const lines = (language: Language) => {
      const files = {
        'edition.yaml': acting('male', '[A, B]'),
        [`templates/test/${language}.md.hbs`]: template('x'),
      };
      const { letters } = compose(files, { languages: [language], forms: ['circular'] });
      const [block] = letters[0]?.signatories ?? [];
      return [...(block?.above ?? []), ...(block?.lines ?? [])].map(shown);
    };
    expect(lines('en')).toEqual(['⟨A⟩ a.i.', '⟨B⟩']);
    expect(lines('zh')).toEqual(['⟨A⟩', '代理⟨B⟩']);
  });

  test('a person in a text too', () => {
    const edition = SIX.replace('title: Deputy, country', 'title: Deputy, acting: true, country');
    const { letters, found } = compose(
      {
        'edition.yaml': edition,
        'templates/test/en.md.hbs': template('{{person letter.persons.chair title=true}}'),
      },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(found).toEqual([]);
    expect(body(letters[0])).toEqual(['His Excellency Mr ⟨Max⟩, ⟨Deputy⟩ a.i.']);
  });
});

describe('labels of one letter', () => {
  const edition = SIX.replace(
    '    addressees:\n',
    '    copies: [Mission]\n    copies-label: {en: cc}\n    addressees:\n      label: {fr: "Aux :", en: Attention}\n',
  );
  test.each<[Language, string, string]>([
    ['fr', '⟨Aux\u00A0:⟩', 'Copie\u00A0:'],
    ['en', '⟨Attention⟩:', '⟨cc⟩:'],
    ['es', 'A:', 'Copia a:'],
  ])('%s', (language, to, copies) => {
    const { letters, found } = compose(
      { 'edition.yaml': edition, [`templates/test/${language}.md.hbs`]: template('x') },
      { languages: [language], forms: ['circular'] },
    );
    expect(found).toEqual([]);
    expect(shown(letters[0]?.address.label ?? [])).toBe(to);
    expect(shown(letters[0]?.copies?.label ?? [])).toBe(copies);
  });
});
