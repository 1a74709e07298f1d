/** Spelling of Arabic in the data: Persian letters, tatweel, digits, and spaces around marks, as letters want them. */
import { latinDigits } from '../../language/digits.ts';
import type { Slip } from './slip.ts';

/** Letters of other languages in Arabic script: a word with one of them is no Arabic word. */
const OTHER_LANGUAGE = /[پچژگٹڈڑںےہھۀۃۆۇۈېڕڵێەڤڭڨ]/u;
/** Letters that only look like ي and ك where words end. */
const PERSIAN = /[یک]/u;
const PERSIAN_LETTERS = /[یک]/gu;

interface Rule {
  readonly pattern: RegExp;
  readonly what: string;
  readonly write: string | ((found: string) => string);
  readonly spares?: RegExp;
  /** What is done to the text first. */
  readonly before?: (text: string) => string;
}

const LETTER = '\\p{Script=Arabic}';
/** Words that end in ى, which Persian keyboards write as the letter that ي is written with. */
const ENDS_IN_ALIF =
  /(?<=(?:^|[^\p{L}])(?:ال|وال|بال|لل)?(?:مصطف|موس|[عی]یس|ل[یي]ل|هد|[یي]ح[یي]|سلم|منتد|ملتق|مستو|مستشف|کبر|كبر|عظم|أعل|إل|حت|لد))ی(?!\p{L})/gu;

const RULES: readonly Rule[] = [
  {
    pattern: PERSIAN_LETTERS,
    what: 'the text has Persian letters (ی, ک), which a search for the Arabic ones does not find',
    write: (found) => (found === 'ک' ? 'ك' : 'ي'),
    before: (text) => text.replace(ENDS_IN_ALIF, 'ى'),
    spares: OTHER_LANGUAGE,
  },
  {
    // ه‍ـ after a year, لـ before a Latin name and the like have no letter after it.
    pattern: /(?<=[\u0621-\u064a\u064b-\u0652])ـ+(?=[\u0621-\u063f\u0641-\u064a])/gu,
    what: 'a word is drawn out by tatweel (ـ), which searching does not find',
    write: '',
  },
  {
    pattern: /[۰-۹]/gu,
    what: 'the text has Persian digits',
    write: (found) => String.fromCharCode(found.charCodeAt(0) - 0x06f0 + 0x0660),
    spares: OTHER_LANGUAGE,
  },
  {
    pattern: /[٠-٩]+[0-9][٠-٩0-9]*|[0-9]+[٠-٩][٠-٩0-9]*/gu,
    what: 'a number has digits of two kinds',
    write: latinDigits,
  },
  {
    pattern: /[ \u00a0]+(?=[،؛؟](?!\d))|[ \u00a0]+(?=[.:](?:\s|$))/gu,
    what: 'a space stands before a mark',
    write: '',
  },
  {
    pattern: new RegExp(`(?<=${LETTER}[)»"]?)([،؛])(?=[(«"]?[\\p{L}\\d])`, 'gu'),
    what: 'no space stands after a mark',
    write: (found) => `${found} `,
  },
  {
    pattern: /(?<=[(«])[ \u00a0]+|(?<=\S)[ \u00a0]+(?=[)»](?!\p{L}))/gu,
    what: 'a space stands inside brackets or quotation marks',
    write: '',
  },
  {
    pattern: new RegExp(`(?<=${LETTER}{3})(?=\\(${LETTER})`, 'gu'),
    what: 'no space stands before a bracket',
    write: ' ',
  },
];

/** Nearly every text has none of these. */
const SUSPECT = /[یکـ۰-۹٠-٩،؛؟()«».:]/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * What is to be told of the spelling of a text in Arabic.
 *
 * @param keepsPersian the text is a name, whose bearer may be Persian or Pakistani: ی and ک are right
 */
export function findArabicSlip(value: string, keepsPersian: boolean): Slip | undefined {
  if (!ARABIC.test(value) || value.includes('://')) return undefined;
  const reversed = backwards(value);
  if (reversed) return reversed;
  if (!SUSPECT.test(value)) return undefined;
  const rules = RULES.filter((rule) => applies(rule, value, keepsPersian));
  const [first] = rules;
  if (!first) return undefined;
  const [found] = value.matchAll(first.pattern);
  const meant = rules.reduce((text, rule) => replaced(text, rule), value);
  return {
    severity: 'warning',
    code: 'arabic-spelling',
    index: found?.index ?? 0,
    message: first.what,
    hint: `write “${meant}”`,
  };
}

function applies({ pattern, spares }: Rule, value: string, keepsPersian: boolean): boolean {
  if (spares && (spares.test(value) || (keepsPersian && PERSIAN.test(value)))) return false;
  return value.search(pattern) >= 0;
}

function replaced(value: string, { pattern, write, before }: Rule): string {
  const text = before ? before(value) : value;
  return typeof write === 'string' ? text.replace(pattern, write) : text.replace(pattern, write);
}

/** ة and ى end words. Words that are in every list, backwards; the article with an ending of adjectives or plurals. */
const BACKWARDS =
  /^(?:ة|ى\p{L})|^(?:هللا|دمحم|دمحأ|دبع|ريزو|سيئر|ديسلا|روتكدلا|يلاعم|ريفسلا)$|^(?:ي|تا)\p{L}{2,}لا$/u;

/** Letters in the order of the page, which no shape gives away. */
function backwards(value: string): Slip | undefined {
  for (const { 0: word, index } of value.matchAll(/[\p{Script=Arabic}\p{Mn}]{3,}/gu)) {
    if (!BACKWARDS.test(word)) continue;
    const meant = [...value].reverse().join('');
    return {
      severity: 'warning',
      code: 'visual-order',
      index,
      message: `“${word}” seems to stand backwards: no Arabic word is written so`,
      hint: `if “${meant}” is meant, write that: it was probably copied from a PDF`,
    };
  }
  return undefined;
}
