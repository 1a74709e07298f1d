/** Characters that the fonts of a letter lack, as problems: one for each letter and language, however many they are. */
import { basename } from 'node:path';
import { codePointName } from '../../data/source/characters.ts';
import type { Diagnostic, Span } from '../../diagnostic.ts';
import { groupBy } from '../../group-by.ts';
import type { Language } from '../../model.ts';

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

/** One problem for each letter, language and chain of fonts; private characters apart. */
export function groupGlyphs(missing: readonly MissingGlyph[]): Diagnostic[] {
  const groups = groupBy(missing, (one) =>
    JSON.stringify([one.letter, one.language, one.families, isPrivate(one)]),
  );
  return [...groups.values()].map(describeGlyphs);
}

/** Characters that a message names, and lines that a hint does. */
const NAMED = 8;

/** The problem of characters that the same letter lacks, at the place of the first. */
export function describeGlyphs(missing: readonly MissingGlyph[]): Diagnostic {
  const [first] = missing;
  const { letter = '', language = '', families = '', span } = first ?? {};
  const characters = [...new Set(missing.map(({ character }) => character))].map(named);
  const what = characters.length === 1 ? 'the character' : `${characters.length} characters:`;
  const which = `${what} ${shortened(characters)} of the letter "${letter}" in ${language}`;
  const them = characters.length === 1 ? 'it' : 'them';
  const said =
    first && isPrivate(first) ? privateCharacter(which, them) : noGlyph(which, them, families);
  const hint = said.hint + elsewhere(missing);
  return { severity: 'error', code: said.code, message: said.message, ...(span && { span }), hint };
}

type Wording = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

function noGlyph(which: string, them: string, families: string): Wording {
  const message = `no font has ${which} (fonts: ${families})`;
  const hint = `add a font that has ${them} to settings.fonts, or write ${them} otherwise`;
  return { code: 'missing-glyph', message, hint };
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
