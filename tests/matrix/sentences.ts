/** Letters → their sentences, each once, by the part of the letter that it stands in. */

import type { Block, Letter, Line } from '../../src/model.ts';
import { lineText } from '../../src/walk-letter.ts';
import type { TextName } from './editions.ts';

/** The end of a sentence, but not a point after an abbreviation or an initial. */
const END =
  /(?<=[.!?؟](?<!(?:^|[\s(«"“])(?:[\p{Lu}]|\p{Lu}\p{Ll}{1,3}|tel|exp)\.))\s+(?=[^\p{Ll}\s])|(?<=。)/u;

/** Sections in the order of a letter, each with its sentences in the order in which they are met. */
export class Sentences {
  private readonly sections = new Map<string, Set<string>>();

  add(text: TextName, letter: Letter): void {
    const who = letter.form;
    this.put(`${text}: subject`, letter.subject.lines);
    this.put(`${who}: address`, [...letter.address.lines, ...letter.address.bullets]);
    this.put(`${who}: salutation`, letter.salutation);
    for (const block of letter.body) this.put(`${text}: body`, linesOf(block).flatMap(sentencesOf));
    this.put(`${who}: closing`, [letter.closing]);
    for (const { above = [], name, lines } of letter.signatories) {
      this.put('signatures', [[...above, name, ...lines].map(lineText).join(' / ')]);
    }
  }

  private put(section: string, lines: readonly (Line | string)[]): void {
    const known = this.sections.get(section) ?? new Set();
    this.sections.set(section, known);
    for (const line of lines) known.add(typeof line === 'string' ? line : lineText(line));
  }

  /** As a text file: `# section`, and a sentence a line. */
  toString(): string {
    const sections = [...this.sections].sort(([a], [b]) => (a < b ? -1 : 1));
    return sections.map(([name, known]) => `# ${name}\n${[...known].join('\n')}\n`).join('\n');
  }
}

function linesOf(block: Block): string[] {
  if (block.type === 'list') return block.items.flat().flatMap(linesOf);
  return block.type === 'quote' ? block.children.flatMap(linesOf) : [lineText(block.children)];
}

function sentencesOf(text: string): string[] {
  return text.split(END).filter((sentence) => sentence !== '');
}
