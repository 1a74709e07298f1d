/** Whether a person's gender and rank agree with the words that the data puts before the name. */
import type { Diagnostic } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import { gendered } from '../language/pack.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { Gender, Language, Located, Rank, Text } from '../model.ts';
import { GENDERS } from '../vocabulary.ts';

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
  return [
    ...texts.flatMap((text) => genderConflict(text, addressing)),
    ...ranked.flatMap((text) => rankConflict(text, addressing)),
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

/** A style of another rank than the person's; honours for somebody of no rank, or none where they are due. */
function rankConflict(text: Text, { rank, language }: Addressing): Diagnostic[] {
  if (!rank) return [];
  const own = stylesOf(rank.value, language);
  if (own.some((style) => text.value.includes(style))) return [];
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

/** Whether the text is just how some rank is addressed. */
function isOfOther({ value }: Text, language: Language): boolean {
  const ranks = Object.keys(languagePack(language).ranks) as Rank[];
  return ranks.some((rank) => stylesOf(rank, language).includes(value.replace(/[,،:：]\s*$/u, '')));
}

function stylesOf(rank: Rank, language: Language): string[] {
  const { style, salutation } = languagePack(language).ranks[rank];
  const forms = GENDERS.flatMap((gender) => [
    ...(style === undefined ? [] : [gendered(style, gender)]),
    gendered(salutation, gender),
  ]);
  return [...new Set(forms)]
    .filter((form) => !form.includes('{'))
    .map((form) => form.replace(/[,،:：]\s*$/u, ''))
    .filter((form) => form !== '');
}
