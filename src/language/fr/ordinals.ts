/** French ordinals: « premier », « vingt et unième », « quatre-vingt-onzième ». */
import { type OrdinalGender, splitOrdinal } from '../ordinals.ts';

/** Of 1 to 19 inside a longer number; 1 alone is « premier ». */
const ONES =
  `unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
  onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième
  dix-neuvième`.split(/\s+/);
/** From 20; 70 and 90 count on from 60 and 80. */
const TENS: Readonly<Record<number, string>> = {
  20: 'vingt',
  30: 'trente',
  40: 'quarante',
  50: 'cinquante',
  60: 'soixante',
  80: 'quatre-vingt',
};

export function ordinal(value: number, gender: OrdinalGender): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  if (value === 1) return gender === 'female' ? 'première' : 'premier';
  const { hundred, rest } = split;
  if (rest === 0) return 'centième';
  return `${hundred ? 'cent ' : ''}${belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 20) return ONES[value - 1] ?? '';
  const base = value < 60 ? value - (value % 10) : value < 80 ? 60 : 80;
  const ten = TENS[base] ?? '';
  const rest = value - base;
  if (rest === 0) return `${ten.replace(/e$/, '')}ième`;
  const joinsByEt = base < 80 && (rest === 1 || rest === 11);
  return `${ten}${joinsByEt ? ' et ' : '-'}${ONES[rest - 1]}`;
}
