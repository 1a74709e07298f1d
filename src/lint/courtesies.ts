/** Whether a person's gender and rank agree with the words that the data puts before the name. */
import type { Diagnostic } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import { gendered } from '../language/pack.ts';
import type { Gender, Language, Located, Rank, Text } from '../model.ts';

/** The words themselves, of the data; what is composed from gender and rank agrees by itself. */
export interface Addressing {
  readonly language: Language;
  readonly gender?: Located<Gender> | undefined;
  readonly rank?: Located<Rank> | undefined;
  /** Style and courtesy. */
  readonly styles: readonly Text[];
  readonly salutation?: Text | undefined;
}

type Words = Readonly<Record<Gender, RegExp>>;

const LATIN: Readonly<Record<'en' | 'fr' | 'es', Words>> = {
  en: { female: /\b(?:Ms|Mrs|Miss|Madam|Her)\b/, male: /\b(?:Mr|Sir|His)\b/ },
  fr: {
    female: /(?<!\p{L})(?:Madame|Mme|Mademoiselle)(?!\p{L})/u,
    male: /(?<!\p{L})(?:Monsieur|M\.)(?!\p{L})/u,
  },
  es: {
    female: /(?<!\p{L})(?:Señora|Sra\.?|Estimada|Excelentísima|Doctora|Dra\.)(?!\p{L})/u,
    male: /(?<!\p{L})(?:Señor|Sr\.?|Estimado|Excelentísimo|Doctor|Dr\.)(?!\p{L})/u,
  },
};
const WORDS: Readonly<Record<Language, Words>> = {
  ...LATIN,
  ar: {
    female: /(?<!\p{L})(?:ال)?(?:سيدة|دكتورة|مهندسة|سفيرة|وزيرة|أستاذة)(?!\p{L})/u,
    male: /(?<!\p{L})(?:ال)?(?:سيد|دكتور|مهندس|سفير|وزير|أستاذ)(?!\p{L})/u,
  },
  ru: {
    female: /(?<!\p{L})(?:госпожа|госпоже|уважаемая|г-жа|г-же)(?!\p{L})/iu,
    male: /(?<!\p{L})(?:господин|господину|уважаемый|г-н|г-ну)(?!\p{L})/iu,
  },
  zh: { female: /女士|小姐/u, male: /先生/u },
};

export function lintAddressing(addressing: Addressing): Diagnostic[] {
  const { styles, salutation, language } = addressing;
  const texts = [...styles, ...(salutation ? [salutation] : [])];
  // A courtesy such as Mr says nothing of rank.
  const ranked = texts.filter((text) => text === salutation || HONOURS[language].test(text.value));
  return [
    ...texts.flatMap((text) => genderConflict(text, addressing)),
    ...ranked.flatMap((text) => rankConflict(text, addressing)),
  ];
}

const OTHER: Readonly<Record<Gender, Gender>> = { female: 'male', male: 'female' };

/** A word of the other gender alone; « Madame, Monsieur » has one of each. */
function genderConflict(text: Text, { gender, language }: Addressing): Diagnostic[] {
  if (!gender) return [];
  const words = WORDS[language];
  const own = words[gender.value].test(text.value);
  if (own || !words[OTHER[gender.value]].test(text.value)) return [];
  const message = `“${text.value}” does not go with the gender "${gender.value}"`;
  return [{ severity: 'warning', code: 'salutation-gender', message, span: text.span }];
}

/** Words that only those of high rank are called by. */
const HONOURS: Readonly<Record<Language, RegExp>> = {
  ar: /(?<!\p{L})(?:ال)?(?:معالي|سعادة|فخامة|دولة|سمو|جلالة|وزيرة?|سفيرة?|رئيسة?)(?!\p{L})/u,
  en: /excellen|highness|majesty|minister|president|ambassador/i,
  fr: /excellence|altesse|majesté|ministre|président|ambassad/i,
  es: /excelen|alteza|majestad|ministr|president|embajador/i,
  ru: /превосходительств|высочеств|величеств|министр|президент|посол/i,
  zh: /阁下|殿下|陛下|部长|总统|大使/u,
};

/** A style of another rank than the person's; honours for somebody of no rank, or none where they are due. */
function rankConflict(text: Text, { rank, language }: Addressing): Diagnostic[] {
  if (!rank) return [];
  const own = stylesOf(rank.value, language);
  if (own.some((style) => text.value.includes(style))) return [];
  const { ranks } = languagePack(language);
  const isHonour = HONOURS[language].test(text.value);
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
  const genders: readonly Gender[] = ['female', 'male'];
  const forms = genders.flatMap((gender) => [
    ...(style === undefined ? [] : [gendered(style, gender)]),
    gendered(salutation, gender),
  ]);
  return [...new Set(forms)]
    .filter((form) => !form.includes('{'))
    .map((form) => form.replace(/[,،:：]\s*$/u, ''))
    .filter((form) => form !== '');
}
