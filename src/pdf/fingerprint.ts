/** All that the bytes of a letter depend on, in one text. */
import type { Letter } from '../model.ts';

/** The keys of a letter that hold paths: see FontFamily and PlacedImage. */
const FILE_KEYS = new Set(['regular', 'bold', 'italic', 'boldItalic', 'path']);

/**
 * The letter as text, equal for letters whose PDFs are equal. Spans do not count, so that a moved or
 * commented edition stays as it is; of files counts what `content` makes of their path.
 */
export function letterSource(letter: Letter, content: (path: string) => string): string {
  return JSON.stringify(letter, (key: string, value: unknown): unknown => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && FILE_KEYS.has(key) ? content(value) : value;
  });
}
