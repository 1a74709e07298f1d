/** Marks of Markdown's dialects, HTML and TeX that would be printed as they stand. */

import { withoutAddresses } from './addresses.ts';

/** UTF-16 offsets, end exclusive. */
export interface ForeignMark {
  readonly start: number;
  readonly end: number;
  /** What it would be, in the words of a message: “struck-through text”. */
  readonly what: string;
}

interface Pattern {
  /** A text without it has none. */
  readonly sign: string;
  readonly what: string;
  readonly pattern: RegExp;
}

/** Without spaces at its inner sides, as emphasis has none. */
const INNER = '(?=[^\\s_])[^_\\n]{1,200}?(?<=[^\\s_])';

const PATTERNS: readonly Pattern[] = [
  { sign: '**', what: 'bold', pattern: /(?<!\S)\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?!\*)/gu },
  // Blanks to be filled in by hand are rows of underscores.
  { sign: '__', what: 'bold', pattern: new RegExp(`(?<!_)__${INNER}__(?!_)`, 'gu') },
  {
    sign: '*',
    what: 'emphasis',
    pattern:
      /(?<![\p{L}\p{N}*])\*(?=[^\s*])[^*\n]{1,200}?(?:(?<=[^\s*])\*(?![\p{L}\p{N}*])|\s\*(?![\S]))/gu,
  },
  // `snake_case_name` and «ملف_الطلب_النهائي» are words.
  {
    sign: '_',
    what: 'emphasis',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_])_${INNER}_(?![\\p{L}\\p{N}_])|(?<=\\p{Lo})_(?=[\\p{P}\\p{S}])(?!_)[^_\\n]{1,200}?_|(?<!_)_(?=[^\\s_])[^_\\n]{0,200}?\\p{P}(?<!_)_(?=\\p{Lo})`,
      'gu',
    ),
  },
  { sign: '~~', what: 'struck-through text', pattern: /~~(?=\S)[^~\n]+~~/gu },
  { sign: '~', what: 'subscripts', pattern: /(?<=[\p{L}\p{N})])~[\p{L}\p{N}+()-]{1,10}~/gu },
  { sign: '^', what: 'superscripts', pattern: /(?<=[\p{L}\p{N})\]])\^[^\s^]{1,10}\^/gu },
  { sign: '==', what: 'marked text', pattern: /(?<!=)==(?=[^\s=])[^=\n]+==(?!=)/gu },
  {
    sign: '++',
    what: 'inserted text',
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]+(?<=[^\s+])\+\+(?![\p{L}\p{N}+])/gu,
  },
  { sign: '$$', what: 'formulas', pattern: /\$\$(?=[^\s$])[^$\n]+\$\$/gu },
  { sign: ':::', what: 'boxes', pattern: /^:::+/gmu },
  { sign: '[^', what: 'footnotes', pattern: /\[\^[^\]\s]{1,20}\]:?/gu },
  { sign: '^[', what: 'footnotes', pattern: /\^\[[^\]\n]+\]/gu },
  { sign: '[', what: 'tables of contents', pattern: /\[toc\]/giu },
  { sign: '[', what: 'page breaks', pattern: /\[(?:page[ -]?break|new[ -]?page)\]/giu },
];

/** What Markdown makes of a text of its own accord, so that it is left over only in texts that are none. */
const MARKDOWN: readonly Pattern[] = [
  {
    sign: '<',
    what: 'HTML',
    pattern:
      /<\/?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|li|ol|p|s|small|span|strong|sub|sup|table|t[dhr]|u|ul)(?:\s[^<>]*)?\s*\/?>|<!--/giu,
  },
  { sign: '](', what: 'links', pattern: /\[[^[\]\n]+\]\((?:https?:|www\.|mailto:)[^)\s]+\)/giu },
  { sign: '`', what: 'code', pattern: /(?<![\p{L}\p{N}`])`(?=[^\s`])[^`\n]*(?<=[^\s`])`(?!`)/gu },
  { sign: '#', what: 'headings', pattern: /^#{2,6}\s+\S/gu },
  { sign: '[', what: 'lists of tasks', pattern: /^\s*(?:[-*]\s+)?\[[ xX]\]\s/gu },
];

/** In a text whose escapes (`\*`) are resolved. */
const COMMANDS: readonly Pattern[] = [
  {
    sign: '\\',
    what: 'commands of TeX',
    pattern:
      /\\(?:page?break|newpage|clear(?:double)?page|newline|linebreak|[hv]fill|[hv]space|text(?:bf|it)|emph|underline|noindent|footnote|begin|end|item|section|par)(?![A-Za-z])|(?<![^\s(])\\[A-Za-z]{3,}(?![A-Za-z\\])/gu,
  },
  { sign: '\\', what: 'such sign for a line end', pattern: /\\[nrt](?![a-z])/gu },
];

const ENTITIES =
  'nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|copy|reg|trade|hellip|mdash|ndash|laquo|raquo|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|bull|middot|sect|para|deg|euro|pound|times|shy|zwnj|zwj|lrm|rlm|iexcl|iquest|ordf|ordm|oelig|aelig|szlig';
const ACCENTED = '[A-Za-z](?:acute|grave|circ|tilde|uml|ring|cedil|slash|caron)';
/** With its semicolon, or without where nothing else can be meant; `R&D;` and `AT&T;` are none. */
const ENTITY = new RegExp(
  `&(?:#\\d{1,7}|#x[\\da-f]{1,6}|([a-z]{2,8})|${ACCENTED});|(?<![\\p{L}\\p{N}])&(?:${ENTITIES}|${ACCENTED})(?![\\p{L}\\p{N};=])`,
  'giu',
);
const KNOWN = new Set(ENTITIES.split('|').map(sorted));

/** The marks of a text that is printed as it stands. */
export function findForeignMarks(text: string): ForeignMark[] {
  return [...findMarksLeftOver(text), ...found(text, MARKDOWN), ...findCommands(text)];
}

/** What Markdown leaves of a text: marks that it does not know, or that it could not pair. */
export function findMarksLeftOver(text: string): ForeignMark[] {
  return found(withoutAddresses(text), PATTERNS);
}

/** Commands of TeX, and characters that are named wrongly: `&nbps;`. */
export function findCommands(text: string): ForeignMark[] {
  const commands = found(text, COMMANDS);
  if (!text.includes('&')) return commands;
  const entities = [...text.matchAll(ENTITY)].filter(
    ([, name]) => name === undefined || isEntity(name),
  );
  return [...commands, ...entities.map((match) => markOf(match, 'character of that name'))];
}

/** Letters that are swapped make the same set: `&nbps;`. */
function isEntity(name: string): boolean {
  return KNOWN.has(sorted(name)) || new RegExp(`^${ACCENTED}$`).test(name);
}

function sorted(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}

/** Each place once, by the first pattern that finds it. */
function found(text: string, patterns: readonly Pattern[]): ForeignMark[] {
  const all = patterns
    .filter(({ sign }) => text.includes(sign))
    .flatMap(({ pattern, what }) =>
      [...text.matchAll(pattern)].map((match) => markOf(match, what)),
    );
  return all.filter(
    (one, index) =>
      !all.slice(0, index).some(({ start, end }) => one.start < end && start < one.end),
  );
}

function markOf({ 0: mark, index }: RegExpMatchArray, what: string): ForeignMark {
  const start = index ?? 0;
  return { start, end: start + mark.length, what };
}
