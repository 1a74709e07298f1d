/** How a proper name enters a sentence: its article, its preposition, its grammatical case. */
import type { Language } from '../model.ts';

/**
 * `plain`: the bare name; `the`: with its article; the others begin with the preposition. Russian has
 * cases instead: `of` is the genitive, `to` the dative, `by` the instrumental; `in` keeps its preposition.
 */
export type Case = 'plain' | 'the' | 'of' | 'to' | 'by' | 'in';
/** Decides what French says for "in": à l'UIT, but en Suisse. */
export type NameKind = 'organisation' | 'country';

/** A name with what its grammar needs, as strings; the shape of `NameForm` without positions. */
export interface NameParts {
  readonly name: string;
  readonly article?: string;
  /** The whole "the X" where article and name do not give it. */
  readonly the?: string;
  readonly of?: string;
  readonly to?: string;
  readonly by?: string;
  readonly in?: string;
}

/**
 * Prints a name in a case. A form that the data gives wins over the computed one; undefined where
 * the language has no rule for it.
 */
export function inflect(
  language: Language,
  form: NameParts,
  wanted: Case,
  kind: NameKind = 'organisation',
): string | undefined {
  if (wanted === 'plain') return form.name;
  return form[wanted] ?? COMPUTE[language](form, wanted, kind);
}

type Wanted = Exclude<Case, 'plain'>;
type Compute = (form: NameParts, wanted: Wanted, kind: NameKind) => string | undefined;

const COMPUTE: Record<Language, Compute> = {
  ar: arabic,
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
};

/** The article joined to the name: "the ITU", "l'UIT". */
function withArticle({ article, name }: NameParts): string {
  if (article === undefined || article === '') return name;
  return /['’]$/.test(article) ? article + name : `${article} ${name}`;
}

/** Arabic: the genitive is the name itself; ل swallows the alef of ال, and one of three lams. */
function arabic(form: NameParts, wanted: Wanted): string {
  const { name } = form;
  if (wanted === 'in') return `في ${name}`;
  if (wanted === 'by') return `من جانب ${name}`;
  if (wanted !== 'to') return name;
  if (name.startsWith('الل')) return `ل${name.slice(2)}`;
  return name.startsWith('ال') ? `لل${name.slice(2)}` : `ل${name}`;
}

function english(form: NameParts, wanted: Wanted): string {
  return wanted === 'the' ? withArticle(form) : `${wanted} ${withArticle(form)}`;
}

/** Spanish: de + el = del, a + el = al; an El that belongs to the name (El Salvador) stays. */
function spanish(form: NameParts, wanted: Wanted): string {
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'in') return `en ${withArticle(form)}`;
  if (wanted === 'by') return `por ${withArticle(form)}`;
  const preposition = wanted === 'of' ? 'de' : 'a';
  return form.article === 'el'
    ? `${preposition}l ${form.name}`
    : `${preposition} ${withArticle(form)}`;
}

function french(form: NameParts, wanted: Wanted, kind: NameKind): string {
  if (wanted === 'the') return withArticle(form);
  if (wanted === 'by') return `par ${withArticle(form)}`;
  if (kind === 'country' && wanted === 'in') return frenchInCountry(form);
  if (kind === 'country' && wanted === 'of') return frenchOfCountry(form);
  return frenchContraction(form, wanted === 'of' ? 'of' : 'to');
}

/** de + le = du, de + les = des, à + le = au, à + les = aux. */
function frenchContraction(form: NameParts, wanted: 'of' | 'to'): string {
  const of = wanted === 'of';
  if (form.article === 'le') return `${of ? 'du' : 'au'} ${form.name}`;
  if (form.article === 'les') return `${of ? 'des' : 'aux'} ${form.name}`;
  if (!of) return `à ${withArticle(form)}`;
  return form.article ? `de ${withArticle(form)}` : elided('de', form.name);
}

/** "of" a country: a feminine name has no article (de Suisse), unless it is a full title. */
function frenchOfCountry(form: NameParts): string {
  const titled = /^(République|Fédération)/.test(form.name);
  const feminine = form.article === 'la' || /^l['’]$/.test(form.article ?? '');
  return feminine && !titled ? elided('de', form.name) : frenchContraction(form, 'of');
}

/** "in" a country: en for a feminine name or one in a vowel, au and aux for the rest. */
function frenchInCountry(form: NameParts): string {
  if (form.article === 'la' || /^l['’]$/.test(form.article ?? '')) return `en ${form.name}`;
  return frenchContraction(form, 'to');
}

/** "d'" before a vowel. An initial h is left alone: most in names of countries are aspirate. */
function elided(preposition: 'de', name: string): string {
  const first = name.normalize('NFD').charAt(0).toLowerCase();
  return 'aeiouœæ'.includes(first) ? `d'${name}` : `${preposition} ${name}`;
}

/** МСЭ, ЮНЕСКО: abbreviations in capitals do not decline. */
const INDECLINABLE = /^[\p{Lu}\p{Nd}\p{P} ]+$/u;

/** Russian: cases are stored, for no rule gives them; abbreviations do without. */
function russian({ name }: NameParts, wanted: Wanted): string | undefined {
  if (wanted === 'the') return name;
  if (!INDECLINABLE.test(name)) return undefined;
  return wanted === 'in' ? `в ${name}` : name;
}

const CHINESE: Readonly<Record<Wanted, (name: string) => string>> = {
  the: (name) => name,
  of: (name) => `${name}的`,
  to: (name) => `向${name}`,
  by: (name) => `由${name}`,
  in: (name) => `在${name}`,
};

/** Chinese: names do not inflect; a particle or a preposition does the work. */
function chinese({ name }: NameParts, wanted: Wanted): string {
  return CHINESE[wanted](name);
}
