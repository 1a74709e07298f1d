/** How the letters of a language are set, as far as it differs between languages. */
import type { Settings } from '../model.ts';

/** What a language changes in its texts by what stands beside: spaces of punctuation, prepositions. */
export interface PunctuationSpacing {
  /** A line without any of these needs nothing. */
  readonly marks: RegExp;
  /** The text with its spaces; `before` and `after` stand beside it on the line. */
  readonly space: (
    text: string,
    spacing: Settings['frenchSpacing'],
    before: string,
    after: string,
  ) => string;
}

/** Words of one letter that are written to the word that follows, even where that is a value of the data. */
export interface JoinedPrefixes {
  /** Matches a text that ends in a letter which must join the next. */
  readonly joining: RegExp;
  /** Matches the beginning of a value that reads the same without its isolate. */
  readonly words: RegExp;
  /** What becomes of the letter and the value where they meet: ل and ال make لل. */
  readonly meet: (before: string, value: string) => readonly [before: string, value: string];
}

/** Of a language that reads a range of numbers from the right, whatever stands before it. */
export interface RightToLeftRanges {
  /** Matches a text that ends in a word after which two numbers are the name of one thing: a room, a telephone. */
  readonly named: RegExp;
}

export interface Typography {
  /** Size of the letters, as a share of the size that the edition sets. */
  readonly scale: number;
  /** From line to line, as a share of the size of the letters. */
  readonly leading: number;
  /** Put before a paragraph of the body. */
  readonly firstLine: string;
  /** Letters of an alphabet that say as much as one character. */
  readonly density: number;
  /** The apostrophe of keyboards prints as U+2019. */
  readonly printsApostrophes: boolean;
  /** A space comes before : ; ! and ?. */
  readonly spacesMarks?: true;
  /** Matches a text after which no line may end. */
  readonly holdsNext?: RegExp;
  readonly spacing?: PunctuationSpacing;
  readonly prefixes?: JoinedPrefixes;
  readonly ranges?: RightToLeftRanges;
  /** Writes 0-9 in the language's own digits, which an edition may ask for. */
  readonly digits?: (text: string) => string;
}

/** Of languages in Latin or Cyrillic letters. */
export const ALPHABETIC: Typography = {
  scale: 1,
  leading: 1.22,
  firstLine: '',
  density: 1,
  printsApostrophes: false,
};
