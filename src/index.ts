/**
 * The operations of the commands as functions, for scripts. They print nothing:
 *
 * ```js
 * import { check, hasErrors, render } from 'wsis-letters';
 *
 * const { letters, diagnostics } = await check('forum-2027', { lint: true });
 * for await (const { file, status } of render('forum-2027', { out: 'out' })) console.log(file, status);
 * ```
 *
 * And the stages behind them:
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
 *
 * Mailing takes the folder of an edition, and throws a UserError where the command would refuse:
 *
 * ```js
 * import { approveMail, planMail, reportMail, sendMail } from 'wsis-letters';
 *
 * const { messages } = await planMail('forum-2027');
 * const { hash } = await approveMail('forum-2027', { by: 'A. Name' });
 * const { accepted, unknown } = await sendMail('forum-2027', { approval: hash });
 * const { csv } = await reportMail('forum-2027');
 * ```
 */

export { type Checked, type CheckOptions, check } from './app/check.ts';
export { type ApproveMailOptions, approveMail } from './app/mail/approve.ts';
export type { LedgerOptions } from './app/mail/context.ts';
export { type Planned, planMail } from './app/mail/plan.ts';
export { type MailReport, reportMail } from './app/mail/report.ts';
export { type ResolveMailOptions, resolveMail } from './app/mail/resolve.ts';
export { EditionChanged, type SendMailOptions, sendMail } from './app/mail/send.ts';
export { pdfName } from './app/render/file-name.ts';
export { type RenderOptions, render } from './app/render/render.ts';
export type { Renderer } from './app/render/renderer.ts';
export type { Result as RenderResult } from './app/render/write-letters.ts';
export { verify } from './app/verify.ts';
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
  UserError,
} from './diagnostic.ts';
export type { Approved } from './mail/approve.ts';
export type { DeliveryReport, MessageRecord, MessageState } from './mail/model.ts';
export type { PlannedMessage } from './mail/plan.ts';
export type { Edition, Language, Letter, LetterForm, Selection, Stakeholder } from './model.ts';
export { checkGlyphs } from './pdf/check/coverage.ts';
export { type Rendered, renderLetters } from './pdf/pool.ts';
export { renderLetter } from './pdf/render.ts';
export { checkAnnexes } from './pdf/write/annex.ts';
