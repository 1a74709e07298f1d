/** Answers about one letter. */
import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostic.ts';
import type { MessageContent } from '../mail/content.ts';
import { openPages } from '../pdf/raster.ts';
import { type Answer, json, NOT_FOUND, refusal } from './answer.ts';
import type { LetterRequest, Pages } from './letter-renderer.ts';
import { composeMessage, messageBytes, showMessage } from './message.ts';
import { isSet, numberOf } from './query.ts';
import type { Session } from './session.ts';
import { valuesOf } from './values.ts';

/** An answer to what may follow the name of a letter. */
export type LetterRoute = (
  session: Session,
  wanted: LetterRequest,
  query: URLSearchParams,
) => Promise<Answer> | Answer;

/** By what follows the name. */
export const LETTER_ROUTES: Readonly<Record<string, LetterRoute>> = {
  pdf: servePdf,
  png: servePng,
  data: serveData,
  mail: (session, wanted) =>
    withMessage(session, wanted, (content) =>
      json(showMessage(content, wanted.recipient !== null)),
    ),
  'mail/html': (session, wanted) => withMessage(session, wanted, htmlAnswer),
  eml: serveEml,
};

async function servePdf(
  session: Session,
  wanted: LetterRequest,
  query: URLSearchParams,
): Promise<Answer> {
  const { renderer, workspace } = session;
  const { revision } = workspace;
  if (isSet(query, 'lastGood')) {
    const good = renderer.lastGood(wanted);
    return good ? pdfAnswer(good, revision) : NOT_FOUND;
  }
  if (isSet(query, 'rendered')) return serveRendered(session, wanted);
  const rendering = await renderer.render(wanted);
  if (rendering.pdf) return pdfAnswer(rendering, revision);
  return refuse(session, wanted, rendering.diagnostics);
}

/** What `render` wrote last, as it lies in its folder. */
function serveRendered(session: Session, wanted: LetterRequest): Answer {
  const { letter } = session.renderer.compose(wanted);
  const file = letter && session.options.fileOf(letter);
  if (!file || !existsSync(file)) return NOT_FOUND;
  return { status: 200, type: 'application/pdf', body: readFileSync(file) };
}

function pdfAnswer({ pdf }: Pages, revision: number): Answer {
  const headers = { 'X-Revision': String(revision) };
  return { status: 200, type: 'application/pdf', body: pdf, headers };
}

function refuse(
  session: Session,
  wanted: LetterRequest,
  diagnostics: readonly Diagnostic[],
): Answer {
  const lastGood = session.renderer.lastGood(wanted) !== undefined;
  return refusal({ diagnostics: session.shown(diagnostics), lastGood });
}

/** Larger pictures would take more memory than a page is worth. */
const LARGEST_SCALE = 6;

async function servePng(
  session: Session,
  wanted: LetterRequest,
  query: URLSearchParams,
): Promise<Answer> {
  const rendering = await session.renderer.render(wanted);
  if (!rendering.pdf) return refuse(session, wanted, rendering.diagnostics);
  const page = numberOf(query, 'page', { least: 0, most: 10_000, otherwise: 1 });
  const scale = numberOf(query, 'scale', { least: 1, most: LARGEST_SCALE, otherwise: 2 });
  const source = await openPages(rendering.pdf);
  try {
    if (page < 1 || page > source.pages) return NOT_FOUND;
    return { status: 200, type: 'image/png', body: await source.png(page, scale) };
  } finally {
    await source.close();
  }
}

function serveData(session: Session, wanted: LetterRequest): Answer {
  const { letter, diagnostics } = session.renderer.compose(wanted);
  const { edition } = session.workspace;
  const spec = session.workspace.letter(wanted.letter);
  if (!letter || !edition || !spec) return refuse(session, wanted, diagnostics);
  const recipient = session.workspace.stakeholder(wanted.recipient ?? '') ?? null;
  return json(valuesOf({ edition, spec, recipient, letter, cwd: session.options.cwd }));
}

/** Hands the message that brings a letter to `use`, or says why there is none. */
function withMessage<T extends Answer | Promise<Answer>>(
  session: Session,
  wanted: LetterRequest,
  use: (content: MessageContent) => T,
): T | Answer {
  const { letter, diagnostics } = session.renderer.compose(wanted);
  const { edition } = session.workspace;
  if (edition && !edition.mail) return NOT_FOUND;
  if (!letter || !edition) return refuse(session, wanted, diagnostics);
  const recipient = session.workspace.stakeholder(wanted.recipient ?? '') ?? null;
  const message = composeMessage(edition, letter, recipient);
  if (message.content) return use(message.content);
  return refuse(session, wanted, message.diagnostics);
}

/** In a frame of its own it may style itself, and nothing else, whoever frames it. */
function htmlAnswer({ html }: MessageContent): Answer {
  const policy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: html,
    headers: { 'Content-Security-Policy': policy },
  };
}

async function serveEml(session: Session, wanted: LetterRequest): Promise<Answer> {
  const rendering = await session.renderer.render(wanted);
  if (!rendering.pdf) return refuse(session, wanted, rendering.diagnostics);
  const { pdf } = rendering;
  return withMessage(session, wanted, (content): Answer => {
    const name = content.asciiFileName.replace(/\.pdf$/, '.eml').replace(/[^\w.-]/g, '_');
    const headers = { 'Content-Disposition': `attachment; filename="${name}"` };
    return { status: 200, type: 'message/rfc822', body: messageBytes(content, pdf), headers };
  });
}
