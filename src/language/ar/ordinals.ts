/** Arabic ordinals with their article: الثالثة، الحادية والعشرون, and الثمانين in the oblique cases. */
import { type OrdinalForm, type OrdinalGender, splitOrdinal } from '../ordinals.ts';

const MALE = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const FEMALE =
  'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ');
/** From 20, without the ending that tells the case. */
const TENS = 'العشر الثلاث الأربع الخمس الست السبع الثمان التسع'.split(' ');

export function ordinal(
  value: number,
  gender: OrdinalGender,
  { wanted = 'plain' }: OrdinalForm = {},
): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  const { hundred, rest } = split;
  if (rest === 0) return 'المائة';
  const word = belowHundred(rest, gender === 'female', wanted === 'plain' ? 'ون' : 'ين');
  return hundred ? `${word} بعد المائة` : word;
}

function belowHundred(value: number, female: boolean, ending: string): string {
  const ones = female ? FEMALE : MALE;
  if (value <= 10) return ones[value - 1] ?? '';
  const one = value % 10;
  const compound = one === 1 ? (female ? 'الحادية' : 'الحادي') : ones[one - 1];
  if (value < 20) return `${compound} ${female ? 'عشرة' : 'عشر'}`;
  const ten = `${TENS[Math.floor(value / 10) - 2]}${ending}`;
  return one === 0 ? ten : `${compound} و${ten}`;
}
