/** What the YAML parser finds wrong, in words for the author of a file. */
import { type Document, visit, type YAMLError } from 'yaml';
import type { Problems } from '../diagnostic.ts';
import type { Source } from './source.ts';

/** Faults of one value; after a fault of structure, what follows may only follow from it. */
const LOCAL: readonly string[] = ['DUPLICATE_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE'];

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
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[\w.-]+/.exec(source.text.slice(from))?.[0] ?? '';
    const span = source.span(from, key.length || 1);
    problems.error('duplicate-key', span, `the key "${key}" is given twice`);
    return;
  }
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

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_SCALAR_START: 'put the value in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a value that holds ": " must stand in quotation marks',
  MULTILINE_IMPLICIT_KEY: 'a value that holds ": " must stand in quotation marks',
};

/** The parser's words, and what usually lies behind the commonest faults. */
function explain({ code, message }: YAMLError): { message: string; hint: string | undefined } {
  if (code === 'MULTIPLE_DOCS') {
    return { message: 'a second document begins here', hint: 'remove the line ---' };
  }
  return { message: message.replace(/\.$/, ''), hint: HINTS[code] };
}
