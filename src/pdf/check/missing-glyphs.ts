/** Characters that the fonts of letters lack, as problems: one for each script, however many characters and letters. */
import { basename } from 'node:path';
import { codePointName } from '../../data/source/characters.ts';
import type { Diagnostic, Span } from '../../diagnostic.ts';
import { groupBy } from '../../group-by.ts';
import type { Language } from '../../model.ts';
import { type ScriptFont, scriptFontOf } from './scripts.ts';

/** A character in a text of a letter. */
export interface MissingGlyph {
  readonly character: string;
  /** Its id. */
  readonly letter: string;
  readonly language: Language;
  /** Names of the fonts that were tried. */
  readonly families: string;
  readonly span?: Span;
}

/**
 * Characters without a meaning that a reader of the PDF could look up: PDF/A-2 (6.2.11.7.3) has none of them in its
 * text, even if a font has a sign for them.
 */
export const PRIVATE = /[\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** One problem for each script; private characters apart. */
export function groupGlyphs(missing: readonly MissingGlyph[]): Diagnostic[] {
  const groups = groupBy(missing, (one) =>
    isPrivate(one) ? '' : scriptFontOf(one.character).name,
  );
  return [...groups.values()].map(describeGlyphs);
}

/** Characters that a message names, and lines that a hint does. */
const NAMED = 8;

/** The problem of characters of one script, at the place of the first. */
export function describeGlyphs(missing: readonly MissingGlyph[]): Diagnostic {
  const [first] = missing;
  const { families = '', span } = first ?? {};
  const characters = [...new Set(missing.map(({ character }) => character))].map(named);
  const font = scriptFontOf(first?.character ?? '');
  const kind = first && !isPrivate(first) ? ` of ${font.name}` : '';
  const what =
    characters.length === 1
      ? `the character${kind && `${kind},`}`
      : `${characters.length} characters${kind}:`;
  const which = `${what} ${shortened(characters)} ${lettersOf(missing)}`;
  const them = characters.length === 1 ? 'it' : 'them';
  const said =
    first && isPrivate(first)
      ? privateCharacter(which, them)
      : noGlyph(which, { them, families, font, missing });
  const hint = said.hint + elsewhere(missing);
  return { severity: 'error', code: said.code, message: said.message, ...(span && { span }), hint };
}

/** `of the letter "invitation" in en and 3 others`, each letter in a language counted once. */
function lettersOf(missing: readonly MissingGlyph[]): string {
  const all = new Set(missing.map(({ letter, language }) => `"${letter}" in ${language}`));
  const [first = ''] = all;
  const others = all.size - 1;
  const more = others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`;
  return `of the letter ${first}${more}`;
}

type Wording = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

interface Lack {
  readonly them: string;
  readonly families: string;
  readonly font: ScriptFont;
  readonly missing: readonly MissingGlyph[];
}

function noGlyph(which: string, { them, families, font, missing }: Lack): Wording {
  const message = `no font has ${which} (fonts: ${families})`;
  const { family } = font;
  const hint =
    family === undefined
      ? `add a font that has ${them} to settings.fonts, or write ${them} otherwise`
      : `add a font that has ${them}, such as ${family} (fonts.google.com/noto): ${entryOf(family, missing)}; or write ${them} otherwise`;
  return { code: 'missing-glyph', message, hint };
}

/** What edition.yaml needs for a family; the one that draws a language's other letters goes before it. */
function entryOf(family: string, missing: readonly MissingGlyph[]): string {
  const file = `fonts/${family.replaceAll(' ', '')}-Regular.ttf`;
  const chains = new Map(
    missing.map(({ language, families }) => {
      const [first = ''] = families.split(', ');
      return [language, `${language}: [${first}, ${family}]`];
    }),
  );
  const settings = [...chains.values()].join(', ');
  return `fonts: {${family}: {regular: ${file}}} and settings: {fonts: {${settings}}}`;
}

function privateCharacter(which: string, them: string): Wording {
  const message = `no letter may have ${which}: for private use or no character at all`;
  const hint = `write what is meant by ${them}, or put the sign in an image`;
  return { code: 'private-character', message, hint };
}

function isPrivate({ character }: MissingGlyph): boolean {
  return character.search(PRIVATE) >= 0;
}

function named(character: string): string {
  return `${codePointName(character)} “${character}”`;
}

function shortened(items: readonly string[]): string {
  const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : '';
  return items.slice(0, NAMED).join(', ') + more;
}

/** The lines of further places. */
function elsewhere(missing: readonly MissingGlyph[]): string {
  const lines = missing.flatMap(({ span }) =>
    span ? [`${basename(span.file)}:${span.line}`] : [],
  );
  const others = [...new Set(lines)].slice(1);
  return others.length > 0 ? `; they also stand in ${shortened(others)}` : '';
}
