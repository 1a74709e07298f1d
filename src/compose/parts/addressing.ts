/** How a person is to be addressed: by the style that the data gives, else by rank. */
import { placed, placedValue } from '../../data/source/placed.ts';
import type { Span } from '../../diagnostic.ts';
import { type Gendered, type OwnStyle, type RankForms, STYLED_RANKS } from '../../language/pack.ts';
import type {
  Country,
  Gender,
  Language,
  Localized,
  LocalizedLines,
  Located,
  Rank,
  Stakeholder,
  Text,
} from '../../model.ts';
import { GENDERS } from '../../vocabulary.ts';
import type { Writer } from './print.ts';

/** What signatories, persons in a text and recipients have in common. */
export interface Addressed {
  readonly span: Span;
  readonly id: string | Located<string>;
  readonly name?: Localized;
  readonly gender?: Located<Gender>;
  readonly rank?: Located<Rank>;
  readonly style?: Localized;
  readonly courtesy?: Localized;
  readonly title?: Localized | LocalizedLines;
  readonly country?: Country;
  /** Holds the office for a time only. */
  readonly acting?: boolean;
}

/** The id as users wrote it. */
export function idOf({ id }: Addressed): string {
  return typeof id === 'string' ? id : id.value;
}

/** What rank and style make of a person in the language of the letter. */
export interface Addressing {
  /** The rank as the style has it: who is styled صاحب الجلالة is a king to the letter. */
  readonly rank?: Rank;
  /** Undefined if neither tells it. */
  readonly forms?: RankForms;
  /** The courtesy that goes with it: none for a king, whatever office he holds. */
  readonly courtesy: 'none' | 'plain' | 'styled';
  /** The style has the salutation, whatever the title says. */
  readonly isCalledByStyle?: true;
  /** The styles that there are, where neither rank nor country tells which. */
  readonly choices?: string;
  /** A style that does not tell how a letter to such a person begins. */
  readonly unknownStyle?: Text;
}

/** Reports nothing: what is missing may not be needed. */
export function addressingOf(person: Addressed, writer: Writer): Addressing {
  const { pack } = writer;
  const rank = person.rank?.value;
  const style = person.style?.[pack.language] ?? person.style?.all;
  if (!style) return rank ? byRank(person, rank, writer) : { courtesy: 'plain' };
  const own = ownStyle(style.value, rank, writer);
  if (own) return styled(own, rank, writer);
  const forms = rank && pack.ranks[rank];
  // Most others are titles that take the place of a courtesy: Sir, Dame, Don, Maître.
  return { ...(rank && { rank }), ...(forms && { forms }), courtesy: 'none', unknownStyle: style };
}

function ownStyle(
  style: string,
  rank: Rank | undefined,
  { pack }: Pick<Writer, 'pack'>,
): OwnStyle | undefined {
  return pack.styles.find(({ is, only }) => is.test(style) && (!only || only.includes(rank)));
}

/** A style that is the rank's own too adds nothing to it: a minister styled His Excellency is called as ministers are. */
function styled(own: OwnStyle, rank: Rank | undefined, { pack }: Writer): Addressing {
  const ranked = rank && pack.ranks[rank];
  const isOwn = (style: string) => own.is.test(style) || own.means === style;
  const isOfRank = ranked !== undefined && stylesOf(ranked).some(isOwn);
  const { salutation } = own;
  const keepsRank = isOfRank || (own.rank === undefined && salutation === undefined);
  const rankNow = keepsRank ? rank : (own.rank ?? rank);
  const found = {
    ...(rankNow && { rank: rankNow }),
    courtesy: own.courtesy ?? courtesyOf(rankNow),
  };
  if (salutation && !keepsRank)
    return { ...found, forms: { salutation, honoured: true }, isCalledByStyle: true };
  return { ...found, ...(rankNow && { forms: pack.ranks[rankNow] }) };
}

function courtesyOf(rank: Rank | undefined, forms?: RankForms): Addressing['courtesy'] {
  return STYLED_RANKS.has(rank) || forms?.bare ? 'none' : 'styled';
}

/** The styles of a rank, of either gender. */
function stylesOf({ style }: RankForms): string[] {
  if (style === undefined) return [];
  return typeof style === 'string' ? [style] : GENDERS.map((gender) => style[gender]);
}

function byRank(person: Addressed, rank: Rank, { pack }: Writer): Addressing {
  const forms = pack.rankIn?.(rank, person.country?.code) ?? pack.ranks[rank];
  if ('ask' in forms) return { rank, courtesy: 'none', choices: forms.ask };
  return { rank, forms, courtesy: courtesyOf(rank, forms) };
}

/** Reports a style that only the data can give. */
export function reportChoice(
  person: Addressed,
  { rank, choices }: Addressing,
  writer: Writer,
): void {
  if (choices === undefined) return;
  const { pack, problems } = writer;
  const message = `the rank "${rank}" of "${idOf(person)}" has more than one style in ${pack.name}`;
  problems.error(
    'missing-style',
    person.rank?.span ?? person.span,
    message,
    `give the style: ${choices}`,
  );
}

/** The salutation of rank or style, or that of the office which the title names; undefined if nothing tells it. */
export function salutationOf(
  { rank, forms, isCalledByStyle }: Addressing,
  title: Text | undefined,
  { pack }: Pick<Writer, 'pack'>,
): Gendered | undefined {
  const byTitle =
    rank && !isCalledByStyle ? pack.salutationByTitle?.(rank, title?.value) : undefined;
  return byTitle ?? forms?.salutation;
}

/** The salutation that the list has: that for the language, or the one for all. */
export function ownSalutation(
  { extra, salutation }: Stakeholder,
  language: Language,
): Text | undefined {
  return extra[`salutation-${language}`] ?? salutation;
}

/** The recipient as templates see it, of the rank that its style makes it. */
export function addressedRecipient(recipient: Stakeholder, writer: Writer): Stakeholder {
  if (!recipient.style) return recipient;
  const { rank } = addressingOf(recipient, writer);
  if (!rank || rank === recipient.rank?.value) return recipient;
  return placed({ ...recipient, rank: placedValue(rank, recipient.rank ?? recipient) }, recipient);
}
