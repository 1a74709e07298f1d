/** Isolated text → a paragraph with its levels: the rules of UAX #9 up to L1. */
import { embeddingLevels } from './bidi.ts';
import type { IsolatedText } from './isolate.ts';

/** A paragraph in logical order with its levels, ready to be cut into items and lines. */
export interface Paragraph extends IsolatedText {
  /** UAX #9 embedding level of each UTF-16 unit, before rule L1. */
  readonly levels: Uint8Array;
}

/** Resolves the level of each unit of the text. */
export function resolveLevels(isolated: IsolatedText): Paragraph {
  return { ...isolated, levels: embeddingLevels(isolated.text, isolated.base) };
}
