import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeEdition, composeLetter } from '../../src/compose/compose.ts';
import type { Letter, Selection } from '../../src/model.ts';
import { packageFile } from '../../src/package.ts';
import { body, compose, EDITION, type Files, LIST, load, shown, template } from './fixture.ts';

const ALL_TEMPLATES: Files = Object.fromEntries(
  ['ar', 'en', 'fr', 'es'].map((language) => [`templates/test/${language}.md.hbs`, template('x')]),
);

function composeAll(files: Files = {}, selection: Selection = {}) {
  return compose({ ...ALL_TEMPLATES, ...files }, selection);
}

function theCircular(language: 'ar' | 'en' | 'fr' | 'es', files: Files = {}): Letter {
  const { letters, found } = composeAll(files, { languages: [language], forms: ['circular'] });
  expect(found).toEqual([]);
  const [letter] = letters;
  if (!letter) throw new Error('no letter');
  return letter;
}

describe('the head of a circular', () => {
  test.each([
    [
      'ar',
      '⟨جنيف⟩، ⟨10 أبريل 2026⟩',
      [
        'المرجع: ⟨CL-21/4⟩',
        'جهة الاتصال: ⟨Gitanjali Sah⟩',
        'الهاتف: ⟨>+41 22 730 6240⟩',
        'البريد الإلكتروني: [⟨>wsis-info@itu.int⟩](mailto:wsis-info@itu.int)',
      ],
      'إلى: ⟨الجميع⟩',
      ['الحكومات', 'القطاع الخاص'],
    ],
    [
      'en',
      '⟨Geneva⟩, ⟨10 April 2026⟩',
      [
        'Ref.: ⟨CL-21/4⟩',
        'Contact: ⟨Gitanjali Sah⟩',
        'Tel.: ⟨>+41 22 730 6240⟩',
        'E-mail: [⟨>wsis-info@itu.int⟩](mailto:wsis-info@itu.int)',
      ],
      'To: ⟨All⟩',
      ['Governments', 'Private sector'],
    ],
    [
      'fr',
      '⟨Genève⟩, le ⟨10 avril 2026⟩',
      [
        'Réf.\u00A0: ⟨CL-21/4⟩',
        'Contact\u00A0: ⟨Gitanjali Sah⟩',
        'Tél.\u00A0: ⟨>+41 22 730 6240⟩',
        'Courriel\u00A0: [⟨>wsis-info@itu.int⟩](mailto:wsis-info@itu.int)',
      ],
      'À\u00A0: ⟨Tous⟩',
      ['Gouvernements', 'Secteur privé'],
    ],
    [
      'es',
      '⟨Ginebra⟩, ⟨10 de abril de 2026⟩',
      [
        'Ref.: ⟨CL-21/4⟩',
        'Contacto: ⟨Gitanjali Sah⟩',
        'Tel.: ⟨>+41 22 730 6240⟩',
        'Correo-e: [⟨>wsis-info@itu.int⟩](mailto:wsis-info@itu.int)',
      ],
      'A: ⟨Todos⟩',
      ['Gobiernos', 'Sector privado'],
    ],
  ] as const)('%s', (language, dateline, rows, to, bullets) => {
    const letter = theCircular(language);
    expect(shown(letter.dateline)).toBe(dateline);
    expect(
      letter.rows.map(({ label, lines }) => `${shown(label)} ${lines.map(shown).join('/')}`),
    ).toEqual(rows);
    expect(
      `${shown(letter.address.label ?? [])} ${letter.address.lines.map(shown).join('/')}`,
    ).toBe(to);
    expect(letter.address.bullets.map(shown)).toEqual(bullets);
  });

  test('what the data words itself wins over the language', () => {
    const edition = EDITION.replace(
      'rows: [reference, contact, telephone, email]',
      'rows: [{row: contact, label: {en: Officer}}, {label: {en: "Room:"}, value: {en: "V.4"}, bold: true}]',
    )
      .replace(
        'categories: [government, private-sector]',
        'bulleted: true\n      categories: [government, private-sector]\n      names: {government: {en: States}}\n      separator: {en: ";"}',
      )
      .replace(
        '    place: {ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}\n    reference',
        '    confidential: true\n    unit: {en: Office}\n    reference',
      );
    const letter = theCircular('en', { 'edition.yaml': edition });
    expect(
      letter.rows.map(({ label, lines }) => `${shown(label)} ${lines.map(shown).join('/')}`),
    ).toEqual(['⟨Officer⟩: ⟨Gitanjali Sah⟩', '⟨Room:⟩ ⟨V.4⟩']);
    expect(letter.rows.map(({ bold }) => bold)).toEqual([undefined, true]);
    expect(letter.address.lines).toEqual([]);
    expect(letter.address.bullets.map(shown)).toEqual(['⟨All⟩;', '⟨States⟩;', 'Private sector']);
    expect(shown(letter.dateline)).toBe('⟨10 April 2026⟩');
    expect(shown(letter.unit ?? [])).toBe('⟨Office⟩');
    expect(shown(letter.confidential ?? [])).toBe('Confidential');
  });

  test('a French date line without a place begins with its article', () => {
    const edition = EDITION.replace(
      '    place: {ar: جنيف, en: Geneva, fr: Genève, es: Ginebra}\n    reference',
      '    reference',
    );
    expect(shown(theCircular('fr', { 'edition.yaml': edition }).dateline)).toBe(
      'Le ⟨10 avril 2026⟩',
    );
  });
});

describe('the end of a letter', () => {
  test('signatories in order, with mark, title and organisation', () => {
    const edition = EDITION.replace('signatories: [one]', 'signatories: [two, one]');
    const letter = theCircular('en', { 'edition.yaml': edition });
    expect(letter.signatories.map(({ name, lines }) => [shown(name), ...lines.map(shown)])).toEqual(
      [
        ['⟨Mr⟩ ⟨Albert⟩', '⟨Minister⟩'],
        ['⟨Doreen⟩', '⟨Secretary-General⟩', '⟨International Telecommunication Union⟩'],
      ],
    );
    expect(
      letter.signatories.map(
        ({ mark }) => typeof mark === 'object' && 'text' in mark && shown(mark.text),
      ),
    ).toEqual(['[Original signed]', '[Original signed]']);
    expect(letter.author).toBe('Albert, Doreen');
  });

  test.each([
    ['signed', 'circular', '(Signed)'],
    ['none', 'circular', undefined],
    ['ink', 'circular', 'ink'],
    // A personal letter is the original: it has room for the signature.
    ['original-signed', 'personal', 'ink'],
    ['none', 'personal', undefined],
  ] as const)('the mark %s in a %s', (mark, form, expected) => {
    const edition = EDITION.replace('mark: original-signed', `mark: ${mark}`);
    const { letters } = composeAll(
      { 'edition.yaml': edition },
      { languages: ['en'], forms: [form] },
    );
    const found = letters[0]?.signatories[0]?.mark;
    expect(typeof found === 'object' && 'text' in found ? shown(found.text) : found).toBe(expected);
  });

  test('enclosures and copies', () => {
    const edition = EDITION.replace(
      '    mark:',
      '    enclosures: [{en: Programme}, {en: Map}]\n    copies: [{en: "Mission; Geneva"}]\n    mark:',
    );
    const { enclosures, copies } = theCircular('en', { 'edition.yaml': edition });
    expect(enclosures && [shown(enclosures.label), ...enclosures.lines.map(shown)]).toEqual([
      'Enclosures (2):',
      '⟨Programme⟩',
      '⟨Map⟩',
    ]);
    expect(copies && [shown(copies.label), ...copies.lines.map(shown)]).toEqual([
      'Copy to:',
      '⟨Mission; Geneva⟩',
    ]);
  });

  test('the footer has the page and the reference', () => {
    const { footer } = theCircular('ar');
    expect([footer.page, shown(footer.reference ?? [])]).toEqual([
      'الصفحة {page} من {pages}',
      '⟨CL-21/4⟩',
    ]);
  });

  test.each([
    ['ar', ['Amiri', 'Tinos', 'Noto Serif SC']],
    ['fr', ['Tinos', 'Amiri', 'Noto Serif SC']],
  ] as const)('the fonts of %s', (language, expected) => {
    expect(theCircular(language).fonts.map(({ name }) => name)).toEqual(expected);
  });

  test('what an edition chooses goes before the chain of the language', () => {
    const edition = `${EDITION}settings: {fonts: {ar: [Noto Naskh Arabic], en: [Noto Serif SC, Amiri]}}\n`;
    const chain = (language: 'ar' | 'en') =>
      theCircular(language, { 'edition.yaml': edition }).fonts.map(({ name }) => name);
    expect(chain('ar')).toEqual(['Noto Naskh Arabic', 'Amiri', 'Tinos', 'Noto Serif SC']);
    expect(chain('en')).toEqual(['Noto Serif SC', 'Amiri', 'Tinos']);
  });
});

const HEADER =
  'id,category,language,name,gender,rank,style,courtesy,title,organisation,country,family-name,salutation,address\n';

/** The personal letter to one row of a list, without the id, category and language of the row. */
function personal(language: 'ar' | 'en' | 'fr' | 'es', row: string, front?: string) {
  const list = `${HEADER}who,government,${language},${row}\n`;
  const files = { 'list.csv': list, [`templates/test/${language}.md.hbs`]: template('x', front) };
  return composeAll(files, { languages: [language], forms: ['personal'] });
}

describe('salutation, closing and address of one person', () => {
  const MINISTERS = 'subject: s\nsalutation: ministers\nclosing: ministers';
  test.each([
    // row, salutation, closing, address
    [
      'ar',
      'سلمى,female,minister,,,وزيرة,وزارة,OM,,,',
      'معالي الوزيرة،|تحية طيبة وبعد،',
      'وتفضلوا، معالي الوزيرة، بقبول أسمى آيات التقدير والاحترام.',
      'معالي السيدة ⟨سلمى⟩|⟨وزيرة⟩|⟨وزارة⟩|⟨عُمان⟩',
    ],
    [
      'ar',
      'نادر,male,none,,الدكتور,مدير,,JO,,,',
      'حضرة ⟨الدكتور⟩ ⟨نادر⟩،|تحية طيبة وبعد،',
      'وتفضلوا بقبول فائق التقدير والاحترام.',
      '⟨الدكتور⟩ ⟨نادر⟩|⟨مدير⟩|⟨الأردن⟩',
    ],
    [
      'ar',
      'هدى,female,head-of-organization,,,رئيسة,,,,,',
      'صاحبة السعادة،|تحية طيبة وبعد،',
      'وتفضلوا، صاحبة السعادة، بقبول فائق التقدير والاحترام.',
      'سعادة السيدة ⟨هدى⟩|⟨رئيسة⟩',
    ],
    [
      'ar',
      'الأميرة سهى,female,royal-highness,,,,,,,,',
      'صاحبة السمو الملكي،|تحية طيبة وبعد،',
      'وتفضلوا، صاحبة السمو الملكي، بقبول أسمى آيات التقدير والاحترام.',
      'صاحبة السمو الملكي ⟨الأميرة سهى⟩',
    ],
    [
      'en',
      'Ann Lee,female,minister,,,Minister,,CH,Lee,,',
      'Excellency,',
      'Accept, Excellency, the assurances of my highest consideration.',
      'Her Excellency Ms ⟨Ann Lee⟩|⟨Minister⟩|⟨Switzerland⟩',
    ],
    ['en', 'Bob Ray,male,none,,,,,,Ray,,', 'Dear Mr ⟨Ray⟩,', 'Yours sincerely,', 'Mr ⟨Bob Ray⟩'],
    [
      'en',
      'Bob Ray,male,none,,Dr,,,,,,',
      'Dear ⟨Dr⟩ ⟨Bob Ray⟩,',
      'Yours sincerely,',
      '⟨Dr⟩ ⟨Bob Ray⟩',
    ],
    [
      'en',
      'Bob Ray,male,none,,,,,,,"Dear Bob,","Box 1|Bern"',
      '⟨Dear Bob,⟩',
      'Yours sincerely,',
      '⟨Box 1⟩|⟨Bern⟩',
    ],
    [
      'fr',
      'Awa Diop,female,minister,,,,,SN,,,',
      'Madame la Ministre,',
      'Nous vous prions d’agréer, Madame la Ministre, l’assurance de ma haute considération.',
      'Son Excellence Madame ⟨Awa Diop⟩|⟨Sénégal⟩',
    ],
    [
      'fr',
      'Jean Roy,male,ambassador,,,,,,,,',
      'Monsieur l’Ambassadeur,',
      '',
      'Son Excellence Monsieur ⟨Jean Roy⟩',
    ],
    [
      'fr',
      'Jean Roy,male,none,,,,,,,,',
      'Monsieur,',
      'Je vous prie d’agréer, Monsieur, l’assurance de ma considération distinguée.',
      'M. ⟨Jean Roy⟩',
    ],
    [
      'es',
      'Eva Paz,female,minister,,,,,PE,,,',
      'Excelentísima Señora Ministra:',
      'Acepte, Excelentísima Señora Ministra, las seguridades de mi más alta consideración.',
      'Su Excelencia la Sra. ⟨Eva Paz⟩|⟨Perú⟩',
    ],
    [
      'es',
      'Eva Paz,female,none,,,,,,Paz,,',
      'Estimada Sra. ⟨Paz⟩:',
      'Le saluda atentamente,',
      'Sra. ⟨Eva Paz⟩',
    ],
  ] as const)('%s %s', (language, row, salutation, closing, address) => {
    const { letters, found } = personal(language, row);
    expect(found).toEqual([]);
    const [letter] = letters;
    expect(letter?.salutation.map(shown).join('|')).toBe(salutation);
    expect(letter?.address.lines.map(shown).join('|')).toBe(address);
    const expected = closing.replace('Nous vous prions', 'Je vous prie');
    if (closing !== '') expect(shown(letter?.closing ?? [])).toBe(expected);
  });

  test('a circular to ministers repeats their vocative, a letter to one of them hers', () => {
    const files = { 'templates/test/fr.md.hbs': template('x', MINISTERS) };
    const list = LIST.replace('minister,government,en', 'minister,government,fr');
    const { letters } = composeAll({ ...files, 'list.csv': list }, { languages: ['fr'] });
    expect(
      letters.map(({ salutation, closing }) => [shown(salutation[0] ?? []), shown(closing)]),
    ).toEqual([
      ['Excellences,', 'Veuillez agréer, Excellences, l’assurance de ma très haute considération.'],
      [
        'Madame la Ministre,',
        'Veuillez agréer, Madame la Ministre, l’assurance de ma très haute considération.',
      ],
    ]);
  });

  test('texts of the template stand as they are', () => {
    const front =
      'subject: s\nsubject-label: true\nsalutation: {text: "Dear colleagues,"}\nclosing: {text: "With thanks to {{event.name}},"}';
    const { letters } = composeAll(
      { 'templates/test/en.md.hbs': template('x', front) },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(letters[0]?.salutation.map(shown)).toEqual(['Dear colleagues,']);
    expect(shown(letters[0]?.closing ?? [])).toBe('With thanks to ⟨the Forum⟩,');
    expect(shown(letters[0]?.subject.label ?? [])).toBe('Subject:');
  });

  test.each([
    ['subject-label: true', 'false', ''],
    ['subject-label: true', undefined, 'Subject:'],
    ['greeting: true', 'true', 'Subject:'],
  ])('a subject of a template with %s where the letter says %s', (front, own, label) => {
    const said = own === undefined ? '' : `    subject-label: ${own}\n`;
    const head = `subject: s\n${front}\nsalutation: stakeholders\nclosing: standard`;
    const { subject } = theCircular('en', {
      'edition.yaml': EDITION.replace('    rows:', `${said}    rows:`),
      'templates/test/en.md.hbs': template('x', head),
    });
    expect(shown(subject.label ?? [])).toBe(label);
  });

  test('the greeting can be left out', () => {
    const front = 'subject: s\nsalutation: stakeholders\ngreeting: false\nclosing: standard';
    const { letters } = composeAll(
      { 'templates/test/ar.md.hbs': template('x', front) },
      { languages: ['ar'], forms: ['circular'] },
    );
    expect(letters[0]?.salutation.map(shown)).toEqual(['حضرات السادة والسيدات،']);
  });

  test.each([
    ['Ann,,minister,,,,,,,,', ['error missing-gender list.csv:2:1']],
    ['Ann,female,,,,,,,,,', ['error missing-rank list.csv:2:1']],
    ['Ann,,none,,Dr,,,,,,', []],
    ['Ann,,none,,,,,,,,', ['error missing-gender list.csv:2:1']],
    ['Ann,,,HRH,Ms,,,,,"Dear Ann,",', []],
    ['Ann,,,,,,,,,"Dear Ann,",Ann|Box 1', []],
    [',female,none,,,,,,,,', ['error missing-name list.csv:2:1']],
  ] as const)('what is missing is never guessed: %s', (row, expected) => {
    expect(personal('en', row).found).toEqual(expected);
  });

  test('a list that lacks what a template needs is told at its row', () => {
    const list = `${HEADER}who,government,en,Ann,,none,,Dr,,,,,,\n`;
    const text = '{{choose recipient.gender female="she" male="he"}}';
    const files = { 'list.csv': list, 'templates/test/en.md.hbs': template(text) };
    const { found } = composeAll(files, { languages: ['en'], forms: ['personal'] });
    expect(found).toEqual(['error missing-gender list.csv:2:1']);
  });

  test('all recipients with a problem are told in one run, the template once', () => {
    const list = `${HEADER}a,government,en,Ann,,minister,,,,,,,,\nb,government,en,Bob,male,,,,,,,,,\nc,government,en,Cid,male,none,,,,,,,,\n`;
    const files = { 'list.csv': list, 'templates/test/en.md.hbs': template('{{recipient.title}}') };
    const { found, diagnostics } = composeAll(files, { languages: ['en'], forms: ['personal'] });
    expect([...found].sort()).toEqual([
      'error empty-field templates/test/en.md.hbs:6:3',
      'error missing-gender list.csv:2:1',
      'error missing-rank list.csv:3:1',
    ]);
    expect(diagnostics.find(({ code }) => code === 'empty-field')?.hint).toContain('of "a"');
  });
});

describe('texts that lack the language', () => {
  test.each([
    [
      'theme: {ar: الموضوع, en: Theme, fr: Thème, es: Tema}',
      'theme: {en: Theme}',
      '{{event.theme}}',
      ['error missing-language edition.yaml:5:11'],
    ],
    [
      'lines: {ar: الجميع, en: All, fr: Tous, es: Todos}',
      'lines: {en: All}',
      'x',
      ['error missing-language edition.yaml:66:15'],
    ],
    [
      'title: {ar: الأمينة العامة, en: Secretary-General, fr: Secrétaire générale, es: Secretaria General}',
      'title: {en: x}',
      'x',
      ['error missing-language edition.yaml:48:13'],
    ],
    // What no letter in that language needs may lack it.
    ['texts: {note: Note}', 'texts: {note: {en: Note}}', 'x', []],
    [
      'country: CH',
      'country: {en: Switzerland}',
      '{{event.country}}',
      ['error missing-language edition.yaml:11:13'],
    ],
  ])('%s → %s', (from, to, text, expected) => {
    expect(EDITION).toContain(from);
    const edition = EDITION.replace(from, to);
    const files = { 'edition.yaml': edition, 'templates/test/fr.md.hbs': template(text) };
    const { found, diagnostics } = composeAll(files, { languages: ['fr'], forms: ['circular'] });
    expect(found).toEqual(expected);
    if (expected.length > 0) expect(diagnostics[0]?.message).toBe('there is no French text here');
  });

  test('each lacking language is told once for all letters', () => {
    const edition = EDITION.replace(
      'theme: {ar: الموضوع, en: Theme, fr: Thème, es: Tema}',
      'theme: {en: Theme}',
    );
    const templates = Object.fromEntries(
      Object.keys(ALL_TEMPLATES).map((name) => [name, template('{{event.theme}} {{event.theme}}')]),
    );
    const { diagnostics } = composeAll({ 'edition.yaml': edition, ...templates });
    expect(diagnostics.map(({ message }) => message)).toEqual(
      ['Arabic', 'French', 'Spanish'].map((name) => `there is no ${name} text here`),
    );
  });
});

describe('templates of an edition', () => {
  test('override those that come with the tool, and partials likewise', () => {
    const edition = EDITION.replace('kind: test', 'kind: forum-invitation');
    const files = {
      'templates/forum-invitation/en.md.hbs': template('Own {{> part}}'),
      'templates/partials/part.en.md.hbs': 'part of {{event.name}}',
    };
    const { letters, found } = compose(
      { 'edition.yaml': edition, ...files },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(found).toEqual([]);
    expect(body(letters[0])).toEqual(['Own part of ⟨the Forum⟩']);
  });

  test('a file that is not UTF-8 is refused', () => {
    const bytes = Buffer.from('---\nsubject: caf\xe9\n---\n', 'latin1');
    const { found } = composeAll(
      { 'templates/test/en.md.hbs': bytes },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(found).toEqual(['error not-utf8 templates/test/en.md.hbs:2:13']);
  });

  test('a template may not lead out of the edition', () => {
    const edition = load({ 'templates/test/fr.md.hbs': template('x') });
    symlinkSync(packageFile('package.json'), join(edition.folder, 'templates/test/en.md.hbs'));
    const { diagnostics } = composeEdition(edition, { languages: ['en'], forms: ['circular'] });
    expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([
      ['outside-edition', 57],
    ]);
  });

  test.each(['../test', 'test/../test', '/etc'])('a partial is named, not a path: %s', (name) => {
    const { found } = composeAll(
      { 'templates/test/en.md.hbs': template(`{{> "${name}"}}`) },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(found).toEqual(['error missing-template templates/test/en.md.hbs:6:1']);
  });
});

describe('selection', () => {
  const names = ({ letters }: { letters: readonly Letter[] }) =>
    letters.map(({ language, recipient }) => `${language} ${recipient ?? 'all'}`);

  test.each<[Selection, string[]]>([
    [{}, ['ar all', 'en all', 'en minister', 'en nobody', 'fr all', 'es all']],
    [{ languages: ['en'] }, ['en all', 'en minister', 'en nobody']],
    [{ forms: ['personal'] }, ['en minister', 'en nobody']],
    [{ forms: ['circular'], languages: ['fr'] }, ['fr all']],
    [{ recipients: ['nobody'], forms: ['personal'] }, ['en nobody']],
    [{ categories: ['government'], forms: ['personal'] }, ['en minister']],
    [{ lists: ['list.csv'], forms: ['personal'] }, ['en minister', 'en nobody']],
    [{ letters: ['invitation'], forms: ['personal'] }, ['en minister', 'en nobody']],
  ])('%j', (selection, expected) => {
    expect(names(composeAll({}, selection))).toEqual(expected);
  });

  test.each<[Selection, string, string | undefined]>([
    [{ letters: ['invitatio'] }, 'unknown-letter', 'did you mean "invitation"?'],
    [{ recipients: ['ministre'] }, 'unknown-recipient', 'did you mean "minister"?'],
    [{ lists: ['lists.csv'] }, 'unknown-list', 'did you mean "list.csv"?'],
  ])('%j is an error', (selection, code, hint) => {
    const { letters, diagnostics } = composeAll({}, selection);
    expect(diagnostics.map((problem) => [problem.code, problem.hint])).toEqual([[code, hint]]);
    expect(letters.filter(({ form }) => form === 'personal')).toEqual([]);
  });

  test.each([
    ['{countries: [CH]}', ['en minister']],
    ['{countries: [France]}', ['en nobody']],
    ['{categories: [private-sector]}', ['en nobody']],
    ['{languages: [fr]}', []],
    ['{lists: [list.csv]}', ['en minister', 'en nobody']],
  ])('a letter to recipients %s', (filter, expected) => {
    const edition = EDITION.replace('    mark:', `    recipients: ${filter}\n    mark:`);
    expect(names(composeAll({ 'edition.yaml': edition }, { forms: ['personal'] }))).toEqual(
      expected,
    );
  });

  test('a recipient whose language the letter does not have is told', () => {
    const edition = EDITION.replace('languages: [ar, en, fr, es]', 'languages: [ar]');
    const { found } = composeAll({ 'edition.yaml': edition });
    expect(found).toEqual([
      'warning language-not-offered list.csv:2:21',
      'warning language-not-offered list.csv:3:23',
    ]);
  });

  test('one letter alone', () => {
    const edition = load(ALL_TEMPLATES);
    const [spec] = edition.letters;
    const recipient = edition.stakeholders.find(({ id }) => id.value === 'nobody') ?? null;
    const { letter } = spec ? composeLetter(edition, spec, 'en', recipient) : {};
    expect([letter?.recipient, letter?.form, letter?.language]).toEqual([
      'nobody',
      'personal',
      'en',
    ]);
  });
});

/** Every value of a key, however deep. */
function valuesOf(key: string, data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) =>
    name === key ? [value] : valuesOf(key, value),
  );
}

test('a letter is plain data, the places of values in lists too', () => {
  const { letters } = composeAll();
  for (const letter of letters) {
    const clone = structuredClone(letter);
    expect(clone).toEqual(letter);
    expect(JSON.parse(JSON.stringify(letter))).toEqual(letter);
    const place = {
      file: expect.any(String),
      line: expect.any(Number),
      column: expect.any(Number),
    };
    for (const span of valuesOf('span', clone)) expect(span).toMatchObject(place);
  }
  const files = valuesOf('file', structuredClone(letters));
  expect(files).toContainEqual(expect.stringMatching(/list\.csv$/));
});
