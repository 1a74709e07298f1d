/** How a message that brings a letter addresses its reader, and how it closes: in the voice of the office that sends it. */
import { closingText, personalSalutation, type Salutation } from '../compose/parts/courtesies.ts';
import { vocativeOf } from '../compose/parts/patterns.ts';
import { personLine } from '../compose/parts/persons.ts';
import { isolated, textOf, type Writer, words } from '../compose/parts/print.ts';
import { Problems } from '../diagnostic.ts';
import type { ClosingFormula } from '../language/pack.ts';
import type { Letter, Line, Stakeholder } from '../model.ts';
import { lineText } from '../walk-letter.ts';

interface Courtesies {
  readonly salutation: readonly Line[];
  readonly closing: Line;
}

/**
 * The reader of a letter is greeted as in the letter; whoever gets a copy is somebody else, and greeted as one greets an
 * office. The closing is of several, whoever signs the letter.
 */
export function courtesies(
  letter: Letter,
  recipient: Stakeholder,
  copy: boolean,
  writer: Writer,
): Courtesies {
  const { pack } = writer;
  const sender = { pack, signatories: { length: 2 } };
  if (copy) {
    const greeting = pack.greeting === undefined ? [] : [[words(pack.greeting)]];
    const salutation = [[words(pack.salutations.stakeholders)], ...greeting];
    return { salutation, closing: [words(closingText('standard', { line: [] }, false, sender))] };
  }
  const personal = letter.form === 'personal';
  const called = personal ? personalSalutation(recipient, writer) : undefined;
  const [formula, salutation] = called ? (['high', called] as const) : circular(letter, writer);
  const closing = closingText(formula, salutation, personal, sender);
  return { salutation: letter.salutation, closing: [words(closing)] };
}

/** By the words of the salutation: a circular to ministers closes as to ministers. */
function circular(
  { salutation: [line = []] }: Letter,
  { pack }: Writer,
): [ClosingFormula, Salutation] {
  const text = lineText(line);
  const { stakeholders, ministers, excellencies } = pack.salutations;
  const [plain, ...high] = [stakeholders, ministers, excellencies].map(vocativeOf);
  const vocative = vocativeOf(text);
  if (vocative === plain) return ['standard', { line }];
  return [high.includes(vocative) ? 'ministers' : 'standard', { line, vocative }];
}

/** Style, courtesy and name as far as the list has what they depend on; else the name or the organisation alone. */
export function addresseeLine(recipient: Stakeholder, writer: Writer): Line {
  if (recipient.name) {
    const problems = new Problems();
    const line = personLine(recipient, { ...writer, problems });
    if (problems.isEmpty) return line;
  }
  const text = textOf(recipient.name ?? recipient.organisation, writer);
  return text ? [isolated(text)] : [];
}
