/** The page for a browser that comes without the cookie or the key: the address has been used already, or was never given. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Direction } from '../model.ts';
import type { Answer } from './answer.ts';

interface Texts {
  readonly direction: Direction;
  readonly title: string;
  /** Why it is so, and what to do. */
  readonly lines: readonly string[];
}

/** In the languages of the interface. */
const TEXTS: Readonly<Record<string, Texts>> = {
  en: {
    direction: 'ltr',
    title: 'The preview is not open in this browser',
    lines: [
      'For safety each address opens the preview once, and this one has been used already or is not complete.',
      'If the preview is open in another tab or browser, go on there.',
      'If not, look at the terminal in which wsis-letters preview runs: the last address that it printed opens the preview here.',
    ],
  },
  fr: {
    direction: 'ltr',
    title: 'L’aperçu n’est pas ouvert dans ce navigateur',
    lines: [
      'Par sécurité, chaque adresse n’ouvre l’aperçu qu’une fois ; celle-ci a déjà servi ou n’est pas complète.',
      'Si l’aperçu est ouvert dans un autre onglet ou un autre navigateur, continuez là-bas.',
      'Sinon, regardez le terminal où tourne wsis-letters preview : la dernière adresse qu’il a affichée ouvre l’aperçu ici.',
    ],
  },
  ar: {
    direction: 'rtl',
    title: 'المعاينة غير مفتوحة في هذا المتصفح',
    lines: [
      'حرصاً على السلامة، يفتح كل عنوان المعاينة مرة واحدة، وهذا العنوان قد استُعمل من قبل أو هو غير كامل.',
      'إذا كانت المعاينة مفتوحة في تبويب آخر أو متصفح آخر فتابع العمل هناك.',
      'وإلا فانظر إلى النافذة الطرفية التي يعمل فيها الأمر ‎wsis-letters preview: آخر عنوان طُبع فيها يفتح المعاينة هنا.',
    ],
  },
};

const STYLE =
  ':root{color-scheme:light dark;font:1.1rem/1.6 system-ui,sans-serif}' +
  'body{max-inline-size:42rem;margin:4rem auto;padding-inline:1rem}h1{font-size:1.4em}';

/** Nothing but this style: a browser that is not let in gets no files. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** Whether somebody looks at the answer; scripts and pictures are told in JSON. */
export function isVisit(headers: IncomingHttpHeaders): boolean {
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document';
  return headers.accept?.includes('text/html') ?? false;
}

/** In the language that the browser asks for first, of those that we have. */
export function lockedOut(headers: IncomingHttpHeaders): Answer {
  const asked = (headers['accept-language'] ?? '').split(',').map(primaryTag);
  const language = asked.find((tag) => Object.hasOwn(TEXTS, tag)) ?? 'en';
  const { direction, title, lines } = TEXTS[language] as Texts;
  const body = `<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</main>
</html>
`;
  return {
    status: 403,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'Content-Security-Policy': POLICY },
  };
}

function primaryTag(tag: string): string {
  return tag.trim().split(/[-;]/)[0] ?? '';
}
