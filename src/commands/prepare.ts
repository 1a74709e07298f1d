/** What `check` and `render` have in common: every problem of an edition before anything is written. */
import { composeEdition } from '../compose/compose.ts';
import { loadEdition } from '../data/load.ts';
import { type Diagnostic, distinctDiagnostics, hasErrors } from '../diagnostic.ts';
import { prepareWasm } from '../font/wasm.ts';
import type { Edition, Letter, Selection } from '../model.ts';
import { checkGlyphsOf } from '../pdf/check/coverage.ts';
import { checkPictures } from '../pdf/check/pictures.ts';
import { checkAnnexes } from '../pdf/write/annex.ts';
import { verifySelection } from './selection.ts';

/** Letters up to which optimising HarfBuzz costs more than it gives back. */
const SHORT_RUN = 20;

export interface Prepared {
  /** Undefined if the edition could not be read; then `diagnostics` has an error. */
  readonly edition?: Edition;
  readonly letters: readonly Letter[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Wishes {
  /** Make a draft of every letter. */
  readonly draft?: boolean;
}

/**
 * Loads an edition, composes the selected letters, and looks for characters without a glyph and for
 * annexes and pictures that cannot be had.
 * @throws UsageError if the selection names what the edition does not have.
 */
export async function prepare(
  folder: string,
  selection: Selection,
  { draft }: Wishes = {},
): Promise<Prepared> {
  const { edition: found, diagnostics } = loadEdition(folder);
  const edition = found && draft ? asDrafts(found) : found;
  if (!edition) return { letters: [], diagnostics };
  // An entry with an error is missing from the edition; its own problem says more than "unknown" would.
  if (!hasErrors(diagnostics)) verifySelection(selection, edition);
  const composed = composeEdition(edition, selection);
  prepareWasm({ shortRun: composed.letters.length <= SHORT_RUN });
  const glyphs = checkGlyphsOf(composed.letters);
  const annexes = await checkAnnexes(composed.letters);
  const files = await checkFiles(edition, composed.letters);
  return {
    edition,
    letters: composed.letters,
    diagnostics: distinctDiagnostics([
      ...diagnostics,
      ...composed.diagnostics,
      ...glyphs,
      ...annexes,
      ...files,
    ]),
  };
}

/** Pictures, and fonts of the edition's own; what looks at those is loaded for those who have some. */
async function checkFiles(edition: Edition, letters: readonly Letter[]): Promise<Diagnostic[]> {
  const pictures = await checkPictures(edition);
  if (edition.families.every((family) => family.scripts)) return pictures;
  const { checkOwnFonts } = await import('../pdf/check/own-fonts.ts');
  return [...pictures, ...checkOwnFonts(letters)];
}

function asDrafts(edition: Edition): Edition {
  return { ...edition, letters: edition.letters.map((letter) => ({ ...letter, draft: true })) };
}
