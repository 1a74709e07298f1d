/** The page that a good token opens: it stores the keys and goes on to the preview, so that the token leaves the history. */
import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { Keys } from './keys.ts';

/** To be sent once, to the browser that brought the token. */
export function admission(cookie: string, keys: Keys): Answer {
  const store = Object.entries(keys).map(
    ([name, key]) => `localStorage.setItem('${name}','${key}');`,
  );
  const script = `${store.join('')}location.replace('/')`;
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; frame-ancestors 'none'`;
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>\n<meta charset="utf-8">\n<title>wsis-letters</title>\n<script>${script}</script>\n`,
    headers: { 'Content-Security-Policy': policy, 'Set-Cookie': cookie },
  };
}
