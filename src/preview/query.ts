/** What addresses ask for, read strictly: anything odd is as good as nothing. */
import { LANGUAGES } from '../language/languages.ts';
import type { Language } from '../model.ts';
import { LAYOUTS } from '../vocabulary.ts';
import type { LetterRequest } from './letter-renderer.ts';
import type { RecipientQuery } from './recipients.ts';

/** Rows that one answer holds at most. */
const MOST_ROWS = 500;

export function languageOf(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/** `-` stands for the circular. */
export function recipientOf(text: string | null | undefined): string | null {
  return text === undefined || text === null || text === '-' || text === '' ? null : text;
}

/** The letter that three parts of a path and the layout of the query name; undefined if they name none. */
export function wantedOf(
  [letter, language, recipient]: readonly (string | undefined)[],
  query: URLSearchParams,
): LetterRequest | undefined {
  const written = languageOf(language);
  if (!letter || !written || !recipient) return undefined;
  const layout = LAYOUTS.find((one) => one === query.get('layout'));
  const second = languageOf(query.get('second'));
  return {
    letter,
    language: written,
    recipient: recipientOf(recipient),
    ...(layout && { layout }),
    ...(second && { second }),
  };
}

/** A whole number of the query, kept within bounds. */
export function numberOf(
  query: URLSearchParams,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const value = Number.parseInt(query.get(name) ?? '', 10);
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, least), most);
}

export function recipientQuery(query: URLSearchParams): Omit<RecipientQuery, 'letter'> {
  const words = query.get('query');
  const category = query.get('category');
  const language = query.get('language');
  return {
    ...(words && { words }),
    ...(category && { category }),
    ...(language && { language }),
    problems: isSet(query, 'problems'),
    offset: numberOf(query, 'offset', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
    limit: numberOf(query, 'limit', { least: 0, most: MOST_ROWS, otherwise: 100 }),
  };
}

export function isSet(query: URLSearchParams, name: string): boolean {
  return ['1', 'true'].includes(query.get(name) ?? '');
}
