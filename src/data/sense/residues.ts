/**
 * What other programs leave in a cell: errors of spreadsheets, words for "nothing" of databases and programming languages,
 * markup of web pages, codes of word processors.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { dayOfSerial, isoDate } from '../schema/values.ts';
import type { Slip } from './slip.ts';

/** What a text is for decides which words can be meant in earnest: `line` is one of an address, of `any` little is known. */
export type Kind = 'text' | 'line' | 'organisation' | 'name' | 'family-name' | 'any';

/** Nearly no value has any of these signs, and is no word of a program. */
const SUSPECT = /[#&<\\^]|^[='#]|_x|Err:|[%=][0-9A-F]{2}|=\?/;

/** The residue of a program in a value; undefined of nearly all. */
export function findResidue(value: string, kind: Kind): Slip | undefined {
  const marked = SUSPECT.test(value)
    ? (spreadsheetError(value) ?? markup(value) ?? codes(value))
    : undefined;
  return marked ?? nothing(value, kind) ?? number(value, kind);
}

function residue(index: number, message: string, hint: string): Slip {
  return { severity: 'error', code: 'residue', index, message, hint };
}

// ── Spreadsheets ───────────────────────────────────────────────────────────────────────────────

/** Of Excel in English, Google and LibreOffice, and with the signs of Spanish, wherever they stand. */
const ERROR =
  /(?<![\p{L}\p{N}/])(?:#N\/A|#REF!|#NAME\?|#VALUE!|#DIV\/0!|#NULL!|#NUM!|#SPILL!|#CALC!|#FIELD!|#GETTING_DATA|#BLOCKED!|#CONNECT!|#BUSY!|#UNKNOWN!|#EXTERNAL!|#PYTHON!|#TIMEOUT!|#ERROR!|#[¡¿]\p{Lu}[\p{Lu}/0]*[!?]?|Err:5\d\d)(?![\p{L}\p{N}])/u;
/** Of Excel in other languages: some may be tags, and are errors only as a whole cell. */
const LOCALISED = [
  'N/[ABDT]!?|I/T|Н/Д|NV|YOK|HIÁNYZIK|NENÍ_K_DISPOZICI',
  // German, French, Italian, Portuguese, Dutch
  'BEZUG!|WERT!|ZAHL!|ÜBERLAUF!|NOM\\?|VALEUR!|NOMBRE!|NUL!|PROPAGATION!|DISPERSION!|EPARS!|RIF!|VALORE!|NOME\\?|NULLO!|VALOR!|NÚM!|NULO!',
  'DESPEJAR!|VERW!|WAARDE!|GETAL!|NAAM\\?|LEEG!',
  // Russian, Polish, Czech, Hungarian, Turkish, Nordic
  'ССЫЛКА!|ЗНАЧ!|ЧИСЛО!|ИМЯ\\?|ПУСТО!|ДЕЛ/0!|ПЕРЕНОС!|ADR!|ARG!|LICZBA!|NAZWA\\?|ZERO!|DZIEL/0!|ODKAZ!|HODNOTA!|NÁZEV\\?|HIV!|ÉRTÉK!',
  'SZÁM!|NÉV\\?|NULLA!|ZÉRÓOSZTÓ!|BAŞV!|DEĞER!|SAYI!|AD\\?|BOŞ!|SAYI/0!|REFERENS!|VÄRDEFEL!|OGILTIGT!|NAMN\\?|SAKNAS!|SKÄRNING!',
  'DIVISION/0!|REFERENCE!|VÆRDI!|VERDI!|NAVN\\?|VIITTAUS!|ARVO!|LUKU!|NIMI\\?|TYHJÄ!|JAKO/0!|PUUTTUU!',
].join('|');
const WHOLE_ERROR = new RegExp(`^#(?:${LOCALISED})$|^#{3,}$`, 'u');

function spreadsheetError(value: string): Slip | undefined {
  const match = WHOLE_ERROR.exec(value) ?? ERROR.exec(value);
  if (!match) return undefined;
  const [found] = match;
  if (found.startsWith('##')) {
    const hint = 'make the column wider, and copy the cell again';
    return residue(
      match.index,
      `“${found}” is what a spreadsheet shows of a cell that is too narrow`,
      hint,
    );
  }
  const hint = 'mend the formula in the spreadsheet, or leave the cell empty';
  return residue(match.index, `“${found}” is an error of a spreadsheet`, hint);
}

// ── Markup and codes ───────────────────────────────────────────────────────────────────────────

/** `&T;` of `R&D; AT&T;` is none: names of entities have two letters at least. */
const ENTITY =
  /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|&(?:amp|nbsp|quot|lt|gt)(?![\w;=])/i;
const ENTITIES = new RegExp(ENTITY, 'gi');
const ELEMENT =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|u|ul|o:p)(?:\s[^<>]*)?\s*\/?>|<!--|<!\[CDATA\[/i;
const ELEMENTS = new RegExp(ELEMENT, 'gi');

function markup(value: string): Slip | undefined {
  const entity = entityIn(value);
  const element = ELEMENT.exec(value);
  const first = entity && (!element || entity.index < element.index) ? entity : element;
  if (!first) return undefined;
  const what = first === entity ? 'a code of a web page for a character' : 'markup of a web page';
  const meant = withoutMarkup(value);
  return residue(first.index, `“${first[0]}” is ${what}`, writeInstead(meant));
}

function entityIn(value: string): RegExpExecArray | undefined {
  for (const match of value.matchAll(ENTITIES))
    if (characterOf(match[0]) !== undefined) return match;
  return undefined;
}

/** The character of an entity; undefined if there is none of that name. */
function characterOf(entity: string): string | undefined {
  const name = entity.slice(1).replace(/;$/, '');
  const plain = name === 'NBSP' ? 'nbsp' : name;
  if (!name.startsWith('#')) return decodeNamedCharacterReference(plain) || undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The text that a browser would show; what was encoded twice is decoded twice. */
function withoutMarkup(value: string): string {
  let text = value;
  for (let round = 0; round < 3 && ENTITY.test(text); round++) {
    text = text.replace(ENTITIES, (entity) => characterOf(entity) ?? entity);
  }
  return inOneLine(text.replace(ELEMENTS, ' '));
}

interface CodeKind {
  readonly pattern: RegExp;
  readonly what: string;
  readonly decode: (found: string) => string;
}

const CODES: readonly CodeKind[] = [
  {
    pattern: /_x[0-9A-F]{4}_/g,
    what: 'a code of Excel for a character',
    decode: (found) => String.fromCharCode(Number.parseInt(found.slice(2, 6), 16)),
  },
  {
    pattern: /\\r\\n|\\n(?![a-z]*\\)|\\[rt](?=\p{Lu}|\s|$)/gu,
    what: 'a code for a line end or tab',
    decode: () => ' ',
  },
  {
    pattern: /\^p|\^[lt](?!\p{Ll})/gu,
    what: 'a code of Word for a line end or tab',
    decode: () => ' ',
  },
  {
    pattern: /(?:\\u[0-9a-f]{4})+/gi,
    what: 'a code of a program for letters',
    decode: (found) => JSON.parse(`"${found}"`) as string,
  },
  {
    pattern: /(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+|(?<=\p{L})%20(?=\p{L})/gu,
    what: 'a code of a web address for letters',
    decode: fromBytes,
  },
  {
    pattern: /(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)+/g,
    what: 'a code of e-mail for letters',
    decode: fromBytes,
  },
  {
    pattern: /=\?[\w-]+\?[QBqb]\?[^?]*\?=/g,
    what: 'a code of e-mail for a text',
    decode: () => '…',
  },
];

/** UTF-8 in hexadecimal digits after percent or equals signs. */
function fromBytes(found: string): string {
  const bytes = found.match(/[0-9A-F]{2}/g)?.map((hex) => Number.parseInt(hex, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes ?? []));
}

function codes(value: string): Slip | undefined {
  if (value.includes('://')) return undefined;
  for (const { pattern, what } of CODES) {
    const [found] = value.matchAll(pattern);
    if (!found) continue;
    const meant = CODES.reduce((text, one) => text.replaceAll(one.pattern, one.decode), value);
    return residue(found.index, `“${found[0]}” is ${what}`, writeInstead(inOneLine(meant)));
  }
  return formula(value);
}

/** `="00123"` keeps zeros in Excel, as an apostrophe does; elsewhere both are printed. */
function formula(value: string): Slip | undefined {
  const text = /^="(.*)"$/.exec(value)?.[1];
  if (text !== undefined)
    return residue(0, `“${value}” is a formula of a spreadsheet`, writeInstead(text));
  if (/^=\s*(?:[A-Z$]+\d|[A-ZÀ-Ý.]+\(|"|[A-Z]\w*!)/u.test(value)) {
    return residue(
      0,
      `“${value}” is a formula of a spreadsheet`,
      'copy the values, not the formulas',
    );
  }
  // ’68 Publishers, '90s: a year of two digits.
  const number = /^'(?!\d\d(?!\d|[.,\s-]*\d))([\d+=@-].*)$/.exec(value)?.[1];
  if (number === undefined) return undefined;
  const message = 'the apostrophe is the sign of a spreadsheet for “this is text”';
  return residue(0, message, writeInstead(number));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function writeInstead(meant: string): string {
  return meant === '' ? 'leave the cell empty' : `write “${meant}”`;
}

// ── Words for nothing ──────────────────────────────────────────────────────────────────────────

/** As programs write them; a person's name, or what is short for an organisation, has other capitals. */
const PROGRAM =
  /^(?:NULL|null|nan|NaN|-nan|undefined|UNDEFINED|nil|NaT|\(null\)|<null>|<NULL>|\[NULL\]|\(none\)|<NA>|\\N|N\/A|n\/a|n\.a\.|N\/D|n\/d|\(blank\)|\(empty\)|\[object \w+\]|System\.\S+)$/;
/** In whatever capitals, as no organisation is called. */
const NOWHERE =
  /^(?:null|none|nil|undefined|unknown|\(?n\/a\)?|not (?:available|applicable|known)|sin datos|no aplica|inconnu|néant|неизвестно|غير معروف|لا يوجد|غير متوفر|未知|不详)$/iu;
/** As no title and no courtesy is. */
const NOTHING = /^(?:nan|na|n\.a\.|missing|empty|blank|нет|无)$/iu;
const LEAVE_EMPTY = 'leave the cell empty, or write what is meant';
/** A dash or a dot in place of a text; some lost letters. */
const SIGNS = /^[\s\p{P}\p{S}]+$/u;

function nothing(value: string, kind: Kind): Slip | undefined {
  if (value.length > LONGEST) return undefined;
  if (PROGRAM.test(value)) return ofProgram(value);
  if (kind === 'any') return value === 'None' ? ofProgram(value) : undefined;
  if (SIGNS.test(value)) return onlySigns(value);
  const isName = kind === 'name' || kind === 'family-name';
  if (!isName && NOWHERE.test(value)) return ofProgram(value);
  if (kind === 'text' && NOTHING.test(value)) return ofProgram(value);
  // Of first and last name.
  if (/^(none|null|nan|undefined|n\/?a) \1$/i.test(value)) return ofProgram(value);
  // Somebody may be called Null, Nan or True; “None” alone is what Python writes.
  return kind === 'name' && value === 'None'
    ? { ...ofProgram(value), severity: 'warning' }
    : undefined;
}

const LONGEST = 24;

function ofProgram(value: string): Slip {
  return residue(0, `“${value}” is what a program writes where there is nothing`, LEAVE_EMPTY);
}

function onlySigns(value: string): Slip | undefined {
  // Three are reported where they are printed, as the place of a text that is missing.
  if (/^[?؟？\s]+$/u.test(value)) {
    if (/[?؟？]{3}/u.test(value)) return undefined;
    const hint = 'save the list as "CSV UTF-8 (Comma delimited)" from where the letters still are';
    return residue(0, `“${value}” stands in place of letters that a program has lost`, hint);
  }
  return residue(0, `“${value}” would be printed as it stands`, LEAVE_EMPTY);
}

const TRUTH = /^(?:TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO|ИСТИНА|ЛОЖЬ)$/;

const DATE = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/;

/** A number where a word belongs is a date or a code that a spreadsheet took for one, or a cell of another column. */
function number(value: string, kind: Kind): Slip | undefined {
  if (kind === 'family-name' || kind === 'any') return undefined;
  const isTruth = TRUTH.test(value);
  const isNumber = /^[+-]?\d+(?:[.,]\d+)*(?:E[+-]?\d+)?$/i.test(value) && !isOfDigits(value, kind);
  const isDate = DATE.test(value);
  if (!isTruth && !isNumber && !isDate) return undefined;
  const what = isTruth ? 'a truth value' : isDate ? 'a date' : 'a number';
  const message = `“${value}” is ${what} where words are expected`;
  const hint = isTruth || !/^\d{5}(?:\.\d+)?$/.test(value) ? LEAVE_EMPTY : serialHint(value);
  return { severity: 'warning', code: 'residue', index: 0, message, hint };
}

/** The Forty-Two of Paris, the 1871 of Chicago: organisations of few digits. Of addresses, a postal code or a house. */
function isOfDigits(value: string, kind: Kind): boolean {
  return kind === 'line'
    ? /^\d{1,10}$/.test(value)
    : kind === 'organisation' && /^\d{1,4}$/.test(value);
}

function serialHint(value: string): string {
  return `as a date of Excel it is ${isoDate(dayOfSerial(Number(value)))}: ${LEAVE_EMPTY}`;
}
