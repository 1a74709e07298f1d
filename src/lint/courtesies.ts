/** Whether a person's gender and rank agree with the words that the data puts before the name. */
import type { Diagnostic } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import { gendered, type OwnStyle, STYLED_RANKS } from '../language/pack.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { Gender, Language, Located, Rank, Text } from '../model.ts';
import { GENDERS, RANKS } from '../vocabulary.ts';

/** The words themselves, of the data; what is composed from gender and rank agrees by itself. */
export interface Addressing {
  readonly language: Language;
  readonly gender?: Located<Gender> | undefined;
  readonly rank?: Located<Rank> | undefined;
  /** Style and courtesy. */
  readonly styles: readonly Text[];
  readonly salutation?: Text | undefined;
}

export function lintAddressing(addressing: Addressing): Diagnostic[] {
  const { styles, salutation, language } = addressing;
  const texts = [...styles, ...(salutation ? [salutation] : [])];
  // A courtesy such as Mr says nothing of rank.
  const { honours } = proofreadingOf(language);
  const ranked = texts.filter((text) => text === salutation || honours.test(text.value));
  const disagreeing = salutation ? styleConflict(salutation, addressing) : [];
  return [
    ...texts.flatMap((text) => genderConflict(text, addressing)),
    ...ranked
      .filter((text) => text !== salutation || disagreeing.length === 0)
      .flatMap((text) => rankConflict(text, addressing)),
    ...disagreeing,
  ];
}

const OTHER: Readonly<Record<Gender, Gender>> = { female: 'male', male: 'female' };

/** A word of the other gender alone; « Madame, Monsieur » has one of each. */
function genderConflict(text: Text, { gender, language }: Addressing): Diagnostic[] {
  if (!gender) return [];
  const words = proofreadingOf(language).genderWords;
  const own = words[gender.value].test(text.value);
  if (own || !words[OTHER[gender.value]].test(text.value)) return [];
  const message = `“${text.value}” does not go with the gender "${gender.value}"`;
  return [{ severity: 'warning', code: 'salutation-gender', message, span: text.span }];
}

/** A style of a lower rank than the person's; honours for somebody of no rank, or none where they are due. */
function rankConflict(
  text: Text,
  { rank, language, styles, salutation }: Addressing,
): Diagnostic[] {
  if (!rank) return [];
  const own = calledAs(rank.value, language);
  if (own.some((style) => text.value.includes(style))) return [];
  // A style decides how its person is greeted, whatever the rank.
  const style = styles.map(({ value }) => styleOf(value, language)).find((found) => found);
  if (text === salutation && style?.rank && style.rank !== rank.value) return [];
  if (text !== salutation && style?.rank && isFit(style.rank, rank.value)) return [];
  const { ranks } = languagePack(language);
  const isHonour = proofreadingOf(language).honours.test(text.value);
  const isOdd =
    rank.value === 'none'
      ? isHonour
      : ranks[rank.value].honoured && (!isHonour || isOfOther(text, language));
  if (!isOdd) return [];
  const message = `“${text.value}” does not go with the rank "${rank.value}"`;
  const hint = own.length > 0 ? `that rank is addressed as “${own[0]}”` : undefined;
  const warning = { severity: 'warning', code: 'salutation-rank', message } as const;
  return [{ ...warning, span: text.span, ...(hint && { hint }) }];
}

/** A minister may be a prince, and a prince no less than that. */
function isFit(style: Rank, rank: Rank): boolean {
  if (rank === 'none') return false;
  return !STYLED_RANKS.has(rank) || RANKS.indexOf(style) <= RANKS.indexOf(rank);
}

/** A salutation that does not call by its style who has one by birth or in a church. */
function styleConflict(salutation: Text, { styles, language, gender }: Addressing): Diagnostic[] {
  for (const { value } of styles) {
    const style = styleOf(value, language);
    if (!style?.rank) continue;
    const own = calledAs(style.rank, language);
    if (own.some((called) => salutation.value.includes(called))) return [];
    const message = `“${salutation.value}” does not go with the style “${value}”`;
    const vocative = style.salutation ?? languagePack(language).ranks[style.rank].salutation;
    const called = gendered(vocative, gender?.value ?? 'male').replace(FINAL_MARK, '');
    const hint = `who is styled so is addressed as “${called}”`;
    const { span } = salutation;
    return [{ severity: 'warning', code: 'salutation-rank', message, span, hint }];
  }
  return [];
}

function styleOf(style: string, language: Language): OwnStyle | undefined {
  return languagePack(language).styles.find(({ is, only }) => !only && is.test(style));
}

/** Whether the text is just how some rank is addressed. */
function isOfOther({ value }: Text, language: Language): boolean {
  const own = value.replace(FINAL_MARK, '');
  return RANKS.some((rank) => stylesOf(rank, language).includes(own));
}

const FINAL_MARK = /[,،:：]\s*$/u;

/** All that a person of the rank may be called. */
function calledAs(rank: Rank, language: Language): string[] {
  const { others = [] } = languagePack(language).ranks[rank];
  return [...new Set([...stylesOf(rank, language), ...others])];
}

function stylesOf(rank: Rank, language: Language): string[] {
  const { style, salutation } = languagePack(language).ranks[rank];
  const forms = GENDERS.flatMap((gender) => [
    ...(style === undefined ? [] : [gendered(style, gender)]),
    gendered(salutation, gender),
  ]);
  return [...new Set(forms)]
    .filter((form) => !form.includes('{'))
    .map((form) => form.replace(FINAL_MARK, ''))
    .filter((form) => form !== '');
}
