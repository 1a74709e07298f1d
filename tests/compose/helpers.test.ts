import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model.ts';
import { body, compose, EDITION, template } from './fixture.ts';

/** The body of the circular in a language, as one line. */
function print(language: Language, text: string, edition = EDITION): string {
  const { letters, found } = compose(
    { 'edition.yaml': edition, [`templates/test/${language}.md.hbs`]: template(text) },
    { languages: [language], forms: ['circular'] },
  );
  expect(found).toEqual([]);
  return body(letters[0]).join('\n');
}

describe('helpers', () => {
  test.each<[Language, string, string]>([
    // Dates
    ['en', '{{date letter.date}}', '⟨10 April 2026⟩'],
    ['en', '{{letter.date}}', '⟨10 April 2026⟩'],
    ['en', '{{date letter.date style="day-month"}}', '⟨10 April⟩'],
    ['fr', '{{date letter.date}}', '⟨10 avril 2026⟩'],
    ['ar', '{{range event}}', '⟨⟨6-10⟩ يوليو 2026⟩'],
    ['ar', '{{range event style="prose"}}', '⟨من 6 إلى 10 يوليو 2026⟩'],
    ['fr', '{{range event.periods.policy style="prose"}}', '⟨du 28 juin au 2 juillet 2026⟩'],
    ['en', '{{range event.start event.end}}', '⟨⟨>6–10⟩ July 2026⟩'],
    ['en', '{{year event.start}} {{year event}}', '⟨>2026⟩ ⟨>2026⟩'],
    ['es', '{{month event.start}}', '⟨julio de 2026⟩'],
    [
      'en',
      '{{#each letter.phases}}{{phaseDate this}}; {{/each}}',
      '⟨2 May 2026⟩; ⟨May/June 2026⟩; ⟨⟨>3–5⟩ May 2026⟩;',
    ],
    [
      'fr',
      '{{#with (lookup letter.phases 0)}}{{timerange from until}}{{/with}}',
      '⟨>14\u00A0h\u00A030-15\u00A0h\u00A030⟩',
    ],
    [
      'en',
      '{{#each letter.phases as |p|}}{{#if p.from}}{{time p.from}}{{/if}}{{/each}}',
      '⟨>14:30⟩',
    ],
    // Names
    [
      'en',
      '{{list event.agencies}}',
      '⟨the International Telecommunication Union⟩, ⟨the United Nations Development Programme⟩ and ⟨the United Nations Educational, Scientific and Cultural Organization⟩',
    ],
    ['en', '{{list event.agencies form="acronym"}}', '⟨ITU⟩, ⟨UNDP⟩ and ⟨UNESCO⟩'],
    [
      'en',
      '{{list event.agencies form="short" case="plain"}}',
      '⟨International Telecommunication Union⟩, ⟨United Nations Development Programme⟩ and ⟨UNESCO⟩',
    ],
    [
      'en',
      '{{list event.hosts form="full-acronym"}}',
      '⟨the International Telecommunication Union⟩ (⟨ITU⟩) and ⟨the United Nations Development Programme⟩ (⟨UNDP⟩)',
    ],
    [
      'en',
      '{{list event.agencies form="short-acronym" case="of"}}',
      '⟨of the International Telecommunication Union⟩ (⟨ITU⟩), ⟨of the United Nations Development Programme⟩ (⟨UNDP⟩) and ⟨of UNESCO⟩',
    ],
    ['fr', '{{list event.hosts form="acronym" case="of"}}', '⟨de l’UIT⟩ et ⟨du PNUD⟩'],
    ['es', '{{list event.hosts form="acronym" case="of"}}', '⟨de la UIT⟩ y ⟨del PNUD⟩'],
    [
      'ar',
      '{{list event.hosts form="full-acronym"}}',
      '⟨الاتحاد الدولي للاتصالات⟩ (⟨ITU⟩) و⟨برنامج الأمم المتحدة الإنمائي⟩ (⟨UNDP⟩)',
    ],
    [
      'ar',
      '{{list event.hosts style="long"}}',
      '⟨الاتحاد الدولي للاتصالات⟩، و⟨برنامج الأمم المتحدة الإنمائي⟩',
    ],
    ['ar', '{{org organisations.itu case="to"}}', '⟨للاتحاد الدولي للاتصالات⟩'],
    ['fr', '{{org organisations.unesco form="short" case="to"}}', '⟨à l’UNESCO⟩'],
    [
      'fr',
      '{{org organisations.undp case="of"}}',
      '⟨du Programme des Nations Unies pour le développement⟩',
    ],
    ['en', '{{organisations.itu}}', '⟨International Telecommunication Union⟩'],
    ['fr', '{{country event.country case="in"}}', '⟨en Suisse⟩'],
    ['fr', '{{event.country}}', '⟨Suisse⟩'],
    ['en', '{{country letter.persons.chair.country case="of"}}', '⟨of the Russian Federation⟩'],
    ['fr', '{{country event.country case="of"}}', '⟨de la Suisse⟩'],
    ['fr', '{{country event.country form="formal"}}', '⟨Confédération suisse⟩'],
    ['fr', '{{country event.country form="formal" case="of"}}', '⟨de la Confédération suisse⟩'],
    ['ar', '{{country event.country form="formal" case="to"}}', '⟨للاتحاد السويسري⟩'],
    ['en', '{{country event.country form="usual"}}', '⟨Switzerland⟩'],
    [
      'en',
      '{{country letter.persons.chair.country form="formal" case="the"}}',
      '⟨the Russian Federation⟩',
    ],
    [
      'en',
      '{{person letter.persons.chair title=true country=true}}',
      'His Excellency Mr ⟨Max⟩, ⟨Deputy⟩, ⟨Russian Federation⟩',
    ],
    ['ar', '{{person letter.persons.chair}}', 'معالي السيد ⟨Max⟩'],
    ['fr', '{{person letter.persons.chair}}', 'Son Excellence Monsieur ⟨Max⟩'],
    ['es', '{{letter.persons.chair}}', 'Su Excelencia el Sr. ⟨Max⟩'],
    ['en', '{{quote event.theme}}', '“⟨Theme⟩”'],
    ['fr', '{{quote event.theme}}', '«\u00A0⟨Thème⟩\u00A0»'],
    ['ar', '{{quote event.theme}}', '«⟨الموضوع⟩»'],
    // Numbers and words
    ['en', '{{number letter.numbers.projects}}', '⟨>14,000⟩'],
    ['ar', '{{number letter.numbers.projects}}', '⟨>14\u00A0000⟩'],
    ['fr', '{{number letter.numbers.projects}}', '⟨>14\u202F000⟩'],
    ['en', '{{plural letter.numbers.single one="project" other="projects"}}', 'project'],
    ['en', '{{plural letter.numbers.projects one="project" other="projects"}}', 'projects'],
    ['ar', '{{plural letter.numbers.projects few="قليل" other="كثير"}}', 'كثير'],
    ['ar', '{{plural 3 few="قليل" other="كثير"}}', 'قليل'],
    ['ar', '{{plural 2 two="اثنان" other="كثير"}}', 'اثنان'],
    ['en', '{{ordinal 2 capital=true}}', 'Second'],
    [
      'fr',
      '{{#each letter.phases as |p|}}{{ordinal p.number gender="female"}} {{/each}}',
      'première deuxième troisième',
    ],
    ['en', '{{choose letter.persons.chair male="he" female="she"}}', 'he'],
    ['en', '{{choose form circular="all" personal="you"}}', 'all'],
    ['en', '{{choose language ar="x" other="y"}}', 'y'],
    // Blocks
    ['en', '{{#unless recipient}}all{{else}}you{{/unless}}', 'all'],
    [
      'en',
      '{{#if (eq form "circular")}}a{{/if}}{{#if (not recipient)}}b{{/if}}{{#if (and event.theme event.short)}}c{{/if}}{{#if (or event.theme event.short)}}d{{/if}}',
      'abd',
    ],
    ['en', '{{#if event.short}}a{{else if event.theme}}b{{else}}c{{/if}}', 'b'],
    [
      'en',
      '{{#if (before event.start letter.date)}}was{{else}}will be{{/if}} {{#if (before letter.resolutions.outcome.adopted event)}}was{{/if}}',
      'will be was',
    ],
    ['en', '{{#each event.coorganisers}}a{{else}}none{{/each}}', 'none'],
    ['en', '{{#each letter.links}}{{@key}} {{/each}}', 'site form'],
    [
      'en',
      '{{#each letter.phases}}{{@index}}{{#unless @last}},{{/unless}}{{/each}}',
      '⟨>0⟩,⟨>1⟩,⟨>2⟩',
    ],
    [
      'en',
      '{{#each letter.phases}}{{title}} {{event.place}} {{../event.place}} {{@root.event.place}};{{/each}}',
      Array(3)
        .fill('')
        .map((_, i) => `⟨${['First', 'Second', 'Third'][i]}⟩ ⟨Geneva⟩ ⟨Geneva⟩ ⟨Geneva⟩;`)
        .join(''),
    ],
    ['en', '{{#with event}}{{place}}{{/with}}', '⟨Geneva⟩'],
    ['en', '{{#with letter.persons.chair as |who|}}{{who.name}}{{/with}}', '⟨Max⟩'],
    ['en', '{{lookup letter.links "site"}}', '⟨>[www.wsis.org/forum](https://www.wsis.org/forum)⟩'],
    ['en', 'a {{~event.place~}} b', 'a⟨Geneva⟩b'],
    ['en', '\\{{event.place}}', '{{event.place}}'],
  ])('%s %s', (language, text, expected) => {
    expect(print(language, text)).toBe(expected);
  });
});

describe('the signatories decide about I and we', () => {
  const self =
    '{{self one-female="happy (f)" one-male="happy (m)" many="all happy"}} {{self one="I" many="We"}}';
  test.each([
    ['[one]', 'happy (f) I'],
    ['[two]', 'happy (m) I'],
    ['[one, two]', 'all happy We'],
  ])('%s', (signatories, expected) => {
    const edition = EDITION.replace('signatories: [one]', `signatories: ${signatories}`);
    expect(print('en', self, edition)).toBe(expected);
  });

  test('a signatory without gender is an error where the gender matters', () => {
    const edition = EDITION.replace('    gender: female\n', '');
    const { found } = compose(
      { 'edition.yaml': edition, 'templates/test/en.md.hbs': template(self) },
      { languages: ['en'], forms: ['circular'] },
    );
    expect(found).toEqual(['error missing-gender edition.yaml:46:5']);
  });
});

test('partials take a context and arguments', () => {
  const { letters, found } = compose(
    {
      'templates/test/en.md.hbs': template(
        '{{> venue event word="in"}} {{> venue letter word=event.theme}}',
      ),
      'templates/partials/venue.en.md.hbs': '{{word}} {{place}}',
    },
    { languages: ['en'], forms: ['circular'] },
  );
  expect(found).toEqual([]);
  expect(body(letters[0])).toEqual(['in ⟨Geneva⟩ ⟨Theme⟩ ⟨Geneva⟩']);
});
