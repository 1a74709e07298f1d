/**
 * The same operations as functions, for scripts:
 *
 * ```js
 * import { checkGlyphs, composeEdition, formatDiagnostic, loadEdition, renderLetter } from 'wsis-letters';
 *
 * const { edition, diagnostics } = loadEdition('examples/forum-2026');
 * const composed = composeEdition(edition, { letters: ['invitation'], languages: ['ar'] });
 * const { pdf, pages } = await renderLetter(composed.letters[0]);
 * ```
 *
 * Problems are values: look with `hasErrors` at those of each step before going on. Only `renderLetter`
 * throws, and only by a fault of the tool or a font or image that has vanished since.
 */

export { pdfName } from './commands/file-name.ts';
export { composeEdition } from './compose/compose.ts';
export { loadEdition } from './data/load.ts';
export {
  type Diagnostic,
  diagnosticToJson,
  formatDiagnostic,
  hasErrors,
  type Severity,
  type Span,
  sortDiagnostics,
} from './diagnostic.ts';
export type { Edition, Language, Letter, LetterForm, Selection, Stakeholder } from './model.ts';
export { checkAnnexes } from './pdf/annex.ts';
export { checkGlyphs } from './pdf/coverage.ts';
export { type Rendered, renderLetters } from './pdf/pool.ts';
export { renderLetter } from './pdf/render.ts';
