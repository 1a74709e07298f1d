/** What the tool knows about a language, as one interface that each language implements. */
import type {
  Category,
  ClockTime,
  Direction,
  Gender,
  Language,
  MarkKind,
  Rank,
  RowKey,
} from '../model.ts';
import type { DateForms } from './dates.ts';
import type { Inflection } from './names.ts';
import type { OrdinalForm, OrdinalGender } from './ordinals.ts';
import type { Phrase } from './phrase.ts';
import type { Typography } from './typography.ts';

/** A word that depends on the gender of the person, or one word for both. */
export type Gendered = string | Readonly<Record<Gender, string>>;

/** How a rank is addressed. */
export interface RankForms {
  /** "His Excellency", معالي: beside the courtesy and the name. */
  readonly style?: Gendered;
  /** The same in an address, where it differs: the Russian dative. */
  readonly styleInAddress?: Gendered;
  /** Salutation, with `{courtesy}` and `{name}` where it names the person. */
  readonly salutation: Gendered;
  /** A personal letter closes with the wording of highest esteem. */
  readonly honoured: boolean;
  /** The style stands without Mr or Ms, as those of {@link STYLED_RANKS} do. */
  readonly bare?: true;
  /** Further styles and vocatives that are right for it, by country or by custom. */
  readonly others?: readonly string[];
}

/** What only the list can decide: the styles among which it has to choose. */
export interface AskedStyle {
  readonly ask: string;
}

/** A style that the data may give to a person, and how who has it is addressed. */
export interface OwnStyle {
  /** Matches the whole style. */
  readonly is: RegExp;
  /** The rank that it makes a person of: صاحب الجلالة is for kings, whatever else they are. */
  readonly rank?: Rank;
  /** Where it is not that of a rank; with neither, the person's own rank decides. */
  readonly salutation?: Gendered;
  /** The style of ranks that it is another way to write. */
  readonly means?: string;
  /** It means this for these ranks alone. */
  readonly only?: readonly (Rank | undefined)[];
  /** The courtesy after it, unless the data gives one: none where the style has it (S.E.M.), or as without a style (Excmo. Sr.). */
  readonly courtesy?: 'none' | 'plain';
}

/** Ranks by birth or in a church: their style stands without Mr or Ms, whatever office they hold. */
export const STYLED_RANKS: ReadonlySet<Rank | undefined> = new Set<Rank>([
  'majesty',
  'holiness',
  'royal-highness',
  'highness',
  'eminence',
]);

/** Whom no letter tells of "your Government", which is theirs to appoint. */
export const REIGNING_RANKS: ReadonlySet<Rank | undefined> = new Set<Rank>([
  'majesty',
  'holiness',
  'royal-highness',
  'highness',
]);

/** Who is owed the highest of the closings. */
export const HIGHEST_RANKS: ReadonlySet<Rank | undefined> = new Set([
  ...STYLED_RANKS,
  'head-of-state',
  'head-of-government',
]);

/** Ranks without a style of their own in most languages. */
export const NAMED_RANKS: readonly (Rank | undefined)[] = [
  'head-of-organization',
  'senior-official',
  'none',
];

/** Who closes the letter, and towards whom. */
export interface ClosingParties {
  /** Several signatories say "our", one says "my". */
  readonly signatories: 'one' | 'many';
  /** `one`: a personal letter. */
  readonly addressees: 'one' | 'many';
  /** What the salutation called them, without its final mark; undefined where a name did it. */
  readonly vocative?: string;
}

/** Closing formulas that a template may name. */
export type ClosingFormula = 'standard' | 'high' | 'ministers';
/** Salutations of a circular that a template may name. */
export type SalutationFormula = 'stakeholders' | 'ministers' | 'excellencies';

/** What joins values of the data in a line. */
export interface Signs {
  readonly comma: string;
  /** After a label of the data that has none. */
  readonly colon: string;
  /** Between parts of a title that has a colon already. */
  readonly stop: string;
  /** Between words. */
  readonly space: string;
  /** Around an acronym after its name. */
  readonly brackets: readonly [string, string];
}

/** In which order the parts of a person stand. */
export interface PersonOrder {
  /** Of the name itself: "His Excellency Mr X". */
  readonly name: readonly ('style' | 'courtesy' | 'name')[];
  /** Of a mention in running text. */
  readonly mention: readonly ('person' | 'title' | 'country')[];
  /** Of the lines of an inside address. */
  readonly address: readonly ('name' | 'title' | 'organisation' | 'country')[];
  /** Whether organisation and title of a signatory stand above the name. */
  readonly titleAbove: boolean;
}

/** Signs of scripts that put spaces between words. */
export const SPACED_SIGNS: Signs = {
  comma: ', ',
  colon: ':',
  stop: '.',
  space: ' ',
  brackets: [' (', ')'],
};

/** How a title says that somebody holds the office for a time only. */
export interface Acting {
  /** Finds titles that say it themselves. */
  readonly said: RegExp;
  /** With `{title}`. */
  readonly pattern: Gendered;
}

/** Name first, as in all languages here but Chinese. */
export const NAME_FIRST: PersonOrder = {
  name: ['style', 'courtesy', 'name'],
  mention: ['person', 'title', 'country'],
  address: ['name', 'title', 'organisation', 'country'],
  titleAbove: false,
};

/** Words that authors put, in brackets, in the place of what they do not know yet: alternatives of a pattern. */
export interface PlaceholderWords {
  /** What is still to come: "to be confirmed". */
  readonly pending: string;
  /** What somebody has to put in: "insert name", "date". */
  readonly fields: string;
  /** Finds TODO where that is a word of the language as well. */
  readonly toDo?: RegExp;
}

export type LabelKey = RowKey | 'to' | 'subject' | 'copies';

export interface LanguagePack extends DateForms {
  readonly language: Language;
  /** In English, for messages. */
  readonly name: string;
  readonly direction: Direction;
  /** With their punctuation. */
  readonly labels: Readonly<Record<LabelKey, string>>;
  /** Label above the list of enclosures, with their number where there are several. */
  readonly enclosures: (count: number) => string;
  readonly confidential: string;
  /** Across each page of a draft. */
  readonly draft: string;
  /** Text of the footer with `{page}` and `{pages}`. */
  readonly page: string;
  readonly categories: Readonly<Record<Category, string>>;
  /** The same as addressees, where the language inflects them: the Russian dative after "Кому:". */
  readonly addressedCategories?: Readonly<Record<Category, string>>;
  readonly marks: Readonly<Record<Extract<MarkKind, 'original-signed' | 'signed'>, string>>;
  /** Opening and closing quotation mark; French spacing is not in them. */
  readonly quotes: readonly [string, string];
  readonly signs: Signs;
  readonly order: PersonOrder;

  /** `{place}` and `{date}` in the order of the date line. */
  readonly dateline: { readonly withPlace: string; readonly alone: string };
  readonly time: (time: ClockTime) => Phrase;
  readonly timeRange: (from: ClockTime, until: ClockTime) => Phrase;
  readonly number: (value: number) => string;
  /** CHF 100, not 100 CHF. */
  readonly currencyFirst?: true;
  /** Ordinal word of 1 to 199, undefined beyond. */
  readonly ordinal: (
    value: number,
    gender: OrdinalGender,
    form?: OrdinalForm,
  ) => string | undefined;
  /** Numbers that a noun says by its own form, so that no digit stands beside it: the Arabic singular and dual. */
  readonly saidByNoun?: readonly number[];
  /** What stands between the items of a list, one fewer than the items. */
  readonly separators: (items: readonly string[], long?: boolean) => string[];

  readonly ranks: Readonly<Record<Rank, RankForms>>;
  /** The forms of a rank where they differ by country (ISO code), in a language that has such. */
  readonly rankIn?: (rank: Rank, country: string | undefined) => RankForms | AskedStyle;
  /** Styles that the data may give, the more special first. */
  readonly styles: readonly OwnStyle[];
  /** The salutation by the office that a title names, where that is how one is called: Madame la Directrice générale. */
  readonly salutationByTitle?: (rank: Rank, title: string | undefined) => Gendered | undefined;
  /** Whether a salutation names the person by the whole name rather than by that of the family. */
  readonly callsByFullName?: boolean;
  readonly acting: Acting;
  readonly courtesy: Readonly<Record<Gender, string>>;
  /** The courtesy as it reads after a style: "Son Excellence Monsieur …". */
  readonly courtesyAfterStyle: Readonly<Record<Gender, string>>;
  /**
   * Courtesies of an inside address, in a language that addresses in the dative: the forms of the
   * name and the title then come from the list. Without it, addresses read as the text does.
   */
  readonly addressCourtesy?: Readonly<Record<'alone' | 'afterStyle', Record<Gender, string>>>;
  readonly salutations: Readonly<Record<SalutationFormula, string>>;
  /** A line after the salutation; Arabic alone has one. */
  readonly greeting?: string;
  readonly closing: (formula: ClosingFormula, parties: ClosingParties) => string;

  readonly typography: Typography;
  readonly inflection: Inflection;
  readonly placeholders: PlaceholderWords;
}

/** The form of a word for a gender. */
export function gendered(word: Gendered, gender: Gender): string {
  return typeof word === 'string' ? word : word[gender];
}

/** Whether the word cannot be chosen without knowing the gender. */
export function needsGender(word: Gendered): boolean {
  return typeof word !== 'string' && word.female !== word.male;
}

/** Separators of "A, B and C": a comma between all but the last two. */
export function commaList(count: number, and: string, comma = ', '): string[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => (i === count - 2 ? and : comma));
}

/** Groups the digits of a number by three; numbers of up to `solid` digits are left whole. */
export function groupDigits(value: number, space: string, decimal: string, solid = 3): string {
  const [whole = '', fraction] = Math.abs(value).toString().split('.');
  const grouped = whole.length <= solid ? whole : whole.replace(/\B(?=(\d{3})+$)/g, space);
  const sign = value < 0 ? '\u2212' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

/** Two digits: 14:05. */
export function clock({ hour, minute }: ClockTime, separator = ':'): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(hour)}${separator}${digits(minute)}`;
}
