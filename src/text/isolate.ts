/** Inlines → one string for the paragraph, with its styles and isolates. */

import type { Direction, Inline, Line } from '../model.ts';
import { lineText } from '../walk-letter.ts';
import { bidi } from './bidi.ts';
import type { BreakStyle } from './break-costs.ts';
import { balanceControls, LRI, LRM, PDI, RLI } from './controls.ts';
import {
  type RangeParts,
  rangeDirection,
  rangeDirectionOf,
  rangeParts,
  rangeReading,
} from './ranges.ts';
import { innerStyle, outerStyle, type ParagraphSource, type TextStyle } from './style.ts';
import { findTokens, type Token } from './tokens.ts';

/** A stretch of a paragraph's text in one style; UTF-16 offsets, `end` exclusive. */
export interface StyledSpan {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
}

/** A paragraph in logical order, isolated where its parts would change each other's order. U+2028 marks a forced line break. */
export interface IsolatedText {
  readonly text: string;
  readonly base: Direction;
  readonly language: string;
  /** Cover the text without gap or overlap. */
  readonly spans: readonly StyledSpan[];
  /** Offsets between which a line may not break and spaces are not stretched. */
  readonly solids: readonly { readonly start: number; readonly end: number }[];
  /** Offsets of addresses. */
  readonly addresses: readonly { readonly start: number; readonly end: number }[];
  readonly breaking: BreakStyle;
}

const AS_PROSE: BreakStyle = { name: false, balanced: false };

/** A symbol continues the Latin phrase before it: an isolate would tear "ITU-T Y.2060" apart. */
const LATIN_BEFORE = /\p{Script=Latin}\p{M}?[.:]?[ \u00A0]$/u;
const VISIBLE = /[^\u200E\u2066-\u2069]|$/u;
export const LINE_SEPARATOR = '\u2028';

/** Writes the inlines of a paragraph as one text, with isolates around values, addresses and numbers. */
export function isolate(source: ParagraphSource): IsolatedText {
  const { line, base, language } = source;
  const writer = new ParagraphWriter(base, language);
  writer.write(line, outerStyle(source));
  const { text, spans, solids, addresses } = writer;
  return { text, base, language, spans, solids, addresses, breaking: source.breaking ?? AS_PROSE };
}

class ParagraphWriter {
  text = '';
  readonly spans: StyledSpan[] = [];
  readonly solids: { start: number; end: number }[] = [];
  readonly addresses: { start: number; end: number }[] = [];
  private readonly base: Direction;
  private readonly language: string;
  /** Of the ranges in what is being written. */
  private ranges: Direction;

  constructor(base: Direction, language: string) {
    this.base = base;
    this.language = language;
    this.ranges = rangeDirection(language);
  }

  write(line: Line, style: TextStyle): void {
    for (const inline of line) this.writeInline(inline, style);
  }

  private writeInline(inline: Inline, style: TextStyle): void {
    if (inline.type === 'text') this.writeText(balanceControls(inline.text), style);
    else if (inline.type === 'break') this.append(LINE_SEPARATOR, style);
    else if (inline.type === 'isolate') this.writeIsolate(inline, style);
    else this.write(inline.children, innerStyle(inline, style));
  }

  private writeIsolate(inline: Extract<Inline, { type: 'isolate' }>, style: TextStyle): void {
    const inner = innerStyle(inline, style);
    const text = lineText(inline.children);
    const direction =
      inline.direction === 'auto' ? majorityDirection(text, this.base) : inline.direction;
    const { ranges } = this;
    this.ranges = inline.direction === 'ltr' ? 'ltr' : rangeDirectionOf(text, ranges);
    this.append(direction === 'rtl' ? RLI : LRI, inner);
    this.write(inline.children, inner);
    this.append(PDI, inner);
    this.ranges = ranges;
  }

  private writeText(text: string, style: TextStyle): void {
    let done = 0;
    for (const token of findTokens(text)) {
      this.append(text.slice(done, token.start), style);
      this.writeFound(token, text, style);
      done = token.end;
    }
    this.append(text.slice(done), style);
  }

  private writeFound({ kind, start, end }: Token, text: string, style: TextStyle): void {
    const found = text.slice(start, end);
    const range = this.ranges === 'rtl' && kind === 'range' ? rangeParts(found) : undefined;
    const reading = range ? rangeReading(this.text, text.slice(end), this.language) : 'ltr';
    if (range && reading === 'rtl') this.writeSolid(fromRight(range), style);
    // An isolate at the start of a Latin phrase would stand at its end.
    else if (reading === 'latin') this.writeSolid(LRM + found, style);
    else this.writeToken(kind, found, style);
  }

  private writeToken(kind: Token['kind'], text: string, style: TextStyle): void {
    if (kind === 'mark') {
      this.append(text + LRM, style);
      return;
    }
    const isolated = kind !== 'symbol' || !LATIN_BEFORE.test(this.text.slice(-4));
    if (isolated) this.append(LRI, style);
    if (kind === 'address') {
      const start = this.text.length;
      this.append(text, style);
      this.addresses.push({ start, end: this.text.length });
    } else this.writeSolid(text, style);
    if (isolated) this.append(PDI, style);
    // At the end of "Visual C++" the signs go on with the letters.
    else if (/[+#]$/.test(text)) this.append(LRM, style);
  }

  private writeSolid(text: string, style: TextStyle): void {
    const start = this.text.length;
    this.append(text, style);
    // Before the first number a line may break.
    this.solids.push({ start: start + text.search(VISIBLE), end: this.text.length });
  }

  private append(text: string, style: TextStyle): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    const last = this.spans.at(-1);
    if (last?.style === style)
      this.spans[this.spans.length - 1] = { ...last, end: this.text.length };
    else this.spans.push({ start, end: this.text.length, style });
  }
}

/** Each number reads from the left, the range from the right, whatever is around it. */
function fromRight([first, dash, last, end]: RangeParts): string {
  return `${RLI}${LRI}${first}${PDI}${dash}${LRI}${last}${PDI}${end}${PDI}`;
}

const STRONG_RTL = new Set(['R', 'AL']);

/**
 * The direction that most letters of `text` have. First-strong (UAX #9 P2) would read a name such
 * as «IEEE فرع عُمان» as a left-to-right phrase. Text without letters (a number) is left to right;
 * a tie goes to `base`.
 */
export function majorityDirection(text: string, base: Direction): Direction {
  const outside = text.replace(/\([^()]*\)/gu, '');
  const counted = /\p{L}/u.test(outside) ? outside : text;
  let rtl = 0;
  let ltr = 0;
  for (const [letter] of counted.matchAll(/\p{L}/gu)) {
    if (STRONG_RTL.has(bidi.getBidiCharTypeName(letter))) rtl += 1;
    else ltr += 1;
  }
  if (rtl === ltr) return rtl === 0 ? 'ltr' : base;
  return rtl > ltr ? 'rtl' : 'ltr';
}
