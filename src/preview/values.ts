/** The values that a letter can print, each with the place where it stands. */
import { relative } from 'node:path';
import { isoDate, isoTime } from '../data/schema/values.ts';
import type { Span } from '../diagnostic.ts';
import { LANGUAGE_KEYS } from '../language/languages.ts';
import type {
  CalendarDate,
  ClockTime,
  Edition,
  InLanguages,
  Language,
  Letter,
  LetterSpec,
  Stakeholder,
} from '../model.ts';
import { lettersIn, visitTexts } from '../walk-letter.ts';
import type { DataValue } from './api.ts';

interface Sources {
  readonly edition: Edition;
  readonly spec: LetterSpec;
  readonly recipient: Stakeholder | null;
  readonly letter: Letter;
  /** Paths are shown relative to it. */
  readonly cwd: string;
}

/** A value that has a place. */
interface Placed {
  readonly path: string;
  readonly value: unknown;
  readonly span: Span;
}

/** In the order of the files; of texts those in the letter's languages. */
export function valuesOf(sources: Sources): DataValue[] {
  const { edition, spec, recipient, letter, cwd } = sources;
  const languages = [
    letter.language,
    ...(letter.companion ? [letter.companion.letter.language] : []),
  ];
  const found: Placed[] = [];
  const roots = { event: edition.event, contact: edition.contact, letter: spec, recipient };
  for (const [path, value] of Object.entries(roots)) collect(value, path, languages, found);
  const printed = placesIn(letter);
  return found.map(({ path, value, span }) => ({
    path,
    value: shown(value),
    file: relative(cwd, span.file) || span.file,
    line: span.line,
    column: span.column,
    used: printed.has(placeOf(span)),
  }));
}

/** Walks over the model as data: whatever has a place is a value of a file. */
function collect(
  value: unknown,
  path: string,
  languages: readonly Language[],
  found: Placed[],
): void {
  if (typeof value !== 'object' || value === null) return;
  if (isPlaced(value)) {
    found.push({ path, value: value.value, span: value.span });
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      collect(item, `${path}[${index + 1}]`, languages, found);
    }
    return;
  }
  if (LANGUAGE_KEYS.some((key) => key in value)) {
    collectLanguages(value as InLanguages<unknown>, path, languages, found);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    // A proper name is shown as the text that it is where it stands alone.
    const own = key === 'name' && !('span' in value) ? path : `${path}.${kebab(key)}`;
    if (key !== 'span') collect(item, own, languages, found);
  }
}

function collectLanguages(
  value: InLanguages<unknown>,
  path: string,
  languages: readonly Language[],
  found: Placed[],
): void {
  const own = languages.filter((language) => value[language] !== undefined);
  for (const language of own) {
    const name = languages.length > 1 ? `${path}.${language}` : path;
    collect(value[language], name, languages, found);
  }
  if (own.length < languages.length) collect(value.all, path, languages, found);
}

/** A row of the head has a `value`, too, but that one is a text in several languages. */
function isPlaced(value: object): value is { readonly value: unknown; readonly span: Span } {
  if (!('value' in value && 'span' in value)) return false;
  const { value: inner } = value;
  return typeof inner !== 'object' || (inner !== null && ('month' in inner || 'hour' in inner));
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** As it would be written in the file. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('month' in value) return isoDate(value as CalendarDate);
  return isoTime(value as ClockTime);
}

function placeOf({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}

/** The places of all texts of a letter, in both languages of its file. */
function placesIn(letter: Letter): ReadonlySet<string> {
  const places = new Set<string>();
  for (const one of lettersIn(letter))
    visitTexts(one, ({ span }) => span && places.add(placeOf(span)));
  return places;
}
