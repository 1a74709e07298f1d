/** Lists of stakeholders without a fault, whose names, titles and organisations only look like one. */

/** A recipient by column. */
export type Row = Readonly<Record<string, string>>;

const OFFICES = {
  en: ['Director', 'Department of Digital Policy'],
  ar: ['مديرة الإدارة', 'وزارة الاتصالات'],
  fr: ['Directrice', 'Direction du numérique'],
  es: ['Directora', 'Dirección de Telecomunicaciones'],
  ru: ['директор департамента', 'Министерство цифрового развития'],
  zh: ['司长', '工业和信息化部'],
} as const;

export type ListLanguage = keyof typeof OFFICES;

/** All columns that lists have; what a row does not say is empty. */
export const COLUMNS = [
  ...['id', 'category', 'language', 'name', 'family-name', 'gender', 'rank', 'style', 'courtesy'],
  ...['title', 'organisation', 'country', 'email', 'cc', 'address', 'salutation'],
  ...['name-dative', 'title-dative'],
];

/** An address of its own for each person; letters that others write otherwise are left out. */
function mailbox(name: string, index: number): string {
  const plain = name.normalize('NFD').replace(/[^A-Za-z]/g, '');
  return `${(plain || 'office').toLowerCase().slice(0, 20)}${index + 1}@mail.example.org`;
}

interface Person {
  readonly name: string;
  readonly family: string;
  readonly more?: Row;
}

function listOf(language: ListLanguage, country: string, people: readonly Person[]): Row[] {
  const [title, organisation] = OFFICES[language];
  return people.map(({ name, family, more = {} }, index) => ({
    id: `r${index + 1}`,
    category: 'civil-society',
    language,
    name,
    'family-name': family,
    gender: 'female',
    rank: 'none',
    title,
    organisation: `${organisation} ${['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'][index]}`,
    country,
    email: mailbox(name, index),
    ...more,
  }));
}

/** `Given Names|Family Name`, with other columns where they matter. */
function people(...names: readonly (string | readonly [string, Row])[]): Person[] {
  return names.map((entry) => {
    const [written, more] = typeof entry === 'string' ? [entry, {}] : entry;
    const [given = '', family = ''] = written.split('|');
    return { name: `${given} ${family}`.trim(), family, more };
  });
}

const organisations = (...names: readonly string[]) =>
  people(
    ...names.map((organisation, index) => [`${GIVEN[index]}|Keller`, { organisation }] as const),
  );
const titles = (...names: readonly string[]) =>
  people(...names.map((title, index) => [`${GIVEN[index]}|Keller`, { title }] as const));
const countries = (...names: readonly string[]) =>
  people(...names.map((country, index) => [`${GIVEN[index]}|Keller`, { country }] as const));
const addresses = (...names: readonly string[]) =>
  people(...names.map((email, index) => [`${GIVEN[index]}|Keller`, { email }] as const));

const GIVEN = [
  ...['Anna', 'Berta', 'Clara', 'Dora', 'Emma', 'Frida', 'Greta', 'Hanna', 'Irma', 'Julia'],
  ...['Karla', 'Lena'],
];

/** Chinese names have no blank between family name and given name. */
const chinese = (...names: readonly string[]): Person[] =>
  names.map((written) => {
    const [family = '', given = ''] = written.split('|');
    return { name: family + given, family };
  });

const russian = (...names: readonly (readonly [string, string])[]): Person[] =>
  names.map(([written, dative]) => {
    const [given = '', family = ''] = written.split('|');
    const more = { 'name-dative': dative, 'title-dative': 'директору департамента' };
    return { name: `${given} ${family}`, family, more };
  });

/** The lists, by what is odd about them. */
export const LISTS: Readonly<Record<string, readonly Row[]>> = {
  'names that programs take for no value': listOf(
    'en',
    'NA',
    people(
      'Christopher|Null',
      'Ruth|Nan',
      'Rachel|True',
      'Ann|None',
      'Lucy|Nil',
      'Mei|Yes',
      'Thi|No',
      'Ingrid|False',
      'Inf|Void',
      'Undine|Na',
    ),
  ),
  'names of a letter or two': listOf(
    'en',
    'SG',
    people(
      'Andrew|Ng',
      'Min-ji|O',
      'Ali|Dr',
      'Wei|Li',
      'Aung|U',
      'Mia|E',
      'Jo|Xu',
      'Hye|Yi',
      'Ye|Ko',
      'Lu|Aa',
    ),
  ),
  'names that are titles elsewhere': listOf(
    'en',
    'US',
    people(
      'Coretta|King',
      'Sophia|Prince',
      'Kate|Bishop',
      'John|Major',
      'Ada|Sir',
      'Rosa|Jr',
      'Laura|Dean',
      'Judy|Judge',
      'Doris|Duke',
      'Thelma|Marshall',
      'Mary|Doctor',
      'Amber|Minister',
    ),
  ),
  'apostrophes and hyphens': listOf(
    'en',
    'IE',
    people(
      'Sinéad|O’Neill',
      "Maeve|O'Brien",
      'Jeanne|d’Arc',
      "Anita|D'Souza",
      "Awa|N'Golo",
      'Fayza|Mbappé-Lottin',
      "Gerda|'t Hooft",
      'Anne-Marie|Saint-Exupéry',
      "Ka'iulani|Ka'ahumanu",
      'Nuala|Ní Dhomhnaill',
    ),
  ),
  'particles of names': listOf(
    'en',
    'NL',
    people(
      'Johanna|van der Berg',
      'Maria|de la Cruz',
      'Sophie|von und zu Liechtenstein',
      'Noura|al-Rashid',
      'Aisha|bin Talal',
      'Layla|ibn Sina',
      'Fiona|Mc Donald',
      'Morag|MacLeod',
      'Inês|dos Santos e Silva',
      'Carla|Di Stefano',
      'Eva|De',
      'Ana|Da',
    ),
  ),
  'Vietnamese names': listOf(
    'en',
    'VN',
    people(
      'Nguyễn Thị Minh|Khai',
      'Trần Đại|Quang',
      'Lê Thị Hồng|Gấm',
      'Phạm Ngọc|Ánh',
      'Võ Thị|Sáu',
      'Đặng Thùy|Trâm',
      'Bùi Thị|Xuân',
      'Hồ Xuân|Hương',
    ),
  ),
  'Icelandic names': listOf(
    'en',
    'IS',
    people(
      'Þórdís|Kolbrún Reykfjörð Gylfadóttir',
      'Ásmundur|Einar Daðason',
      'Guðrún|Hafsteinsdóttir',
      'Áslaug Arna|Sigurbjörnsdóttir',
      'Björk|Guðmundsdóttir',
      'Ævar|Þór',
      'Örn|Árnason',
    ),
  ),
  'Spanish names': listOf(
    'es',
    'MX',
    people(
      'María del Carmen|Núñez Ibáñez',
      'Ana|García y García',
      'Lucía|Ortega y Gasset',
      'Josefa|Ortiz de Domínguez',
      'Inés|Peña',
      'Sor Juana|de Asbaje',
      'Íñiga|López de Mendoza',
      'Pilar|Primo de Rivera',
    ),
  ),
  'French names': listOf(
    'fr',
    'FR',
    people(
      'Ségolène|Royer',
      'Anne|L’Huillier',
      'Zoé|Œuvrard',
      'Marie-Ève|d’Aubigné',
      'Élise|Le Goff',
      'Aïssatou|N’Diaye',
      'Jeanne|de La Tour du Pin',
      'Françoise|Haÿs',
    ),
  ),
  'Arabic names': listOf(
    'ar',
    'JO',
    people(
      'نورة بنت عبد العزيز|آل سعود',
      'فاطمة الزهراء|المنصوري',
      'ليلى|بن علي',
      'آمنة|الضحاك الشامسي',
      'هدى|أبو زيد',
      'عائشة|ذو الفقار',
      'مريم|المهيري',
      'رشا|عبد الرحمن',
      'سلمى|الأمير',
      'منى|الدكتور',
    ),
  ),
  'Chinese names': listOf(
    'zh',
    'CN',
    chinese('王|芳', '欧阳|娜娜', '司马|燕', '李|娜', '诸葛|晓', '张|丽华', '吴|一', '上官|云'),
  ),
  'Russian names': listOf(
    'ru',
    'RU',
    russian(
      ['Анна|Ли', 'Анне Ли'],
      ['Ольга|О', 'Ольге О'],
      ['Мария|Салтыкова-Щедрина', 'Марии Салтыковой-Щедриной'],
      ['Гульнара|Шакирова', 'Гульнаре Шакировой'],
      ['Алёна|Ёлкина', 'Алёне Ёлкиной'],
      ['Нина|Король', 'Нине Король'],
      ['Вера|Дурново', 'Вере Дурново'],
      ['Зоя|Черных', 'Зое Черных'],
    ),
  ),
  organisations: listOf(
    'en',
    'CH',
    organisations(
      'AT&T',
      'R&D Institute',
      '3M',
      '7-Eleven',
      'Yahoo!',
      'C++ Alliance',
      'Unit 4',
      'Ogilvy & Mather, Brown, Lee and Partners (Europe), Limited',
      'Connect.Africa',
      'Médecins d’ici et d’ailleurs',
      'Null Society',
      'École 42',
    ),
  ),
  titles: listOf(
    'en',
    'CH',
    titles(
      'Chair/President',
      'Secretary-General (a.i.)',
      'Minister of State for ICT, Innovation and Digital Affairs',
      'Director, R&D',
      'CEO & Founder',
      'Vice-President (Europe)',
      'Head of Unit – Policy',
      'Professor of Law',
      'Deputy Director-General, Acting',
      'Chief of Staff to the Minister',
      'Dean, Faculty of Engineering',
      'Senior Adviser (5G and IoT)',
    ),
  ),
  'countries by their official names': listOf(
    'en',
    'CH',
    countries(
      'Iran (Islamic Republic of)',
      'Republic of Korea',
      "Côte d'Ivoire",
      'Türkiye',
      'Bolivia (Plurinational State of)',
      'United Kingdom of Great Britain and Northern Ireland',
      'Viet Nam',
      'Czechia',
      'Holy See',
      'United States of America',
      'Lao People’s Democratic Republic',
      'NO',
    ),
  ),
  'addresses for mail': listOf(
    'en',
    'CH',
    addresses(
      'anna.keller+wsis@example.org',
      'office@digital.gov.ch.example.org',
      '007@example.org',
      'b-k_l.m@sub-domain.example.org',
      'Emma.Keller@Example.org',
      "o'neill@example.org",
      'x@example.org',
      'null@mail.example.org',
      'true@mail.example.org',
      'director.general@international-organisation.example.org',
    ),
  ),
  'people of one name, and of one office': listOf(
    'en',
    'GB',
    people(
      ['Mary|Smith', { organisation: 'University of the North' }],
      ['Mary|Smith', { organisation: 'Harbour Light Networks' }],
      ['Ann|Smith', { organisation: 'Harbour Light Networks' }],
      ['Mary Ann|Smith', { organisation: 'Harbour Light Networks', title: 'Chair' }],
      ['Maria|Smith', { organisation: 'University of the North', title: 'Rector' }],
    ),
  ),
  'columns of an office’s own': listOf(
    'en',
    'CH',
    people(
      [
        'Anna|Keller',
        {
          Telephone: '+41 22 730 51 11 ext. 6240',
          Room: 'T.101',
          Badge: '0012',
          Slot: '14:30',
          Passport: 'X1234567',
        },
      ],
      [
        'Berta|Keller',
        {
          Telephone: '(022) 730-5111',
          Room: 'Popov 1 & 2',
          Badge: '0450',
          Slot: '9:00',
          Passport: 'AB123456',
        },
      ],
      [
        'Clara|Keller',
        {
          Telephone: '00 41 22 730 51 11',
          Room: 'C/2',
          Badge: '1200',
          Slot: '8:15',
          Passport: 'P00000017',
        },
      ],
    ),
  ),
  'ranks of every kind': listOf(
    'en',
    'KE',
    people(
      [
        'Amina|Mwangi',
        {
          category: 'government',
          rank: 'minister',
          title: 'Minister for Information and Communications',
        },
      ],
      [
        'Peter|Otieno',
        {
          category: 'government',
          gender: 'male',
          rank: 'ambassador',
          title: 'Permanent Representative',
        },
      ],
      [
        'Grace|Njeri',
        { category: 'government', rank: 'vice-minister', title: 'Assistant Minister' },
      ],
      [
        'David|Kimani',
        {
          category: 'government',
          gender: 'male',
          rank: 'senior-official',
          title: 'Under-Secretary',
        },
      ],
      [
        'Ruth|Wanjiku',
        {
          category: 'international-organization',
          rank: 'head-of-organization',
          title: 'Secretary-General',
        },
      ],
      [
        'James|Kariuki',
        { category: 'academia-technical', gender: 'male', courtesy: 'Professor', title: 'Dean' },
      ],
      ['Jane|Chebet', { category: 'private-sector', courtesy: 'Dr', title: 'Chief Executive' }],
    ),
  ),
  'addresses and salutations of their own': listOf(
    'en',
    'AU',
    people(
      [
        'Mary|Jones',
        {
          address: 'Ms Mary Jones|P.O. Box 1|Canberra ACT 2600|Australia',
          salutation: 'Dear Mary,',
        },
      ],
      ['Lucy|Brown', { address: 'Ms Lucy Brown\n12/34 King Street\nSydney NSW 2000\nAustralia' }],
      [
        'Ella|Bishop',
        { address: 'Ms Ella Bishop|Level 3, 7-9 Bishop Road|Perth WA 6000|Australia' },
      ],
    ),
  ),
};
