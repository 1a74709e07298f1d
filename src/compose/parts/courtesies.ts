/** Salutation and closing: formulas for circulars, by rank and gender for one person. */
import {
  type ClosingFormula,
  type ClosingParties,
  gendered,
  needsGender,
} from '../../language/pack.ts';
import type { Line, Stakeholder } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import type { Template } from '../template/template.ts';
import { fillPattern, vocativeOf } from './patterns.ts';
import { courtesyLine, genderOf, rankOf, recipientName } from './persons.ts';
import { isolated, type Writer, words } from './print.ts';

/** A salutation, and what the closing needs to know of it. */
export interface Salutation {
  readonly line: Line;
  /** The same words without the final mark; undefined where they hold a name. */
  readonly vocative?: string;
  /** The rank demands the wording of highest esteem. */
  readonly honoured?: boolean;
}

/** The salutation of a circular; `own` is the template's text, printed, where it has one. */
export function circularSalutation(
  salutation: Template['salutation'],
  own: Line,
  { pack }: Writer,
): Salutation {
  if ('text' in salutation) return { line: own, vocative: vocativeOf(lineText(own)) };
  const text = pack.salutations[salutation.formula];
  const line = [words(text)];
  return salutation.formula === 'stakeholders' ? { line } : { line, vocative: vocativeOf(text) };
}

/** The salutation of a personal letter: the list's own, or by rank and gender; never a guess. */
export function personalSalutation(recipient: Stakeholder, writer: Writer): Salutation | undefined {
  if (recipient.salutation) {
    const honoured = recipient.rank && writer.pack.ranks[recipient.rank.value].honoured;
    const vocative = vocativeOf(recipient.salutation.value);
    return { line: [isolated(recipient.salutation)], vocative, ...(honoured && { honoured }) };
  }
  const rank = rankOf(recipient, writer);
  const gender = rank && needsGender(rank.salutation) ? genderOf(recipient, writer) : 'male';
  if (!rank || !gender) return undefined;
  const { honoured } = rank;
  const pattern = gendered(rank.salutation, gender);
  if (!pattern.includes('{')) {
    return { line: [words(pattern)], vocative: vocativeOf(pattern), honoured };
  }
  const courtesy = courtesyLine(recipient, false, writer);
  return { line: fillPattern(pattern, { courtesy, name: nameLine(recipient, writer) }), honoured };
}

/** The family name, from the column `family-name`, or the whole name: families are not guessed from it. */
function nameLine(recipient: Stakeholder, writer: Writer): Line {
  const { language } = writer.pack;
  const family = recipient.extra[`family-name-${language}`] ?? recipient.extra['family-name'];
  const name = family ?? recipientName(recipient, writer);
  return name ? [isolated(name)] : [];
}

/** The closing by formula; the rank of a recipient decides over the template's formula. */
export function closingText(
  formula: ClosingFormula,
  { vocative, honoured }: Salutation,
  personal: boolean,
  writer: Writer,
): string {
  const parties: ClosingParties = {
    signatories: writer.signatories.length > 1 ? 'many' : 'one',
    addressees: personal ? 'one' : 'many',
    ...(vocative !== undefined && { vocative }),
  };
  if (!personal) return writer.pack.closing(formula, parties);
  return writer.pack.closing(personalFormula(formula, honoured === true), parties);
}

function personalFormula(formula: ClosingFormula, honoured: boolean): ClosingFormula {
  if (!honoured) return 'standard';
  return formula === 'standard' ? 'high' : formula;
}
