/** What `check` and `render` have in common: every problem of an edition before anything is written. */
import { composeEdition } from '../compose/compose.ts';
import { loadEdition } from '../data/load.ts';
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import type { Edition, Letter, Selection } from '../model.ts';
import { checkGlyphs } from '../pdf/coverage.ts';
import { verifySelection } from './selection.ts';

export interface Prepared {
  /** Undefined if the edition could not be read; then `diagnostics` has an error. */
  readonly edition?: Edition;
  readonly letters: readonly Letter[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads an edition, composes the selected letters and looks for characters without a glyph.
 * @throws UsageError if the selection names what the edition does not have.
 */
export function prepare(folder: string, selection: Selection): Prepared {
  const { edition, diagnostics } = loadEdition(folder);
  if (!edition) return { letters: [], diagnostics };
  // An entry with an error is missing from the edition; its own problem says more than "unknown" would.
  if (!hasErrors(diagnostics)) verifySelection(selection, edition);
  const composed = composeEdition(edition, selection);
  const glyphs = composed.letters.flatMap((letter) => checkGlyphs(letter));
  return {
    edition,
    letters: composed.letters,
    diagnostics: [...diagnostics, ...composed.diagnostics, ...glyphs],
  };
}
