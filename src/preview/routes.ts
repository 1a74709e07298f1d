/** From an address to its answer. */
import { type Answer, json, NOT_FOUND, refusal } from './answer.ts';
import type { Assets } from './assets.ts';
import type { Pages, Wanted } from './desk.ts';
import { isSet, recipientQuery, wantedOf } from './query.ts';
import type { Handler } from './server.ts';
import type { Session } from './session.ts';

/** An answer to a path below `/api/`. */
type Route = (session: Session, query: URLSearchParams) => Promise<Answer> | Answer;
/** An answer to what may follow the name of a letter. */
type LetterRoute = (
  session: Session,
  wanted: Wanted,
  query: URLSearchParams,
) => Promise<Answer> | Answer;

const ROUTES: Readonly<Record<string, Route>> = {
  edition: (session) => json(session.edition()),
  problems: (session) => json(session.problems()),
  recipients: (session, query) => {
    const letter = session.workspace.letter(query.get('letter') ?? '');
    return json(session.recipients({ ...recipientQuery(query), ...(letter && { letter }) }));
  },
};

const LETTER_ROUTES: Readonly<Record<string, LetterRoute>> = {
  pdf: servePdf,
};

/** Answers for a session; all else are files of the page. */
export function router(session: Session, assets: Assets): Handler {
  return (path, query) => {
    const [api, name = '', ...rest] = path;
    if (api !== 'api') return assets.get(path);
    if (name === 'letters') return serveLetter(session, rest, query);
    const route = rest.length === 0 && Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
    return route?.(session, query);
  };
}

function serveLetter(
  session: Session,
  path: readonly string[],
  query: URLSearchParams,
): Promise<Answer> | Answer {
  const part = path.slice(3).join('/');
  const route = Object.hasOwn(LETTER_ROUTES, part) ? LETTER_ROUTES[part] : undefined;
  const wanted = wantedOf(path, query);
  if (!route || !wanted || !session.desk.knows(wanted)) return NOT_FOUND;
  return route(session, wanted, query);
}

async function servePdf(session: Session, wanted: Wanted, query: URLSearchParams): Promise<Answer> {
  const { desk, workspace } = session;
  const { revision } = workspace;
  if (isSet(query, 'lastGood')) {
    const good = desk.lastGood(wanted);
    return good ? pdfAnswer(good, revision) : NOT_FOUND;
  }
  const rendering = await desk.render(wanted);
  if (rendering.pdf) return pdfAnswer(rendering, revision);
  const lastGood = desk.lastGood(wanted) !== undefined;
  return refusal({ diagnostics: session.shown(rendering.diagnostics), lastGood });
}

function pdfAnswer({ pdf }: Pages, revision: number): Answer {
  const headers = { 'X-Revision': String(revision) };
  return { status: 200, type: 'application/pdf', body: pdf, headers };
}
