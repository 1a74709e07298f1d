/** Fields of other programs for letters in series (Word, Mailchimp and the like), which nothing fills here. */
import { withoutAddresses } from './addresses.ts';

/** UTF-16 offsets, end exclusive. */
export interface MergeField {
  readonly start: number;
  readonly end: number;
  /** Handlebars' own braces, in a text that is no template. */
  readonly isTemplate: boolean;
}

/** Of what names of fields are made, in small letters: “First_Name”, “AddressLine1”. */
const WORDS = new Set(
  (
    'address adress block city code company contact country county courtesy date dear department email e-mail event family fax ' +
    'field first fname forename full function gender given greeting guest id invitee job last line lname mail middle mobile ' +
    'name next no number organisation organization participant phone position post postal postcode prefix rank recipient record ' +
    'salutation state street suffix sur surname tel telephone title town venue zip ' +
    'civilité adresse ville pays nom prénom prenom titre fonction société organisme destinataire ' +
    'apellido apellidos cargo ciudad dirección empresa nombre país tratamiento título destinatario ' +
    'имя фамилия отчество должность обращение организация адрес город страна ' +
    'الاسم اللقب المنصب العنوان الدولة البلد المنظمة الجهة الصفة ' +
    '姓名 职务 称谓 单位 国家 地址'
  ).split(' '),
);
/** English words that, alone and in guillemets, are quoted in no letter. */
const ALONE =
  /^(?:title|name|surname|forename|salutation|firstname|lastname|fullname|familyname|givenname|fname|lname|company|address|organi[sz]ation|jobtitle|addressblock|greetingline|recipient)\d?$/i;

/** The words of a name of a field: those of `firstName`, `First_Name`, `First Name`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.-]+|(?<=\p{L})(?=\d+$)/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
    .map((word) => word.toLowerCase());
}

function isFieldName(name: string): boolean {
  if (ALONE.test(name)) return true;
  if (/[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(name) && !/\s/.test(name)) return true;
  const words = wordsOf(name);
  return words.length > 1 && words.every((word) => WORDS.has(word));
}

/** A form that asks for a name may be quoted: le champ «Last name». */
const QUOTED_FORM =
  /(?:champs?|rubrique|case|colonne|поле|поля|графа|графу|графе|строка|строке|campos?|casilla|columna|fields?|box|column|headed|حقل|الحقل|خانة|الخانة|عمود|栏|字段)\s*(?:[«“"][^«»]{0,40}[»”"](?:\s*(?:,|and|et|y|и|و)\s*))*$/iu;

interface Form {
  /** A text without it has none. */
  readonly sign: string;
  readonly pattern: RegExp;
  /** What the first group must be; anything will do where it is left out. */
  readonly isField?: (name: string, before: string) => boolean;
  readonly isTemplate?: boolean;
}

const FORMS: readonly Form[] = [
  { sign: '{{', pattern: /\{{2,3}[^{}\n]*\}{0,3}/gu, isTemplate: true },
  { sign: '}}', pattern: /\}{2,3}/gu, isTemplate: true },
  {
    sign: '{',
    pattern: /[$#%@]?!?\{[%#/$@!:&^?.]?\s*(?:[\p{L}_][\p{L}\p{N}_.:|#/ -]{0,60}|\d{1,2})\s*%?\}/gu,
  },
  { sign: '｛', pattern: /｛[^｛｝]{1,60}｝/gu },
  {
    sign: '<<',
    pattern: /<<([^<>\n]{1,60})>>/gu,
    // “x << y, y >> z” compares.
    isField: (name) => !/^\s|\s$/.test(name) || isFieldName(name.trim()),
  },
  { sign: '<%', pattern: /<%[^<>\n]{1,80}%>/gu },
  { sign: '[%', pattern: /\[%[^[\]\n]{1,80}%\]/gu },
  { sign: '[[', pattern: /\[\[[^[\]\n]{1,60}\]\]/gu },
  { sign: '[', pattern: /\[([^[\]\n]{1,40})\]/gu, isField: isBracketedField },
  { sign: '«', pattern: /«([^«»\s](?:[^«»\n]{0,40}[^«»\s])?)»/gu, isField: isQuotedField },
  { sign: '|', pattern: /\*?\|[A-Z][A-Z0-9_:]{1,40}\|\*?/gu },
  {
    sign: '%',
    pattern: /(?<![\p{N}%])%{1,2}([A-Za-z_][\w.-]{0,40})%{1,2}(?![\p{L}\p{N}])/gu,
    isField: (name) => !/^[0-9A-F]{2}$/i.test(name),
  },
  {
    sign: '$',
    pattern: /(?<![\p{L}\p{N}$])\${1,2}([A-Za-z_]\w{2,40})\${1,2}(?![\p{L}\p{N}])/gu,
    isField: (name) => !/^[A-Z]{3}$/.test(name),
  },
  { sign: '@@', pattern: /@@[\p{L}_][\p{L}\p{N}_. -]{0,40}@@/gu },
  { sign: '##', pattern: /##[\p{L}_][\p{L}\p{N}_. -]{0,40}##/gu },
  { sign: 'MERGEFIELD', pattern: /(?<!\p{L})MERGEFIELD(?!\p{L})/gu },
  {
    sign: '_',
    pattern: /(?<![\p{L}\p{N}_])([A-Z]+(?:_[A-Z]+)+)(?![\p{L}\p{N}_])/gu,
    isField: (name) => wordsOf(name).every((word) => WORDS.has(word)),
  },
];

/** A text that is nothing but one word in guillemets is no quotation. */
const WHOLE = /^\s*«[A-Za-z][\w.-]{0,40}»\s*$/u;

/** Guillemets are quotation marks; without spaces, and around the name of a field, they are Word's. */
function isQuotedField(name: string, before: string): boolean {
  return isFieldName(name) && !QUOTED_FORM.test(before);
}

/** Square brackets have many uses: “[ISO_639]” is a source. */
function isBracketedField(name: string): boolean {
  return isFieldName(name) && (ALONE.test(name) || wordsOf(name).some((word) => WORDS.has(word)));
}

/** Two fields side by side, in any language: «Titre» «Nom». */
const SIDE_BY_SIDE = /«([^«»\s]{1,30})»[ \u00a0]?«([^«»\s]{1,30})»/gu;

const SUSPECT = /[{}｛«$%|_]|<[<%]|\[|@@|##|MERGEFIELD/;

/** The fields of a text in order; what looks like one in a web address is none. */
export function findMergeFields(text: string): MergeField[] {
  if (!SUSPECT.test(text)) return [];
  if (WHOLE.test(text)) {
    return [{ start: text.indexOf('«'), end: text.indexOf('»') + 1, isTemplate: false }];
  }
  const masked = withoutAddresses(text);
  const all = [...FORMS.flatMap((form) => fieldsOf(masked, form)), ...pairsIn(masked)];
  return all
    .filter((one, index) => !all.slice(0, index).some((earlier) => overlaps(one, earlier)))
    .sort((a, b) => a.start - b.start);
}

function fieldsOf(
  text: string,
  { sign, pattern, isField, isTemplate = false }: Form,
): MergeField[] {
  if (!text.includes(sign)) return [];
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
    if (isField && !isField(name, text.slice(Math.max(0, index - 80), index))) return [];
    return { start: index, end: index + whole.length, isTemplate };
  });
}

function pairsIn(text: string): MergeField[] {
  if (!text.includes('«')) return [];
  return [...text.matchAll(SIDE_BY_SIDE)].flatMap(({ 0: whole, 1: a = '', 2: b = '', index }) => {
    const isPair = [a, b].every((name) => WORDS.has(name.toLowerCase()));
    return isPair ? { start: index, end: index + whole.length, isTemplate: false } : [];
  });
}

function overlaps(one: MergeField, other: MergeField): boolean {
  return one.start < other.end && other.start < one.end;
}
