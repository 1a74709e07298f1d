/** Chinese ordinals: 第八十, 第一百零一. */
import { splitOrdinal } from '../ordinals.ts';

const DIGITS = '一二三四五六七八九';

export function ordinal(value: number): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  const { hundred, rest } = split;
  if (!hundred) return `第${belowHundred(rest, false)}`;
  if (rest === 0) return '第一百';
  return `第一百${rest < 10 ? '零' : ''}${belowHundred(rest, true)}`;
}

/** After a hundred, ten is 一十. */
function belowHundred(value: number, afterHundred: boolean): string {
  const ten = Math.floor(value / 10);
  const one = DIGITS.charAt((value % 10) - 1);
  if (ten === 0) return one;
  return `${ten === 1 && !afterHundred ? '' : DIGITS.charAt(ten - 1)}十${value % 10 === 0 ? '' : one}`;
}
