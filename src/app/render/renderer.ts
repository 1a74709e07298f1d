/** Formats in which letters are written. */
import type { Letter } from '../../model.ts';
import { type Failed, renderLetters } from '../../pdf/pool.ts';

/** A letter as a file. */
export interface RenderedFile {
  readonly content: Uint8Array;
  readonly pages: number;
  /** The letter's text in reading order, block by block. */
  readonly text: readonly string[];
}

/** What makes files of letters, in their order. A letter that fails, fails alone. */
export interface Renderer {
  /** Of the files, without the dot. */
  readonly extension: string;
  /** Letters left over when `signal` aborts have no outcome. */
  render(
    letters: readonly Letter[],
    options: { readonly signal: AbortSignal },
  ): AsyncGenerator<RenderedFile | Failed>;
}

/** Tagged and archivable, on several threads where that pays. */
export const PDF: Renderer = {
  extension: 'pdf',
  async *render(letters, options) {
    for await (const outcome of renderLetters(letters, options)) {
      if ('error' in outcome) yield outcome;
      else yield { content: outcome.pdf, pages: outcome.pages, text: outcome.text };
    }
  },
};
