/**
 * The types that the stages hand to each other: Edition (data) → Letter (compose) → PDF.
 * Types only, and the list of the languages, which types are derived from; no code.
 */
import type { Span } from './diagnostic.ts';
import type {
  ATTACHMENT_NAMES,
  CATEGORIES,
  DIGITS,
  FORMS,
  FRENCH_SPACINGS,
  GENDERS,
  HEADS,
  JUSTIFICATIONS,
  LAYOUTS,
  MAIL_PRESETS,
  MARKS,
  PAPERS,
  POSITIONS,
  RANKS,
  ROWS,
} from './vocabulary.ts';

/** A word of a closed list. */
type OneOf<List extends readonly string[]> = List[number];

/** A value from a file of the edition, with the place where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}
export type Text = Located<string>;

/** Languages that have texts, labels and templates, in the order in which they are listed to users. */
export const LANGUAGES = ['ar', 'en', 'fr', 'es', 'ru', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
/** One of each language: the compiler names the language that a table lacks. */
export type ByLanguage<T> = Readonly<Record<Language, T>>;
/** What data may give in some languages only; `all` serves every language. */
export type InLanguages<T> = { readonly [Key in Language | 'all']?: T };
export type Direction = 'ltr' | 'rtl';

/** A text that differs by language. `all` holds a plain string that serves every language. */
export interface Localized extends InLanguages<Text> {
  readonly span: Span;
}
/** Like {@link Localized}, for texts of several lines. */
export interface LocalizedLines extends InLanguages<readonly Text[]> {
  readonly span: Span;
}

/** A day (`2026-07-06`) or, without `day`, a month (`2021-01`). Month is 1-12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}
export type DateValue = Located<CalendarDate>;

/** A time of day, 24 hours, without zone. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}
export type TimeValue = Located<ClockTime>;

/** From `start` to `end`, both included. */
export interface Period {
  readonly span: Span;
  readonly start: DateValue;
  readonly end: DateValue;
  readonly name?: ProperName;
}

/**
 * A name in one language with what its grammar needs. `article` is e.g. `the`, `l'`, `la`, `el`; none in Arabic, whose ال
 * is part of the name. Russian stores its cases: `of` is the genitive, `to` the dative, `by` the instrumental, and `in`
 * the prepositional with its preposition.
 */
export interface NameForm {
  readonly name: Text;
  readonly article?: Text;
  /** Set only where the computed form would be wrong: "the X", "of X", "to X", "by X", "in X". */
  readonly the?: Text;
  readonly of?: Text;
  readonly to?: Text;
  readonly by?: Text;
  readonly in?: Text;
}
/** A proper name (of an organisation, a country, an event or a place) in each language. */
export interface ProperName extends InLanguages<NameForm> {
  readonly span: Span;
}

export interface Organisation {
  readonly id: string;
  readonly span: Span;
  /** The full name. */
  readonly name: ProperName;
  /** The name in common use, where there is one: UNESCO, اليونسكو. */
  readonly short?: ProperName;
  readonly acronym?: Localized;
}

export type Category = OneOf<typeof CATEGORIES>;
export type Gender = OneOf<typeof GENDERS>;
export type Rank = OneOf<typeof RANKS>;

/** A named person in a text: a signatory, the chair of the forum, a contact. */
export interface Person {
  readonly id: string;
  readonly span: Span;
  readonly name: Localized;
  readonly gender?: Located<Gender>;
  readonly rank?: Located<Rank>;
  /** Excellency, معالي, سعادة; default by rank. */
  readonly style?: Localized;
  /** Mr, Ms, Dr, السيد; default by gender. */
  readonly courtesy?: Localized;
  /** One entry a line. */
  readonly title?: LocalizedLines;
  readonly organisation?: Organisation | LocalizedLines;
  readonly country?: Country;
  readonly acting?: boolean;
}

/** A country by ISO 3166-1 alpha-2 code, with its UN names; or a name as the data gives it. */
export interface Country {
  readonly span: Span;
  readonly code?: string;
  readonly name: ProperName;
}

export interface Contact {
  readonly span: Span;
  readonly name: Localized;
  readonly courtesy?: Localized;
  readonly telephone?: Text;
  readonly fax?: Text;
  readonly email?: Text;
}

export interface Image {
  readonly span: Span;
  /** Absolute real path, inside the edition. PNG, JPEG or SVG. */
  readonly path: string;
  readonly alt: Localized;
  /** Points. */
  readonly width?: number;
  readonly height?: number;
}
export interface LetterheadText {
  readonly text: Localized;
  /** BCP 47 tag of the text where it is not the letter's language, e.g. `rm`. */
  readonly lang?: Located<string>;
  readonly bold?: boolean;
}
export type LetterheadItem = { readonly image: Image } | LetterheadText;
/** `start` is the reading side: right in an RTL letter. */
export interface Letterhead {
  readonly start: readonly LetterheadItem[];
  readonly end: readonly LetterheadItem[];
}

export interface Event {
  readonly span: Span;
  readonly name: ProperName;
  /** The name as used inside a text, after its first mention. */
  readonly short?: ProperName;
  readonly acronym?: Localized;
  readonly theme?: Localized;
  /** A month without day is allowed (forum-2021 starts in January). */
  readonly start: DateValue;
  readonly end: DateValue;
  readonly periods: Readonly<Record<string, Period>>;
  readonly place: ProperName;
  readonly country?: Country;
  readonly hosts: readonly Organisation[];
  readonly organisers: readonly Organisation[];
  readonly coorganisers: readonly Organisation[];
  readonly agencies: readonly Organisation[];
}

export type RowKey = OneOf<typeof ROWS>;
/** A label/value row of the reference block. A `key` row without `value` takes it from the data. */
export interface ReferenceRow {
  readonly span: Span;
  readonly key?: RowKey;
  readonly label?: Localized;
  readonly value?: LocalizedLines;
  /** Prints the value in bold. */
  readonly bold?: boolean;
}

export type MarkKind = OneOf<typeof MARKS>;
export type LetterForm = OneOf<typeof FORMS>;

export interface Addressees {
  readonly span: Span;
  /** Instead of the language's own ("Aux :"), in the languages that have one here. */
  readonly label?: Localized;
  /** Lines that stand before the bullets ("All WSIS stakeholders", "Ministers,"). */
  readonly lines?: LocalizedLines;
  /** Print `lines` as the first bullet (forum-2019). */
  readonly bulleted: boolean;
  /** Categories listed as bullets, in this order; also those to whom the circular is mailed. */
  readonly categories: readonly Located<Category>[];
  /** Wording of a category where it differs from the language's own ("Governments"). */
  readonly names: Readonly<Partial<Record<Category, Localized>>>;
  /** Text put after each bullet but the last, per language, e.g. "؛" or ";". */
  readonly separator?: Localized;
}

/** One phase of a process; `end` or `or` where there are two dates. */
export interface Phase {
  readonly span: Span;
  readonly start: DateValue;
  readonly end?: DateValue;
  /** An alternative ("January/February 2019"). */
  readonly or?: DateValue;
  readonly from?: TimeValue;
  readonly until?: TimeValue;
  readonly title: Localized;
  readonly link?: Localized;
  readonly items: readonly Localized[];
}

export interface Resolution {
  readonly span: Span;
  /** A/RES/80/173 */
  readonly symbol: Text;
  readonly adopted?: DateValue;
  readonly link?: Localized;
}

/** Who gets a letter: all that pass every given filter. See `formFor`. */
export interface RecipientFilter {
  readonly lists?: readonly Text[];
  readonly categories?: readonly Located<Category>[];
  readonly countries?: readonly Text[];
  readonly languages?: readonly Located<Language>[];
}

/** `separate`: a file for each language. The others take just two languages. */
export type Layout = OneOf<typeof LAYOUTS>;

/** One entry of `letters:`. */
export interface LetterSpec {
  readonly id: Text;
  readonly span: Span;
  readonly kind: Text;
  readonly forms: readonly LetterForm[];
  /** Where the forms stand, if they are given. */
  readonly formsAt?: Span;
  readonly languages: readonly Located<Language>[];
  /** Two languages in one file: side by side, or one after the other. */
  readonly layout: Layout;
  readonly date: DateValue;
  readonly place?: ProperName;
  /** Heading above the date ("General Secretariat (SG)"). */
  readonly unit?: Localized;
  readonly reference?: LocalizedLines;
  readonly rows: readonly ReferenceRow[];
  /** `rows-first`: reference block at the reading side, addressees at the far side (forum-2024); `address-first`: the reverse (forum-2019); `stacked`: one column. */
  readonly head: OneOf<typeof HEADS>;
  readonly addressees: Addressees;
  /** Whether "Subject:" stands before the subject, where it differs from the template. */
  readonly subjectLabel?: boolean;
  readonly confidential: boolean;
  /** A draft is marked as one on each page, and is not mailed. */
  readonly draft: boolean;
  readonly deadlines: Readonly<Record<string, DateValue>>;
  readonly links: Readonly<Record<string, Localized>>;
  readonly resolutions: Readonly<Record<string, Resolution>>;
  readonly phases: readonly Phase[];
  readonly persons: Readonly<Record<string, Person>>;
  /** Numbers (`entities: 50`). */
  readonly numbers: Readonly<Record<string, Located<number>>>;
  /** Free texts per language for templates. */
  readonly texts: Readonly<Record<string, Localized>>;
  /** In order of protocol. */
  readonly signatories: readonly Person[];
  readonly mark: MarkKind;
  /** Wording of the mark where it differs from the language's own. */
  readonly markText?: Localized;
  readonly images: Readonly<Record<string, Image>>;
  readonly enclosures: readonly Localized[];
  /** Absolute real paths of PDFs inside the edition, whose pages follow the letter in its file. */
  readonly annexes: readonly Text[];
  readonly copies: readonly Localized[];
  /** Instead of the language's own ("cc:"), in the languages that have one here. */
  readonly copiesLabel?: Localized;
  readonly recipients: RecipientFilter;
  /** Where the inside address of a personal letter stands. */
  readonly insideAddress: OneOf<typeof POSITIONS>;
}

/** How a person's parts read in the dative, which Russian uses for the addressee. */
export interface DativeForms {
  readonly name?: Text;
  readonly style?: Text;
  readonly courtesy?: Text;
  readonly title?: Text;
}

/** A cell of a column whose type the edition gives. */
export type ColumnValue =
  | { readonly type: 'date'; readonly date: DateValue }
  | { readonly type: 'number'; readonly number: Located<number> }
  /** `currency` is an ISO 4217 code. */
  | { readonly type: 'amount'; readonly amount: Located<number>; readonly currency?: string };

/** Cells of a further column that a letter should not print as they stand: 05/07/2027, 1E+05. */
export type RawCells = Readonly<Record<string, readonly RawCell[]>>;
export interface RawCell {
  readonly text: Text;
  /** What it looks like: "a date". */
  readonly look: string;
  /** The type that its column lacks. */
  readonly type?: ColumnValue['type'];
}

export interface Stakeholder {
  readonly id: Text;
  readonly span: Span;
  /** File name of the list, e.g. `stakeholders.csv`. */
  readonly list: string;
  readonly category: Located<Category>;
  readonly language: Located<Language>;
  /** `name` serves every script that has no `name-<language>` column. */
  readonly name?: Localized;
  readonly gender?: Located<Gender>;
  readonly rank?: Located<Rank>;
  readonly style?: Localized;
  readonly courtesy?: Localized;
  readonly title?: Localized;
  readonly organisation?: Localized;
  readonly country?: Country;
  readonly email?: Text;
  readonly cc: readonly Text[];
  /** From the columns `name-dative`, `title-dative` and so on. */
  readonly dative?: DativeForms;
  /** From the column `organisation-genitive`: what a Russian address says after a title. */
  readonly organisationGenitive?: Text;
  /** Overrides of what would be composed. */
  readonly addressLines?: readonly Text[];
  readonly salutation?: Text;
  /** Lines of the inside address between organisation and country. */
  readonly street?: readonly Text[];
  /** Further columns, by normalised header. */
  readonly extra: Readonly<Record<string, Text>>;
  /** Those of them that have a type, with what they then say. */
  readonly typed?: Readonly<Record<string, ColumnValue>>;
  /** By further column; one object for all rows of a list, none if there are no such cells. */
  readonly rawCells?: RawCells;
  /** One object for all rows of a list; none if the list has all usual columns, or no others. */
  readonly unrecognisedColumns?: UnrecognisedColumns;
}

/** Where a column may have a name that is not ours: `pays` in a list that has no `country`. */
export interface UnrecognisedColumns {
  /** Headers without a meaning of their own, normalised. */
  readonly unknown: readonly Text[];
  /** Columns of the inside address and salutation that the list does not have in any language. */
  readonly missing: readonly string[];
}

export interface FontFamily {
  readonly name: string;
  /** Where it is described. */
  readonly span?: Span;
  /** Those that it is meant for, by their codes in ISO 15924; an edition's families do not say. */
  readonly scripts?: readonly string[];
  /** Its files are large: loaded only for letters that hold characters of its scripts. */
  readonly large?: boolean;
  /** Absolute paths. A style that is missing falls back to `regular`. */
  readonly regular: string;
  readonly bold?: string;
  readonly italic?: string;
  readonly boldItalic?: string;
}

export interface Settings {
  readonly paper: OneOf<typeof PAPERS>;
  /** Digits in Arabic letters. */
  readonly digits: OneOf<typeof DIGITS>;
  /** `open`: no-break spaces before : ; ! ? and inside « »; `closed`: none. */
  readonly frenchSpacing: OneOf<typeof FRENCH_SPACINGS>;
  /** Family names, first choice first, per language; what the edition chooses goes before the language's own chain. */
  readonly fonts: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Points; default 11. */
  readonly fontSize: number;
  readonly justify: Justification;
}

/**
 * How both margins of a paragraph are made straight: by wider spaces; in Arabic by longer joins of
 * letters as well; not at all.
 */
export type Justification = OneOf<typeof JUSTIFICATIONS>;

/** A mailbox with the name that stands beside it. */
export interface Sender {
  readonly span: Span;
  readonly name?: Localized;
  readonly address: Text;
}

/** How fast letters are mailed; what is left out is the preset's or the tool's default. */
export interface MailLimits {
  /** Most at once. */
  readonly connections?: number;
  readonly perMinute?: number;
  readonly perDomainPerMinute?: number;
  readonly perDay?: number;
  /** Minutes between attempts; the last one repeats. */
  readonly backoff?: readonly number[];
  /** Hours. */
  readonly giveUpAfter?: number;
  /** `HH:MM`, and an IANA time zone. */
  readonly quietHours?: { readonly from: string; readonly until: string; readonly zone: string };
}

export interface MailSettings {
  readonly span: Span;
  readonly from: Sender;
  readonly replyTo?: Sender;
  /** A template (`{{…}}`) for the subject, instead of that of the message template. */
  readonly subject?: Localized;
  /** Names of attachments: plain ASCII, or readable in the letter's language. */
  readonly attachment: OneOf<typeof ATTACHMENT_NAMES>;
  readonly preset?: OneOf<typeof MAIL_PRESETS>;
  readonly limits: MailLimits;
  /** Those that are mailed to although their signs are unusual. */
  readonly unusualAddresses: readonly string[];
  /** Signs messages at approval; the key comes from WSIS_SMTP_DKIM_KEY_FILE. */
  readonly dkim?: { readonly domain: string; readonly selector: string };
}

export interface Edition {
  /** Names the output files; default: the folder's name. */
  readonly id: string;
  /** Absolute real path. */
  readonly folder: string;
  readonly event: Event;
  readonly contact: Contact;
  readonly letterhead: Letterhead;
  readonly organisations: Readonly<Record<string, Organisation>>;
  readonly signatories: Readonly<Record<string, Person>>;
  readonly letters: readonly LetterSpec[];
  readonly stakeholders: readonly Stakeholder[];
  /** Whether a fault of a list has kept stakeholders back. */
  readonly hasFaultyList?: boolean;
  readonly settings: Settings;
  /** The edition's own (key `fonts`), then those that come with the tool. */
  readonly families: readonly FontFamily[];
  readonly mail?: MailSettings;
}

/** Which letters of an edition; a filter that is left out lets everything through. */
export interface Selection {
  /** Ids of `letters:`. */
  readonly letters?: readonly string[];
  readonly languages?: readonly Language[];
  /** Default: each letter's own forms. */
  readonly forms?: readonly LetterForm[];
  /** Ids of stakeholders; this and what follows concern the personal form alone. */
  readonly recipients?: readonly string[];
  readonly categories?: readonly Category[];
  /** File names of lists, as in `Stakeholder.list`. */
  readonly lists?: readonly string[];
}

// ── Letters ────────────────────────────────────────────────────────────────────────────────────

/** Running text as a tree. Text is logical order; no markup, no bidi controls. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly span?: Span }
  | { readonly type: 'strong' | 'emphasis' | 'superscript'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** A value from data: its order does not touch that of its surroundings (UAX #9 isolate). `auto`: the direction of most of its letters. */
  | {
      readonly type: 'isolate';
      readonly direction: Direction | 'auto';
      /** BCP 47 tag where it differs from the letter's. */
      readonly language?: string;
      readonly children: readonly Inline[];
    }
  | { readonly type: 'break' };
/** One line, or one paragraph, of running text. */
export type Line = readonly Inline[];

export type Block =
  | { readonly type: 'paragraph'; readonly children: Line }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: Line }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      /** Number of the first item of an ordered list. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: 'quote'; readonly children: readonly Block[] };

export interface PlacedImage {
  readonly path: string;
  readonly alt: string;
  /** Points. */
  readonly width?: number;
  readonly height?: number;
}

export interface SignatoryBlock {
  /** Lines of organisation and title that stand above the name, as in Chinese. */
  readonly above?: readonly Line[];
  /** `undefined`: nothing above the name; `ink`: room for a signature by hand. */
  readonly mark?: { readonly text: Line } | { readonly image: PlacedImage } | 'ink';
  readonly name: Line;
  /** Lines of title, then of organisation. */
  readonly lines: readonly Line[];
}

export interface Labelled {
  readonly label: Line;
  readonly lines: readonly Line[];
  /** Of the lines alone. */
  readonly bold?: boolean;
}

/** A letter in one language, complete and independent of any file but fonts and images. Plain data: it can be sent to a worker. */
export interface Letter {
  readonly edition: string;
  readonly id: string;
  readonly kind: string;
  readonly form: LetterForm;
  readonly language: Language;
  readonly direction: Direction;
  /** Id of the stakeholder, null for a circular. */
  readonly recipient: string | null;
  /** The same letter in a second language, in the same file. */
  readonly companion?: { readonly layout: Exclude<Layout, 'separate'>; readonly letter: Letter };
  /** Plain text for the PDF's title. */
  readonly title: string;
  readonly author: string;
  readonly date: CalendarDate;
  readonly settings: Settings;
  /** The fallback chain, first choice first. */
  readonly fonts: readonly FontFamily[];
  readonly letterhead: {
    readonly start: readonly (Line | PlacedImage)[];
    readonly end: readonly (Line | PlacedImage)[];
  };
  readonly unit?: Line;
  readonly dateline: Line;
  readonly head: OneOf<typeof HEADS>;
  readonly rows: readonly Labelled[];
  /** "Confidential", under the reference. */
  readonly confidential?: Line;
  /** Circular: whom it addresses. Personal: the inside address (no label, no bullets). */
  readonly address: {
    readonly label?: Line;
    readonly lines: readonly Line[];
    readonly bullets: readonly Line[];
    readonly position: OneOf<typeof POSITIONS>;
  };
  readonly subject: { readonly label?: Line; readonly lines: readonly Line[] };
  /** Salutation, then the greeting line where the language has one. */
  readonly salutation: readonly Line[];
  readonly body: readonly Block[];
  readonly closing: Line;
  readonly signatories: readonly SignatoryBlock[];
  readonly enclosures?: Labelled;
  readonly copies?: Labelled;
  /** The word that marks every page of a draft. Whoever mails letters must hold back one that has it. */
  readonly draft?: Line;
  /** PDFs whose pages follow those of the letter; absolute real paths. */
  readonly annexes?: readonly { readonly path: string; readonly span: Span }[];
  readonly footer: {
    /** Text with `{page}` and `{pages}` in place of the numbers. */
    readonly page: string;
    /** The reference, printed from page 2 on. */
    readonly reference?: Line;
  };
}
