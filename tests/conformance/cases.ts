/** Reads the conformance files of UAX #9 from Debian's package `unicode-data`. */
import { readFileSync } from 'node:fs';
import type { Direction } from '../../src/model.ts';

/** One paragraph that stands on one line. */
export interface BidiCase {
  /** `BidiTest.txt:123` */
  readonly place: string;
  /** BMP only: a UTF-16 unit is a character. */
  readonly text: string;
  readonly base: Direction | 'auto';
  /** Resolved level of each character after rule L1; undefined where rule X9 removes it. */
  readonly levels: readonly (number | undefined)[];
  /** Indices into the text from left to right, without those that X9 removes. */
  readonly order: readonly number[];
}

const FOLDER = '/usr/share/unicode';
/** Bits of BidiTest.txt's last field. */
const BASES = ['auto', 'ltr', 'rtl'] as const;

/** Characters of each Bidi_Class, those that letters use among them; none is a paired bracket. */
const SAMPLES: Readonly<Record<string, string>> = {
  L: 'aЖ中é',
  R: 'אש\u07CA',
  AL: 'اعپ',
  EN: '17\u06F1',
  AN: '\u0661\u066B',
  ES: '+-',
  ET: '%$°\u066A',
  CS: ',:/.\u00A0',
  NSM: '\u0651\u064E\u0301',
  ON: '!«"\u2026',
  BN: '\u00AD\u200B',
  B: '\u2029\n',
  S: '\t',
  WS: ' \u2003\u2028',
  LRE: '\u202A',
  RLE: '\u202B',
  PDF: '\u202C',
  LRO: '\u202D',
  RLO: '\u202E',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};

/** Cases of BidiTest.txt: sequences of classes; the characters of a class take turns by line. */
export function* readBidiTest(): Generator<BidiCase> {
  let levels: BidiCase['levels'] = [];
  let order: readonly number[] = [];
  for (const { line, number } of dataLines('BidiTest.txt')) {
    const place = `BidiTest.txt:${number}`;
    if (line.startsWith('@Levels:')) levels = parseLevels(line.slice(8));
    else if (line.startsWith('@Reorder:')) order = parseNumbers(line.slice(9));
    else if (!line.startsWith('@')) yield* casesOfClasses(line, place, number, levels, order);
  }
}

function* casesOfClasses(
  line: string,
  place: string,
  turn: number,
  levels: BidiCase['levels'],
  order: readonly number[],
): Generator<BidiCase> {
  const [classes = '', bits = ''] = line.split(';');
  const text = words(classes)
    .map((name, index) => sample(name, turn + index))
    .join('');
  const set = Number.parseInt(bits, 16);
  for (const [bit, base] of BASES.entries()) {
    if (set & (1 << bit)) yield { place, text, base, levels, order };
  }
}

function sample(name: string, turn: number): string {
  const characters = SAMPLES[name];
  if (characters === undefined) throw new Error(`no character of class ${name}`);
  return characters.charAt(turn % characters.length);
}

/** Characters beyond the basic plane: Old Italic, Adlam, Arabic mathematics, digits, Rumi, Tamil signs, emoji. */
const BEYOND: Readonly<Record<string, string>> = {
  L: '\u{10300}',
  R: '\u{1E900}',
  AL: '\u{1EE00}',
  EN: '\u{1D7CE}',
  AN: '\u{10E60}',
  ET: '\u{11FDD}',
  NSM: '\u{1E944}',
  ON: '\u{1F600}',
  BN: '\u{E0001}',
};

/**
 * The cases of BidiTest.txt with such characters for their classes, as far as they have some. Indices and levels are
 * those of characters.
 */
export function* readBeyondBasicPlane(): Generator<
  BidiCase & { readonly classes: readonly string[] }
> {
  let levels: BidiCase['levels'] = [];
  for (const { line, number } of dataLines('BidiTest.txt')) {
    if (line.startsWith('@Levels:')) levels = parseLevels(line.slice(8));
    if (line.startsWith('@')) continue;
    const [list = '', bits = ''] = line.split(';');
    const classes = words(list);
    const text = classes.map((name) => BEYOND[name] ?? sample(name, number)).join('');
    for (const base of ['ltr', 'rtl'] as const) {
      const given = (Number.parseInt(bits, 16) & (1 << BASES.indexOf(base))) !== 0;
      if (given) yield { place: `BidiTest.txt:${number}`, text, base, levels, order: [], classes };
    }
  }
}

/** Cases of BidiCharacterTest.txt: characters, paired brackets among them. */
export function* readBidiCharacterTest(): Generator<BidiCase> {
  const bases = ['ltr', 'rtl', 'auto'] as const;
  for (const { line, number } of dataLines('BidiCharacterTest.txt')) {
    const [codes = '', base = '', , levels = '', order = ''] = line.split(';');
    yield {
      place: `BidiCharacterTest.txt:${number}`,
      text: String.fromCodePoint(...words(codes).map((code) => Number.parseInt(code, 16))),
      base: bases[Number(base)] ?? 'auto',
      levels: parseLevels(levels),
      order: parseNumbers(order),
    };
  }
}

function* dataLines(file: string): Generator<{ line: string; number: number }> {
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line !== '' && !line.startsWith('#')) yield { line, number: index + 1 };
  }
}

function parseLevels(field: string): (number | undefined)[] {
  return words(field).map((word) => (word === 'x' ? undefined : Number(word)));
}

function parseNumbers(field: string): number[] {
  return words(field).map(Number);
}

function words(field: string): string[] {
  return field.trim().split(/\s+/).filter(Boolean);
}
