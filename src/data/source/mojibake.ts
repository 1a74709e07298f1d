/**
 * Text that a program decoded wrongly before it came here: UTF-8 read in an encoding of 8 bits, an encoding of 8 bits
 * read in another. Encoding it back gives what it was; that this yields letters which can stand together is the proof.
 */
import { byteOf, bytesOf, type CodePage, charactersOf, reread } from './code-pages.ts';

/** Where a text was garbled, and what it probably was. */
export interface Garbled {
  /** Index in the value, in code units. */
  readonly index: number;
  /** The whole value, with a question mark for what cannot be known. */
  readonly meant?: string;
}

/** Nothing for nearly every value: letters such as ã, Å or Ñ are no sign of anything by themselves. */
export function findGarbled(value: string): Garbled | undefined {
  if (!/[^\0-\x7f]/.test(value)) return undefined;
  const pages = pagesOf(value);
  const readings = [...pages.map((page) => readAsOther(value, page)), wholeWords(value)];
  const found = readings.filter((one) => one !== undefined);
  if (found.length === 0) return lostBytes(value) ?? signsInWords(value) ?? replaced(value);
  return found.reduce((best, one) => (oddness(one) < oddness(best) ? one : best));
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Devanagari'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** How little a text looks like one of some language. */
function oddness({ meant }: Garbled): number {
  if (meant === undefined) return Infinity;
  const signs = meant.match(/[^\0-\x7f\p{L}\p{M}«»‘’“”–—…·]|\?/gu)?.length ?? 0;
  const capitals = meant.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return signs + capitals + 2 * SCRIPTS.filter((script) => script.test(meant)).length;
}

// ── UTF-8 read in an encoding of 8 bits ────────────────────────────────────────────────────────

const READ_IN: readonly CodePage[] = [
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'macintosh',
  'ibm850',
  'ibm437',
];
const sequences = new Map<CodePage, RegExp>();
/** By UTF-16 unit, a bit for each page: begins a sequence of two bytes, begins a longer one, goes on with one. */
let roles: readonly [short: Uint8Array, long: Uint8Array, next: Uint8Array] | undefined;

function rolesOfCharacters() {
  if (roles) return roles;
  const [short, long, next] = [0, 0, 0].map(() => new Uint8Array(0x10000));
  roles = [short ?? NONE, long ?? NONE, next ?? NONE];
  READ_IN.forEach((page, index) => {
    for (const [character, byte] of bytesOf(page)) {
      const role = byte < 0xc0 ? next : byte < 0xe0 ? short : long;
      const unit = character.charCodeAt(0);
      if (role) role[unit] = (role[unit] ?? 0) | (1 << index);
    }
  });
  return roles;
}

const NONE = new Uint8Array();

/** Encodings in which a value has what may be such a sequence; none for nearly every value, and asked of every value. */
function pagesOf(value: string): CodePage[] {
  const [short, long, next] = rolesOfCharacters();
  let pages = 0;
  for (let index = 1; index < value.length; index++) {
    const follows = next[value.charCodeAt(index)] ?? 0;
    if (follows === 0) continue;
    pages |= follows & (short[value.charCodeAt(index - 1)] ?? 0);
    pages |=
      follows & (long[value.charCodeAt(index - 1)] ?? 0) & (next[value.charCodeAt(index + 1)] ?? 0);
  }
  return pages === 0 ? [] : READ_IN.filter((_, index) => pages & (1 << index));
}

function sequencesOf(page: CodePage): RegExp {
  const known = sequences.get(page);
  if (known) return known;
  const [two, three, four, next] = [
    [0xc2, 0xdf],
    [0xe0, 0xef],
    [0xf0, 0xf4],
    [0x80, 0xbf],
  ].map(([from = 0, to = 0]) => `[${charactersOf(from, to, page)}]`);
  const pattern = new RegExp(`${two}${next}|${three}${next}{2}|${four}${next}{3}`, 'gu');
  sequences.set(page, pattern);
  return pattern;
}

/** A sequence of UTF-8 (RFC 3629, 4) as an encoding of 8 bits shows it. */
interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  /** It alone is a proof. */
  readonly strong: boolean;
}

function readAsOther(value: string, page: CodePage): Garbled | undefined {
  const found = sequencesIn(value, page);
  const [first] = found;
  if (!first) return undefined;
  const meant = replacedBy(value, found);
  // A program may have read it wrongly more than once.
  const again = readAsOther(meant, page)?.meant ?? meant;
  return { index: first.start, meant: withoutLone(again) };
}

/** Those that are proofs by themselves or as neighbours, and with them all others of the value. */
function sequencesIn(value: string, page: CodePage): Sequence[] {
  const all: Sequence[] = [];
  for (const { 0: found, index } of value.matchAll(sequencesOf(page))) {
    const character = decoded(found, page);
    if (!PLAUSIBLE.test(character)) continue;
    const end = index + found.length;
    all.push({ start: index, end, character, strong: isStrong(found, character, value, index) });
  }
  const isProof = all.some(
    ({ strong, end, character }, at) =>
      strong || (all[at + 1]?.start === end && areAlike(character, all[at + 1]?.character ?? '')),
  );
  return isProof ? all : [];
}

function decoded(found: string, page: CodePage): string {
  const bytes = [...found].map((character) => byteOf(character, page) ?? 0);
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** Characters of orthographies; what is of phonetics or of scripts long dead has been decoded by chance. */
const PLAUSIBLE = new RegExp(
  [
    '^[\\u0080-\\u017f\\u018f\\u01a0\\u01a1\\u01af\\u01b0\\u0218-\\u021b\\u0259\\u0300-\\u0304\\u0386-\\u03ce',
    '\\u0400-\\u045f\\u0490-\\u0493\\u049a\\u049b\\u04a2\\u04a3\\u04ae-\\u04b1\\u04d8\\u04d9\\u04e8\\u04e9\\u0531-\\u0587',
    '\\u05d0-\\u05ea\\u060c-\\u06d5\\u0660-\\u0669\\u06f0-\\u06f9\\u0900-\\u0dff\\u0e01-\\u0eff\\u10d0-\\u137f\\u1780-\\u17ff',
    '\\u1ea0-\\u1ef9\\u2010-\\u2026\\u202f-\\u203a\\u20ac\\u2116\\u2122\\u3001-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3',
    '\\ufb50-\\ufdff\\ufe70-\\ufefc\\uff01-\\uffef\\u{1f1e6}-\\u{1faff}]$',
  ].join(''),
  'u',
);

/** What may follow a capital or an accented letter in sound text: quotes, dashes, dots, spaces and small signs. */
const CLOSING = /^[\u00a0«»‘’“”‚„‹›…–—·™®©°²³¹ºª\u00ad،؛؟]+$/u;
const PUNCTUATION = /[\u2010-\u2026]/u;

/**
 * `Ã©` and `â€™` are strong. A capital at the end of its word may well be followed by a sign: « OÙ… », “AMANHÔ, CAFÉ™;
 * letters follow each other in every encoding whose upper half is an alphabet.
 */
function isStrong(found: string, character: string, value: string, index: number): boolean {
  const [lead = '', ...rest] = found;
  const next = rest.join('');
  const before = value.slice(0, index);
  const after = value.slice(index + found.length);
  if (PUNCTUATION.test(character) && /^(?:â€|вЂ|‚Ä|ΓÇ|ÔÇ)/u.test(found)) return true;
  if (/\p{Cc}/u.test(character)) return false;
  if (character > '\ud800' && /\p{Extended_Pictographic}/u.test(character)) return true;
  if (/[–—“”‘’…«»\u00a0×÷◊øŒœÿŸ]/u.test(lead)) return false;
  // A sign that no language has in words, such as √ or ├.
  if (!/\p{L}/u.test(lead)) return /[\p{Sm}\p{So}¬]/u.test(lead);
  if (!LATIN.test(lead)) return LATIN_END.test(before) || LATIN_START.test(after);
  if (/\p{L}/u.test(next)) return false;
  return !CLOSING.test(next) || isInside(found, character, before, after);
}

/** MÃ–LLER, Ã–sterreich, à alone; but not “A, Ä–Ö”. */
function isInside(found: string, character: string, before: string, after: string): boolean {
  if (/^\p{Lu}/u.test(found) && /\p{Ll}$/u.test(before)) return true;
  if (/^(?:[ÃÂ]\u00a0|Â[©®°])$/u.test(found)) return !/\p{Lu}$/u.test(before);
  const isInWord = found.startsWith('Ã') || /\p{L}$/u.test(before) || /^\p{Ll}/u.test(after);
  return isInWord && LATIN.test(character) && LATIN_START.test(after);
}

const LATIN = /\p{Script=Latin}/u;
const LATIN_START = /^\p{Script=Latin}/u;
const LATIN_END = /\p{Script=Latin}$/u;

/** Two neighbours that chance has brought together are seldom of one script. */
function areAlike(a: string, b: string): boolean {
  if (/[\u0080-\u00ff]/.test(a)) return /[\u0080-\u017f]/.test(b);
  const script = SCRIPTS.find((one) => one.test(a));
  return script ? script.test(b) : a >= '\u0500' && b >= '\u0500';
}

function replacedBy(value: string, found: readonly Sequence[]): string {
  let out = '';
  let done = 0;
  for (const { start, end, character } of found) {
    out += value.slice(done, start) + character;
    done = end;
  }
  return out + value.slice(done);
}

/** Of five bytes Windows-1252 has no character: of Ð and such a byte Ð may be all that is left. */
function withoutLone(meant: string): string {
  return /\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Greek}/u.test(meant)
    ? meant.replace(/[ÐÑØÙÎÏ](?![a-z])[\u0080-\u009f]?/gu, '?')
    : meant;
}

const LOST_A = /(?<=\p{Ll})Ã|(?<![\p{L}\p{P}])Ã(?= \p{Ll})/gu;

/** `GarcÃa`, `VoilÃ`: the no-break space of à and the soft hyphen of í are easily lost. */
function lostBytes(value: string): Garbled | undefined {
  if (!/[ÃÂ]/.test(value)) return undefined;
  const match = /(?<=\p{Ll})[ÃÂ]|(?<![\p{L}\p{P}])Ã(?= \p{Ll})/u.exec(value);
  if (!match) return undefined;
  const meant = value.replace(/(?<=\p{Ll})Ã(?=\p{Ll})/gu, 'í').replace(LOST_A, 'à');
  return { index: match.index, ...(meant !== value && { meant }) };
}

// ── An encoding of 8 bits read in another ──────────────────────────────────────────────────────

const WORD = /[\p{L}\p{M}]+/gu;
/** Letters that Windows-1252 has where other encodings have an alphabet. */
const UPPER = /^[À-ÖØ-öø-ÿ]+$/u;

/** `Àííà`, `ÑÇäíÇ`: no language has words, and a text of words, of accented letters alone. */
function wholeWords(value: string): Garbled | undefined {
  if (!/[À-ÿ]{3}/u.test(value)) return undefined;
  const words = [...value.matchAll(WORD)].map(([word]) => word);
  const foreign = words.filter((word) => UPPER.test(word));
  const first = foreign[0] ?? '';
  const longest = Math.max(...foreign.map((word) => word.length), 0);
  const isAll = foreign.length === words.length && (words.length > 1 || longest > 3);
  if (longest < 3 || (!isAll && longest < 5)) return undefined;
  const meant = alphabetOf(foreign).flatMap((page) => {
    const text = reread(value, 'windows-1252', page);
    return text !== undefined && !text.includes('\ufffd') ? [text] : [];
  })[0];
  return { index: value.indexOf(first), ...(meant !== undefined && { meant }) };
}

/** By the capitals: Cyrillic has them where Latin has, KOI8-R the other way round; Arabic and Hebrew have none. */
function alphabetOf(words: readonly string[]): CodePage[] {
  const all = (shape: RegExp) => words.every((word) => shape.test(word));
  if (all(/^\p{Ll}\p{Lu}+$/u)) return ['koi8-r', 'windows-1256'];
  if (all(/^(?:\p{L}\p{Ll}*|[\p{Lu}ß]+)$/u)) {
    const isHebrew = words.length > 0 && all(/^[à-ú]+$/u);
    return [isHebrew ? 'windows-1255' : 'windows-1251', 'windows-1251', 'windows-1256'];
  }
  return ['windows-1256', 'windows-1251'];
}

/** What most values have none of, to save the time of the next. */
const SIGN = /[¤¥¦¬±¸¹³¼½¾¢£†‡‰‚„ƒ¿¡§¯À-Þ]/;
const IN_WORD = /\p{L}[¤¥¦¬±¸¹³¼½¾¢£†‡‰‚„ƒ¿¡§¯](?=\p{Ll})|\p{Ll}[À-Þ](?!\p{L})/u;
const LATIN_PAIRS: readonly (readonly [read: CodePage, written: CodePage])[] = [
  ['ibm850', 'windows-1252'],
  ['macintosh', 'windows-1252'],
  ['windows-1252', 'ibm850'],
  ['windows-1252', 'macintosh'],
];

/** `Mu±oz`, `M¸ller`: a sign in the middle of a word is a letter of another encoding. */
function signsInWords(value: string): Garbled | undefined {
  if (!SIGN.test(value)) return undefined;
  const match = IN_WORD.exec(value);
  if (!match) return undefined;
  for (const [read, written] of LATIN_PAIRS) {
    const meant = reread(value, read, written);
    const foreign = meant?.match(/[^\0-\x7f]/gu) ?? ['?'];
    if (meant === undefined || !foreign.every((one) => /[à-öø-ÿœß]/u.test(one))) continue;
    return { index: match.index + match[0].length - 1, meant };
  }
  return { index: match.index + match[0].length - 1 };
}

function replaced(value: string): Garbled | undefined {
  const index = value.indexOf('\ufffd');
  return index < 0 ? undefined : { index };
}
