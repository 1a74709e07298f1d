/**
 * The text that Markdown is read from: the template's own words, and one character of a private
 * plane for each value, so that nothing in a value is taken for markup.
 */
import type { Span } from '../../diagnostic.ts';
import type { Line } from '../../model.ts';
import type { TemplatePart } from '../template/evaluate.ts';

/** The first code point of Supplementary Private Use Area-A; hole n is this plus n. */
const FIRST_HOLE = 0xf0000;
const HOLES = /[\u{f0000}-\u{ffffd}]/gu;

/** What is in a hole, and the place of the output that made it. */
export interface Slot {
  readonly line: Line;
  readonly span: Span;
}

/** Literal text from `start` of the assembled text on. */
interface LiteralPiece {
  readonly start: number;
  readonly locate: (at: number) => Span;
}

/** A text with holes, and what belongs into them. */
export class Assembly {
  text = '';
  readonly slots: Slot[] = [];
  private readonly pieces: LiteralPiece[] = [];
  /** Offset after each hole. */
  private readonly holeEnds: number[] = [];

  constructor(parts: readonly TemplatePart[]) {
    for (const part of parts) {
      if ('slot' in part) this.addSlot({ line: part.slot, span: part.span });
      else this.addLiteral(part.literal, (at) => part.source.locate(part.offset + at));
    }
  }

  private addSlot(slot: Slot): void {
    this.text += String.fromCodePoint(FIRST_HOLE + this.slots.length);
    this.holeEnds.push(this.text.length);
    this.slots.push(slot);
  }

  /** A character of the template that looks like a hole becomes a value itself. */
  private addLiteral(literal: string, locate: (at: number) => Span): void {
    let done = 0;
    for (const { 0: character, index } of literal.matchAll(HOLES)) {
      this.addPiece(literal.slice(done, index), done, locate);
      const span = locate(index);
      this.addSlot({ line: [{ type: 'text', text: character, span }], span });
      done = index + character.length;
    }
    this.addPiece(literal.slice(done), done, locate);
  }

  private addPiece(text: string, from: number, locate: (at: number) => Span): void {
    if (text === '') return;
    this.pieces.push({ start: this.text.length, locate: (at) => locate(from + at) });
    this.text += text;
  }

  /** The place in the template of an offset of the text; of a hole, that of its output. */
  locate(offset: number): Span {
    const hole = this.holeEnds.findIndex((end) => offset >= end - 2 && offset < end);
    const slot = this.slots[hole];
    if (slot) return slot.span;
    const piece = this.pieces.findLast(({ start }) => start <= offset) ?? this.pieces[0];
    return piece
      ? piece.locate(Math.max(0, offset - piece.start))
      : { file: '', line: 1, column: 1 };
  }

  /** Where, in a stretch of text, literals of different places meet. */
  seams(start: number, end: number): number[] {
    const starts = this.pieces.map((piece) => piece.start);
    return starts.filter((offset) => offset > start && offset < end);
  }

  /** The offset after a hole. */
  endOf(hole: number): number {
    return this.holeEnds[hole] ?? 0;
  }
}

/** The number of a hole, -1 for any other character. */
export function holeNumber(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point >= FIRST_HOLE && point <= 0xffffd ? point - FIRST_HOLE : -1;
}

/** Front matter is plain text: its own words, with the values between them. */
export function plainLine(parts: readonly TemplatePart[]): Line {
  return parts.flatMap((part): Line => {
    if ('slot' in part) return part.slot;
    const span = part.source.locate(part.offset);
    return [{ type: 'text', text: part.literal.replace(/\s+/g, ' '), span }];
  });
}
