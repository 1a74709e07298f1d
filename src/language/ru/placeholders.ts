/** What Russian authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** Russian. */
export const placeholders: PlaceholderWords = {
  pending: '(?:будет |подлежит )?уточн.*|(?:будет|будут) (?:определ|объявл).+',
  fields: 'вставить .*|имя|дата|место|адрес',
};
