/** The content stream of a page as operators, with the marked content that each stands in. */
import type { Dictionary, Pdf } from './pdf.ts';

export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  /** Tags of the marked-content sequences around it, from the outside; with `MCID` where they have one. */
  readonly marks: readonly { readonly tag: string; readonly mcid: number | undefined }[];
  /** Depth of saved graphics states. */
  readonly depth: number;
  /** Name of the font in force, as in the resources. */
  readonly font: string | undefined;
}

/** Numbers, names, hexadecimal and literal strings, dictionaries and arrays (their delimiters), operators. */
const TOKEN = /\/[^\s<>[\]()/]*|<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[[\]]|[^\s<>[\]()/]+/gs;
const OPERAND = /^[-+.\d/<>(["]|^\]$/;

/** By page: each is read by many rules. */
const known = new WeakMap<Dictionary, Operation[]>();

export function operationsOf(pdf: Pdf, page: Dictionary): Operation[] {
  const found = known.get(page) ?? readOperations(pdf, page);
  known.set(page, found);
  return found;
}

function readOperations(pdf: Pdf, page: Dictionary): Operation[] {
  const stream = pdf
    .array(page['/Contents'])
    .map((reference) => pdf.data(reference)?.toString('latin1'));
  const operations: Operation[] = [];
  const marks: Operation['marks'][number][] = [];
  let operands: string[] = [];
  let depth = 0;
  let font: string | undefined;
  for (const [token] of stream.join('\n').matchAll(TOKEN)) {
    if (OPERAND.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'Q') depth -= 1;
    if (token === 'EMC') marks.pop();
    if (token === 'Tf') font = operands[0];
    operations.push({ operator: token, operands, marks: [...marks], depth, font });
    if (token === 'BDC' || token === 'BMC') marks.push(markOf(operands));
    if (token === 'q') depth += 1;
    operands = [];
  }
  return operations;
}

function markOf(operands: readonly string[]): Operation['marks'][number] {
  const at = operands.indexOf('/MCID');
  const mcid = at < 0 ? undefined : Number(operands[at + 1]);
  return { tag: operands[0] ?? '', mcid };
}

const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const PAINTS = new Set([
  ...SHOWS_TEXT,
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'EI',
]);

/** Operations that leave something on the page. */
export function isPainting({ operator }: Operation): boolean {
  return PAINTS.has(operator);
}

/** The codes that text operators show, by the font's name in the resources. */
export function codesShown(operations: readonly Operation[]): Map<string, Set<number>> {
  const shown = new Map<string, Set<number>>();
  for (const { operator, operands, font = '' } of operations) {
    if (!SHOWS_TEXT.has(operator)) continue;
    const codes = shown.get(font) ?? new Set();
    shown.set(font, codes);
    for (const code of operands.flatMap(codesOf)) codes.add(code);
  }
  return shown;
}

/** Codes of two bytes, as `Identity-H` has them. */
function codesOf(operand: string): number[] {
  const bytes = bytesOf(operand);
  return Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(2 * index));
}

function bytesOf(operand: string): Buffer {
  if (operand.startsWith('<') && operand.length > 2)
    return Buffer.from(operand.slice(1, -1), 'hex');
  if (!operand.startsWith('(')) return Buffer.alloc(0);
  const text = operand
    .slice(1, -1)
    .replace(/\\(\d{1,3}|.)/gs, (_, escaped: string) => unescaped(escaped));
  return Buffer.from(text, 'latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(escaped: string): string {
  if (/^\d/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8));
  return ESCAPES[escaped] ?? escaped;
}
