/** Finishes all running text of a letter: links, French spacing, Arabic digits. */
import { grouped, LONGEST_WORD } from '../../data/limits.ts';
import type { Problems } from '../../diagnostic.ts';
import { findCertainPlaceholders } from '../../language/placeholders.ts';
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
import { lineText, spanAt } from './running.ts';
import type { PersonalParts, SharedParts } from './shared.ts';

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

const WRITE = 'write what is meant, or leave it out';
/** What Excel does to letters that its old encodings do not have. */
const LOST_LETTERS =
  'if letters stood there, save the list as "CSV UTF-8 (Comma delimited)" from where they still are';

/** Reports words such as “[to be confirmed]” or TODO, each at its place: a letter that prints them is an error. */
function reportPlaceholders(line: Line, language: Language, problems: Problems): void {
  const text = lineText(line);
  for (const { start, end } of findCertainPlaceholders(text, language)) {
    const found = text.slice(start, end);
    const message = `“${found}” holds the place of a text that is missing`;
    const span = spanAt(line, start, [...found].length);
    const isFromList = found.startsWith('??') && span?.file.endsWith('.csv');
    problems.error('placeholder', span, message, isFromList ? LOST_LETTERS : WRITE);
  }
}

/** What is between two breaks: spaces that allow none join, and between ideographs a line may break. */
const WORDS =
  /(?:[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[\u00a0\u202f])+/gu;

/** Reports the first word of a line that is too long, where it begins: to break and shape one takes time by the square of its length. */
function reportLongWords(line: Line, problems: Problems): void {
  const text = lineText(line);
  if (text.length <= LONGEST_WORD) return;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word.length <= LONGEST_WORD) continue;
    const message = `a word of ${grouped(word.length)} letters; at most ${grouped(LONGEST_WORD)} are set`;
    const hint = 'divide it by spaces';
    problems.error('long-word', spanAt(line, index, LONGEST_WORD), message, hint);
    return;
  }
}

/** The parts that all letters share. */
export function finishShared(shared: SharedParts, line: Finish): SharedParts {
  const { letterhead, enclosures, copies, footer } = shared;
  return {
    ...shared,
    ...optionalLine('unit', shared.unit, line),
    ...optionalLine('confidential', shared.confidential, line),
    letterhead: {
      start: letterhead.start.map((item) => ('path' in item ? item : line(item))),
      end: letterhead.end.map((item) => ('path' in item ? item : line(item))),
    },
    dateline: line(shared.dateline),
    rows: shared.rows.map((row) => labelled(row, line)),
    signatories: shared.signatories.map((block) => signatory(block, line)),
    ...(enclosures && { enclosures: labelled(enclosures, line) }),
    ...(copies && { copies: labelled(copies, line) }),
    footer: { ...footer, ...optionalLine('reference', footer.reference, line) },
  };
}

/** The parts of one letter. */
export function finishPersonal(personal: PersonalParts, line: Finish): PersonalParts {
  const { address, subject } = personal;
  return {
    ...personal,
    address: {
      ...address,
      ...optionalLine('label', address.label, line),
      lines: address.lines.map(line),
      bullets: address.bullets.map(line),
    },
    subject: { ...optionalLine('label', subject.label, line), lines: subject.lines.map(line) },
    salutation: personal.salutation.map(line),
    body: personal.body.map((block) => finishBlock(block, line)),
    closing: line(personal.closing),
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
