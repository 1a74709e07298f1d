/**
 * What the preview's page and its server say to each other: the one source of the types of requests and
 * answers. Types only, so that the page can import it.
 *
 * All of it is GET under the cookie and the key of the session (see keys.ts), and JSON unless said. A letter is named
 * `/api/letters/<letter>/<language>/<recipient>`, each part percent-encoded, `-` for the circular; what
 * a letter's address may be followed by is listed at {@link LetterPart}. Two query parameters change
 * the layout: `layout` (`separate`, `bilingual`, `sequential`) and `second`, the other language.
 */
import type { Category, Direction, Language, Layout, LetterForm } from '../model.ts';

/** What can be had of a letter; see the type of each answer. */
export type LetterPart =
  /** application/pdf with the header `X-Revision`, or 409 with {@link Refusal}. `?lastGood=1` gives the last one that could be made, `?rendered=1` what `render` wrote last, or 404. */
  | 'pdf'
  /** image/png of `?page=1` at `?scale=2` (1 is 72 dpi). */
  | 'png'
  /** {@link DataValue}[] */
  | 'data'
  /** {@link MailPreview} */
  | 'mail'
  /** text/html that may run and load nothing, for a sandboxed frame. */
  | 'mail/html'
  /** message/rfc822, as a download. */
  | 'eml';

/** GET /api/edition */
export interface EditionInfo {
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  /** Grows by one each time that the files were read again. */
  readonly revision: number;
  /** Whether anything could be read at all; if not, the lists are those of the last time. */
  readonly readable: boolean;
  /** Of all letters, in the order in which the tool lists languages. */
  readonly languages: readonly Language[];
  /** Those that recipients have. */
  readonly categories: readonly Category[];
  readonly letters: readonly LetterInfo[];
  readonly recipients: number;
  readonly problems: ProblemCounts;
  /** Whether messages can be composed: the edition has a section `mail`. */
  readonly mail: boolean;
}

export interface LetterInfo {
  readonly id: string;
  readonly kind: string;
  readonly languages: readonly Language[];
  readonly forms: readonly LetterForm[];
  readonly layout: Layout;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Letters are still being looked at: the counts may grow. */
  readonly checking: boolean;
}

/**
 * GET /api/recipients?query&category&language&problems&offset&limit: in the order of the lists. `query` is
 * looked for, word by word, in id, name, organisation, country and e-mail; `problems=1` keeps those who have any;
 * `letter` keeps those to whom that letter is addressed.
 */
export interface RecipientPage {
  /** How many the filters let through. */
  readonly total: number;
  readonly items: readonly RecipientInfo[];
}

export interface RecipientInfo {
  readonly id: string;
  /** Texts in the recipient's language; empty where the list has none. */
  readonly name: string;
  readonly organisation: string;
  readonly country: string;
  readonly email: string;
  readonly category: Category;
  readonly language: Language;
  readonly errors: number;
  readonly warnings: number;
}

/** A diagnostic with the line that it is about. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  /** Relative to the folder in which the command runs, as the command line prints it. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly hint: string | null;
  /** The source line and a line with the mark under it. */
  readonly frame: string | null;
  /** The first letter in which it was found. */
  readonly letter: LetterName | null;
}

/** Names a letter in addresses; `recipient` null is the circular. */
export interface LetterName {
  readonly letter: string;
  readonly language: Language;
  readonly recipient: string | null;
}

/** Status 409: the letter cannot be made from the files as they are. */
export interface Refusal {
  readonly diagnostics: readonly Problem[];
  /** Whether `?lastGood=1` has something to show. */
  readonly lastGood: boolean;
}

/** A value that the letter could print, and where it stands. */
export interface DataValue {
  /** As in the file: `event.place`, `letter.deadlines.proposals`, `recipient.title`. */
  readonly path: string;
  readonly value: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether the letter prints it. */
  readonly used: boolean;
}

/** GET …/mail; 404 where the edition has no section `mail`, 409 {@link Refusal} where the message cannot be composed. */
export interface MailPreview {
  readonly subject: string;
  readonly from: string;
  /** Null for the circular: it goes to many. */
  readonly to: string | null;
  readonly direction: Direction;
  readonly language: Language;
  /** Of the message as it would go out, in order, decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  /** Also served alone as `mail/html`. */
  readonly html: string;
  /** Name of the attached letter. */
  readonly attachment: string;
}

/** GET /api/compare/languages?letter&recipient&a&b; 409 {@link Refusal} if one of the two cannot be composed. */
export interface LanguageComparison {
  readonly a: Language;
  readonly b: Language;
  /** Paragraphs that belong together; null where one language has none. */
  readonly pairs: readonly (readonly [string | null, string | null])[];
  readonly differences: readonly ParityDifference[];
}

export type ParityKind = 'date' | 'deadline' | 'number' | 'address' | 'symbol' | 'signatory';

export interface ParityDifference {
  readonly kind: ParityKind;
  /** What stands in either language; null where nothing does. */
  readonly a: string | null;
  readonly b: string | null;
  /** Index into `pairs`. */
  readonly pair: number;
  readonly message: string;
}

/** GET /api/compare/last?letter&language&recipient: the letter beside the PDF of the last `render`. */
export interface RenderComparison {
  /** False if there is no PDF of an earlier run; then `pages` is empty. */
  readonly rendered: boolean;
  readonly pages: readonly PageComparison[];
}

export interface PageComparison {
  /** From 1. */
  readonly page: number;
  readonly status: 'same' | 'changed' | 'added' | 'removed';
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Points, from the upper left corner of the page. */
  readonly changed: readonly Rectangle[];
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** GET /api/events: server-sent events, each with one of these as its data. */
export type PreviewEvent =
  | {
      readonly type: 'changed';
      readonly revision: number;
      /** Relative to the edition. */
      readonly files: readonly string[];
      readonly problems: ProblemCounts;
    }
  /** Looking at all letters has come to an end. */
  | { readonly type: 'checked'; readonly revision: number; readonly problems: ProblemCounts };

/** Any other failure: 400, 403, 404, 405, 500. */
export interface Failure {
  readonly error: string;
}
