/** Salutation and closing: formulas for circulars, by style, rank and gender for one person. */
import {
  type ClosingFormula,
  type ClosingParties,
  gendered,
  HIGHEST_RANKS,
  needsGender,
  type RankForms,
} from '../../language/pack.ts';
import { isInScript } from '../../language/scripts.ts';
import type { Line, Rank, Stakeholder, Text } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import type { Template } from '../template/template.ts';
import { addressingOf, ownSalutation, salutationOf } from './addressing.ts';
import { fillPattern, vocativeOf } from './patterns.ts';
import { courtesyLine, genderOf, isOffice, knownAddressing, recipientName } from './persons.ts';
import { isolated, type Writer, words } from './print.ts';

/** A salutation, and what the closing needs to know of it. */
export interface Salutation {
  readonly line: Line;
  /** The same words without the final mark; undefined where they hold a name. */
  readonly vocative?: string;
  /** What the rank demands of the closing. */
  readonly esteem?: 'high' | 'highest';
  /** It greets whoever reads it there. */
  readonly isToOffice?: true;
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

/** The salutation of a personal letter: the list's own, or by style, rank and gender; never a guess. */
export function personalSalutation(recipient: Stakeholder, writer: Writer): Salutation | undefined {
  const { pack } = writer;
  const own = ownSalutation(recipient, pack.language);
  if (own) {
    const { rank, forms } = addressingOf(recipient, writer);
    return { line: [isolated(own)], vocative: vocativeOf(own.value), ...esteemOf(rank, forms) };
  }
  if (isOffice(recipient))
    return { line: [words(pack.salutations.stakeholders)], isToOffice: true };
  const addressing = knownAddressing(recipient, writer);
  if (addressing.unknownStyle) return reportStyle(addressing.unknownStyle, recipient, writer);
  const title = recipient.title?.[pack.language] ?? recipient.title?.all;
  const found = salutationOf(addressing, title, writer);
  const gender = found && needsGender(found) ? genderOf(recipient, writer) : 'male';
  if (!found || !gender) return undefined;
  const esteem = esteemOf(addressing.rank, addressing.forms);
  const pattern = gendered(found, gender);
  if (!pattern.includes('{')) {
    return { line: [words(pattern)], vocative: vocativeOf(pattern), ...esteem };
  }
  const courtesy = courtesyLine(recipient, 'plain', writer);
  return { line: fillPattern(pattern, { courtesy, name: nameLine(recipient, writer) }), ...esteem };
}

function esteemOf(
  rank: Rank | undefined,
  forms: RankForms | undefined,
): Pick<Salutation, 'esteem'> {
  if (!forms?.honoured) return {};
  return { esteem: HIGHEST_RANKS.has(rank) ? 'highest' : 'high' };
}

/** What stands in the column for all languages may be a style in another one. */
function reportStyle(
  style: Text,
  { id, style: given }: Stakeholder,
  { pack, problems }: Writer,
): undefined {
  const message = `the style “${style.value}” of "${id.value}" does not tell how a letter in ${pack.name} begins`;
  const isOwn = given?.[pack.language] !== undefined;
  const hint = `fill the column ${isOwn ? '' : `style-${pack.language} or `}salutation`;
  problems.error('missing-salutation', style.span, message, hint);
}

/**
 * The family name, from the column `family-name`, or the whole name: families are not guessed from it. A family name in
 * another script than the letter's is left aside.
 */
function nameLine(recipient: Stakeholder, writer: Writer): Line {
  const { language, callsByFullName } = writer.pack;
  const { extra } = recipient;
  const families = callsByFullName ? [] : [extra[`family-name-${language}`], extra['family-name']];
  const family = families.find((text) => text && isInScript(text.value, language));
  const name = family ?? recipientName(recipient, writer);
  return name ? [isolated(name)] : [];
}

/** The closing by formula; the rank of a recipient decides over the template's formula. */
export function closingText(
  formula: ClosingFormula,
  salutation: Salutation,
  personal: boolean,
  {
    pack,
    signatories,
  }: Pick<Writer, 'pack'> & { readonly signatories: { readonly length: number } },
): string {
  const { vocative, esteem, isToOffice } = salutation;
  const parties: ClosingParties = {
    signatories: signatories.length > 1 ? 'many' : 'one',
    addressees: personal && !isToOffice ? 'one' : 'many',
    ...(vocative !== undefined && { vocative }),
  };
  return pack.closing(personal ? personalFormula(formula, esteem) : formula, parties);
}

function personalFormula(formula: ClosingFormula, esteem: Salutation['esteem']): ClosingFormula {
  if (esteem === undefined) return 'standard';
  if (esteem === 'highest') return 'ministers';
  return formula === 'standard' ? 'high' : formula;
}
