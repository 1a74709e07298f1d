/** What the YAML parser finds wrong, in words for the author of a file. */
import { type Document, visit, type YAMLError } from 'yaml';
import type { Problems } from '../../diagnostic.ts';
import type { Source } from './source.ts';

/** Errors of one value; after an error of structure, what follows may only follow from it. */
const LOCAL: readonly string[] = ['BAD_SCALAR_START', 'BAD_DQ_ESCAPE'];

/** Reports what the parser found wrong with a document. */
export function reportErrors(document: Document.Parsed, source: Source, problems: Problems): void {
  for (const error of independent(document.errors)) report(error, document, source, problems);
}

function independent(errors: readonly YAMLError[]): readonly YAMLError[] {
  const structural = errors.findIndex(({ code }) => !LOCAL.includes(code));
  return structural < 0 ? errors : errors.slice(0, structural + 1);
}

function report(
  error: YAMLError,
  document: Document.Parsed,
  source: Source,
  problems: Problems,
): void {
  const [from, to] = error.pos;
  const open = error.code === 'MISSING_CHAR' ? openQuote(document, from) : undefined;
  const span = source.span(open ?? from, open === undefined ? source.points(from, to) : 1);
  const { message, hint } = open === undefined ? explain(error) : UNCLOSED;
  problems.error('yaml-syntax', span, message, hint);
}

const UNCLOSED = { message: 'this quotation mark is never closed', hint: undefined };

/** The parser reports an unclosed quotation mark where the text ends; the author looks for its start. */
function openQuote(document: Document.Parsed, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

const QUOTE = 'put the whole value in quotation marks: "…"';
const COLON = 'a value that holds ": " must stand in quotation marks';
const NO_KEY = 'write ": " after a key, and put a value that holds ": " in quotation marks';

const HINTS: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'put the value in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: NO_KEY,
  MISSING_CHAR: NO_KEY,
};

/** The parser's words that name its own parts, and what they mean to an author. */
const WORDS: readonly (readonly [said: RegExp, message: string, hint: string])[] = [
  [/at node end$/, 'this does not belong to the value before it', QUOTE],
  [/^Tabs are not allowed/, 'a tab stands where only spaces may', 'indent with spaces'],
  [/^Implicit keys/, 'this is neither a key with its value nor part of one', NO_KEY],
  [/^Nested mappings/, 'the value holds a second ": "', COLON],
  [
    /^All mapping items must start/,
    'this line is indented otherwise than those beside it',
    'begin it below the key before it',
  ],
  [
    /^Flow (?:map|sequence) in block/,
    'a bracket that was opened above is not closed before this line',
    'close it with } or ]',
  ],
  [
    /^Block collections are not allowed/,
    'this is read as a key within another',
    'part the items by a Latin comma, and put a value that holds ": " in quotation marks',
  ],
  [/^Missing , (?:between|or)/, 'a comma is missing before this', QUOTE],
  [/^Unexpected/, 'this does not fit here', QUOTE],
];

/** What usually lies behind the commonest errors, in words for an author; else the parser's. */
function explain({ code, message }: YAMLError): { message: string; hint: string | undefined } {
  if (code === 'MULTIPLE_DOCS') {
    return { message: 'a second document begins here', hint: 'remove the line ---' };
  }
  const plain = message.replace(/\.$/, '');
  const [, told = plain, hint = HINTS[code]] = WORDS.find(([said]) => said.test(plain)) ?? [];
  return { message: told, hint };
}
