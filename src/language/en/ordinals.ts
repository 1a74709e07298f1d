/** English ordinals: "first", "twenty-first", "one hundred and first". */
import { splitOrdinal } from '../ordinals.ts';

const ONES = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
  thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

export function ordinal(value: number): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  const { hundred, rest } = split;
  if (rest === 0) return 'one hundredth';
  return `${hundred ? 'one hundred and ' : ''}${belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 20) return ONES[value - 1] ?? '';
  const ten = TENS[Math.floor(value / 10) - 2] ?? '';
  const one = value % 10;
  return one === 0 ? ten.replace(/y$/, 'ieth') : `${ten}-${ONES[one - 1]}`;
}
