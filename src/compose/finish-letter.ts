/** Finishes all running text of a letter: links, French spacing, Arabic digits. */
import type { Block, Labelled, Letter, Line, SignatoryBlock } from '../model.ts';
import { finishLine } from './finish.ts';

/** The letter with every line finished. */
export function finishLetter(letter: Letter): Letter {
  const line = (found: Line) => finishLine(found, letter.language, letter.settings);
  return {
    ...letter,
    ...optionalLine('unit', letter.unit, line),
    ...optionalLine('confidential', letter.confidential, line),
    letterhead: {
      start: letter.letterhead.start.map((item) => ('path' in item ? item : line(item))),
      end: letter.letterhead.end.map((item) => ('path' in item ? item : line(item))),
    },
    dateline: line(letter.dateline),
    rows: letter.rows.map((row) => labelled(row, line)),
    address: { ...letter.address, ...address(letter.address, line) },
    subject: {
      ...optionalLine('label', letter.subject.label, line),
      lines: letter.subject.lines.map(line),
    },
    salutation: letter.salutation.map(line),
    body: letter.body.map((block) => finishBlock(block, line)),
    closing: line(letter.closing),
    signatories: letter.signatories.map((block) => signatory(block, line)),
    ...(letter.enclosures && { enclosures: labelled(letter.enclosures, line) }),
    ...(letter.copies && { copies: labelled(letter.copies, line) }),
    footer: { ...letter.footer, ...optionalLine('reference', letter.footer.reference, line) },
  };
}

type Finish = (line: Line) => Line;

function optionalLine<K extends string>(key: K, found: Line | undefined, line: Finish) {
  return found && ({ [key]: line(found) } as Record<K, Line>);
}

function labelled({ label, lines }: Labelled, line: Finish): Labelled {
  return { label: line(label), lines: lines.map(line) };
}

function address({ label, lines, bullets }: Letter['address'], line: Finish) {
  const finished = { lines: lines.map(line), bullets: bullets.map(line) };
  return label ? { ...finished, label: line(label) } : finished;
}

function signatory(block: SignatoryBlock, line: Finish): SignatoryBlock {
  const { mark, name, lines } = block;
  const finished = { ...block, name: line(name), lines: lines.map(line) };
  return typeof mark === 'object' && 'text' in mark
    ? { ...finished, mark: { text: line(mark.text) } }
    : finished;
}

function finishBlock(block: Block, line: Finish): Block {
  switch (block.type) {
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => item.map((inner) => finishBlock(inner, line))),
      };
    case 'quote':
      return { ...block, children: block.children.map((inner) => finishBlock(inner, line)) };
    default:
      return { ...block, children: line(block.children) };
  }
}
