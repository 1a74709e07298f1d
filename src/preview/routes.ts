/** From an address to its answer. */
import { type Answer, json, NOT_FOUND } from './answer.ts';
import type { Assets } from './assets.ts';
import { serveLanguages, serveLastRender } from './compare-routes.ts';
import { LETTER_ROUTES } from './letter-routes.ts';
import { recipientQuery, wantedOf } from './query.ts';
import type { Handler } from './server.ts';
import type { Session } from './session.ts';

/** An answer to a path below `/api/`. */
type Route = (session: Session, query: URLSearchParams) => Promise<Answer> | Answer;

const ROUTES: Readonly<Record<string, Route>> = {
  edition: (session) => json(session.edition()),
  problems: (session) => json(session.problems()),
  recipients: (session, query) => {
    const letter = session.workspace.letter(query.get('letter') ?? '');
    return json(session.recipients({ ...recipientQuery(query), ...(letter && { letter }) }));
  },
  'compare/languages': serveLanguages,
  'compare/last': serveLastRender,
};

/** Answers for a session; all else are files of the page. */
export function router(session: Session, assets: Assets): Handler {
  return (path, query) => {
    const [api, name, ...rest] = path;
    if (api !== 'api') return assets.get(path);
    if (name === 'letters') return serveLetter(session, rest, query);
    return own(ROUTES, path.slice(1).join('/'))?.(session, query);
  };
}

function serveLetter(
  session: Session,
  path: readonly string[],
  query: URLSearchParams,
): Promise<Answer> | Answer {
  const route = own(LETTER_ROUTES, path.slice(3).join('/'));
  const wanted = wantedOf(path, query);
  if (!route || !wanted || !session.renderer.knows(wanted)) return NOT_FOUND;
  return route(session, wanted, query);
}

/** What the table itself has: `constructor` is not one of its routes. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
