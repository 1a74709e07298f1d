/** Columns that hold words of closed lists. */
import { LANGUAGES } from '../../language/languages.ts';
import type { Gender } from '../../model.ts';
import { CATEGORIES, GENDERS, RANKS } from '../../vocabulary.ts';
import type { Parser } from '../schema/reader.ts';
import { oneOf } from '../schema/values.ts';
import { placedValue } from '../source/placed.ts';
import { columnName } from './table.ts';

/** Closed words may be written with capitals and spaces in a spreadsheet: `Private sector`. */
function word<T>(parse: Parser<T>): Parser<T> {
  // A list repeats few words many times; one that is wrong is reported each time.
  const known = new Map<string, T>();
  return (text, problems) => {
    const { value } = text;
    const before = known.get(value);
    if (before !== undefined) return before;
    const own = problems.fork();
    const found = parse(placedValue(columnName(value), text), own);
    if (found !== undefined && own.isEmpty) known.set(value, found);
    return found;
  };
}

const anyGender = oneOf(GENDERS, 'unknown-gender', 'gender', 'female');
/** Databases keep one letter. */
const gender: Parser<Gender> = (text, problems) => {
  if (text.value === 'm') return 'male';
  return text.value === 'f' ? 'female' : anyGender(text, problems);
};

export const PARSERS = {
  category: word(oneOf(CATEGORIES, 'unknown-category', 'category')),
  language: word(oneOf(LANGUAGES, 'unknown-language', 'language of letters')),
  gender: word(gender),
  rank: word(oneOf(RANKS, 'unknown-rank', 'rank', 'none')),
};
