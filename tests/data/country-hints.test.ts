import { expect, test } from 'vitest';
import { country } from '../../src/data/schema/countries.ts';
import { nearestCountry } from '../../src/data/schema/country-hints.ts';
import { Problems } from '../../src/diagnostic.ts';
import { allCountries } from '../../src/language/countries.ts';
import { findCountry } from '../../src/language/country-search.ts';

const span = { file: 'list.csv', line: 2, column: 1 };

function told(value: string) {
  const problems = new Problems();
  const { code, name } = country({ value, span }, problems);
  return { code, name, problems: problems.all };
}

test('a list as offices have it: what everyone knows is recognised, the rest is told', () => {
  const names =
    'Iran|هولندا|Micronesia|Brunei|the Islamic Republic of Pakistan|Netherlands|Palestine|South Korea|Syria|UK|USA|' +
    'Türkiye|Turkey|Ivory Coast|Swaziland|Macedonia|Burma|Czech Republic|DRC|UAE|KSA|Holy See (the) *|Niger|Guinea|' +
    'Dominica|North Macedonia|Congo|England|Taiwan|Austrlia';
  const found = names.split('|').map((name) => {
    const { code, problems } = told(name);
    return code ?? `${name}: ${problems.map(({ severity }) => severity).join(' ')}`;
  });
  expect(found.join(' ')).toBe(
    'IR NL FM BN PK NL PS KR SY GB US TR TR CI SZ MK MM CZ CD AE SA VA NE GN DM MK ' +
      'Congo: error England: warning Taiwan: warning Austrlia: error',
  );
});

test.each([
  ['Frnace', 'France'],
  ['Switzerlnd', 'Switzerland'],
  ['Swizerland', 'Switzerland'],
  ['Austrla', undefined],
  ['Untied Kingdom', 'United Kingdom'],
  ['Russian Federaton', 'Russian Federation'],
  ['Argentna', 'Argentina'],
  ['Швейцврия', 'Швейцария'],
  ['Kirgyzstan', 'Kyrgyzstan'],
  ['Guniea', 'Guinea'],
  ['Mauritana', 'Mauritania'],
])('"%s" is a slip of %s', (value, name) => {
  const [problem, ...more] = told(value).problems;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'error', code: 'unknown-country', span });
  const hint = name ? `did you mean "${name}"?` : expect.stringContaining('check its spelling');
  expect(problem?.hint).toEqual(hint);
});

/** Neighbours by spelling: neither is ever proposed for what may be the other. */
test.each([
  ...[
    'Austrlia',

    'Nigera',
    'Slovekia',
    'Slovania',
    'Dominca',
    'Mauritian',
    'Zambian',

    'Gambai',
    'Zambai',
  ],
  ...[
    'Irelnad',
    'Icelnad',
    'Iralnd',
    'Iraan',
    'Iraqi',
    'Guyanea',

    'Koreaa',
    'South Koera',
    'Congoo',
  ],
  ...['Samos', 'Yalta', 'Gabun', 'Griekenland', 'Sipria', 'San Martiño', 'Islande du Nord'],
])('"%s" is not taken for any other', (value) => {
  const hints = told(value).problems.map(({ hint }) => hint ?? '');
  expect(hints).toHaveLength(1);
  expect(hints.join()).not.toContain('did you mean');
});

test.each([
  ...[
    'Taiwan',
    'Taiwan, Province of China',
    'Republic of China',
    'Тайвань',
    '台湾',
    'تايوان',
    'Kosovo',
    'Косово',
  ],
  ...[
    'Somaliland',
    'Abkhazia',
    'Tibet',
    'Kurdistan',
    'Catalonia',
    'Transnistria',
    'Northern Cyprus',
    'Crimea',
  ],
  ...[
    'European Union',
    'Atlantis',
    'Islamic Republic of Iraq',
    'North Sudan',
    'New Guinea',
    'Yugoslavia',
  ],
  ...['Benelux', 'Siberia', 'Bavaria', 'Zanzibar', 'Dubai', 'Paris', 'Persia', 'Geneva'],
])('"%s" is printed as it stands, and nothing is proposed for it', (value) => {
  const { code, name, problems } = told(value);
  expect(code).toBeUndefined();
  expect(name.all?.name.value).toBe(value);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: 'warning', code: 'unknown-country' });
  expect(problems[0]?.hint).toBeUndefined();
});

test('a name that two States have is asked, with the codes that tell them apart', () => {
  expect(told('Congo').problems).toEqual([
    {
      severity: 'error',
      code: 'unknown-country',
      span,
      message: '"Congo" is what more than one country is called',
      hint: 'write CG (Republic of the Congo) or CD (Democratic Republic of the Congo)',
    },
  ]);
  expect(told('Korea').problems[0]?.hint).toContain('KR (Republic of Korea) or KP (Democratic');
});

test('a part of a State is told, not replaced', () => {
  const { code, problems } = told('Scotland');
  expect(code).toBeUndefined();
  expect(problems).toMatchObject([
    { severity: 'warning', hint: expect.stringContaining('the State is GB (United Kingdom') },
  ]);
});

test.each(['XX', 'TW', 'HC', 'RI', 'XKX', 'eu'])('the code "%s" is not guessed', (value) => {
  expect(told(value).problems).toMatchObject([
    { severity: 'error', hint: expect.stringContaining('ISO 3166-1') },
  ]);
  expect(told(value).problems[0]?.hint).not.toMatch(/did you mean/);
});

/** Letters that a hand may put in the place of another. */
const LETTERS: Readonly<Record<'ar' | 'en' | 'ru', string>> = {
  ar: 'ابنر',
  en: 'aenr',
  ru: 'аинр',
};

function* slips(word: string, letters: string): Generator<string> {
  const all = [...word];
  for (const [at] of all.entries()) {
    const [before, after] = [all.slice(0, at).join(''), all.slice(at + 1).join('')];
    yield before + after;
    yield before + (letters[at % letters.length] ?? '') + after;
  }
}

function nearestOf(slip: string): string | undefined {
  const near = findCountry(slip) ? undefined : nearestCountry(slip);
  return near === undefined || near === 'unclear' ? undefined : near.meant.code;
}

// Every third country in each language, another third in the next: to try them all takes minutes.
test.each([
  ['en', 0],
  ['ru', 1],
  ['ar', 2],
] as const)('slips in %s never lead to another State', { timeout: 60_000 }, (language, third) => {
  const proposed = allCountries()
    .filter((_, at) => at % 3 === third)
    .flatMap(({ code, names }) =>
      [...slips(names[language].name, LETTERS[language])].map((slip) => ({
        slip,
        code,
        proposal: nearestOf(slip),
      })),
    )
    .filter(({ proposal }) => proposal !== undefined);
  expect(proposed.length).toBeGreaterThan(100);
  expect(proposed.filter(({ code, proposal }) => proposal !== code)).toEqual([]);
});
