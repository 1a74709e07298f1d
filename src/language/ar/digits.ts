/** Digits of Arabic letters. */
import { findAddresses } from '../addresses.ts';

/**
 * Tokens that keep European digits: telephone numbers, and symbols such as A/RES/80/173 or WSIS+20
 * (letters and digits joined by a sign). Addresses are found separately.
 */
const FIXED =
  /\+\d{1,3}(?:[ \u00A0\u202F.-]?\(?\d+\)?){2,}|(?=[\w/+.-]*[A-Za-z])[A-Za-z0-9]+(?:[-/+.][A-Za-z0-9]+)+|[A-Za-z]+\d+|\d+[A-Za-z]+/gu;

/** 0-9 as ٠-٩ (U+0660 ff.) in words and dates; not in addresses, telephone numbers and symbols. */
export function arabicDigits(text: string): string {
  if (!/\d/.test(text)) return text;
  const fixed = [...findAddresses(text), ...tokens(text)].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end } of fixed) {
    if (start < at) continue;
    out += convert(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return out + convert(text.slice(at));
}

function tokens(text: string) {
  return [...text.matchAll(FIXED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function convert(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}
