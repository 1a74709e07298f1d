/** What who reads a text before it goes out has to know of its language. */
import type { Gender } from '../model.ts';

/** A slip of grammar that a pattern finds. */
export interface Slip {
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly hint: string;
}

/** Latin signs where the script has its own. */
export interface OwnSigns {
  readonly pattern: RegExp;
  /** By the Latin sign. */
  readonly own: Readonly<Record<string, string>>;
}

export interface Proofreading {
  /** Matches a text in the language's script, where it writes foreign names in its own; others take a name as it is. */
  readonly script: RegExp | undefined;
  /** Courtesies and titles before a name that tell a person's gender. */
  readonly genderWords: Readonly<Record<Gender, RegExp>>;
  /** Words that only those of high rank are called by. */
  readonly honours: RegExp;
  /** What an event is called, by which a year may stand: alternatives of a pattern. */
  readonly events: string;
  /** What may stand between a weekday and its date. */
  readonly weekdayArticles: readonly string[];
  /** Weekdays, in small letters, that are written in another way too. */
  readonly weekdayVariants?: Readonly<Record<string, string>>;
  /** Ranges of numbers have an en dash, and a hyphen is a slip. */
  readonly dashInRanges: boolean;
  /** Finds what stands twice, with it as the first group, where that is not a word between blanks. */
  readonly doubled?: RegExp;
  /** Words that stand twice by grammar. */
  readonly mayRepeat?: readonly string[];
  readonly ownSigns?: OwnSigns;
  readonly slips?: readonly Slip[];
  /** What two spellings of one term have in common; given in small letters. */
  readonly sameTerm?: (word: string) => string;
}
