/** Ranges of numbers in mail, where the program that shows it works out the order (UAX #9). */

/** A range in European digits: `6-10`, `14:30-15:30`. */
export const RANGE = /^(\d[\d.,:/]*)([-–]\d[\d.,:/]*)$/;
const RIGHT_TO_LEFT_MARK = '\u200f';

/** The range with its first number at the right: a mark at the hyphen keeps rule W4 from making one number of both. */
export function rangeFromRight(text: string): string {
  return text.replace(RANGE, `$1${RIGHT_TO_LEFT_MARK}$2`);
}
