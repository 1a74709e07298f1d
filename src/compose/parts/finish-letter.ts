/** Finishes all running text of a letter: links, French spacing, Arabic digits. */
import type { Problems } from '../../diagnostic.ts';
import type {
  Block,
  Labelled,
  Language,
  Letter,
  Line,
  Settings,
  SignatoryBlock,
} from '../../model.ts';
import { finishLine } from './finish-line.ts';
import { reportLongWords } from './long-words.ts';
import { reportPlaceholders } from './placeholders.ts';
import type { Fixed, Own } from './shared.ts';

/** Finishes one line. */
export type Finish = (line: Line) => Line;

/** Finishes lines in a language, having reported what none may hold. */
export function finisher(language: Language, settings: Settings, problems: Problems): Finish {
  return (line) => {
    reportPlaceholders(line, language, problems);
    reportLongWords(line, problems);
    return finishLine(line, language, settings);
  };
}

/** The parts that all letters share. */
export function finishFixed(fixed: Fixed, line: Finish): Fixed {
  const { letterhead, enclosures, copies, footer } = fixed;
  return {
    ...fixed,
    ...optionalLine('unit', fixed.unit, line),
    ...optionalLine('confidential', fixed.confidential, line),
    letterhead: {
      start: letterhead.start.map((item) => ('path' in item ? item : line(item))),
      end: letterhead.end.map((item) => ('path' in item ? item : line(item))),
    },
    dateline: line(fixed.dateline),
    rows: fixed.rows.map((row) => labelled(row, line)),
    signatories: fixed.signatories.map((block) => signatory(block, line)),
    ...(enclosures && { enclosures: labelled(enclosures, line) }),
    ...(copies && { copies: labelled(copies, line) }),
    footer: { ...footer, ...optionalLine('reference', footer.reference, line) },
  };
}

/** The parts of one letter. */
export function finishOwn(own: Own, line: Finish): Own {
  const { address, subject } = own;
  return {
    ...own,
    address: {
      ...address,
      ...optionalLine('label', address.label, line),
      lines: address.lines.map(line),
      bullets: address.bullets.map(line),
    },
    subject: { ...optionalLine('label', subject.label, line), lines: subject.lines.map(line) },
    salutation: own.salutation.map(line),
    body: own.body.map((block) => finishBlock(block, line)),
    closing: line(own.closing),
  };
}

function optionalLine<Key extends keyof Letter | 'label' | 'reference'>(
  key: Key,
  found: Line | undefined,
  line: Finish,
) {
  return found && ({ [key]: line(found) } as Record<Key, Line>);
}

function labelled(part: Labelled, line: Finish): Labelled {
  return { ...part, label: line(part.label), lines: part.lines.map(line) };
}

function signatory(block: SignatoryBlock, line: Finish): SignatoryBlock {
  const { mark, name, lines } = block;
  const above = block.above && { above: block.above.map(line) };
  const finished = { ...block, ...above, name: line(name), lines: lines.map(line) };
  return typeof mark === 'object' && 'text' in mark
    ? { ...finished, mark: { text: line(mark.text) } }
    : finished;
}

/** All lines of a block. */
export function finishBlock(block: Block, line: Finish): Block {
  switch (block.type) {
    case 'list': {
      const items = block.items.map((item) => item.map((inner) => finishBlock(inner, line)));
      return { ...block, items };
    }
    case 'quote':
      return { ...block, children: block.children.map((inner) => finishBlock(inner, line)) };
    default:
      return { ...block, children: line(block.children) };
  }
}
