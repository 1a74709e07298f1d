/** The test server's inbox as pages. Letters are strangers' text: everything is escaped, and nothing of them runs or loads. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Captured } from './test-server.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** Name to save it under. */
  readonly name?: string;
}

/** `/` the list, `/N` a letter, `/N/html` its HTML, `/N/eml` its source, `/N/attachment/M` what is attached. */
export function answerInbox(
  request: IncomingMessage,
  response: ServerResponse,
  messages: readonly Captured[],
): void {
  // Another site's page that knows the port must not read letters through a name that it made point here.
  const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
  const answer = isLocal ? answerTo(request.url ?? '/', messages) : notFound();
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; sandbox allow-downloads allow-same-origin",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(answer.name !== undefined && {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
    }),
  });
  response.end(answer.body);
}

const HTML = 'text/html; charset=utf-8';

function answerTo(url: string, messages: readonly Captured[]): Answer {
  const [, number = '', part, index] = /^\/(\d*)(?:\/([a-z]+)(?:\/(\d+))?)?$/.exec(url) ?? [
    '',
    '?',
  ];
  if (number === '') return { status: 200, type: HTML, body: listPage(messages) };
  const message = messages.find((candidate) => String(candidate.number) === number);
  return (message && partOf(message, part, Number(index))) ?? notFound();
}

function notFound(): Answer {
  return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such letter.\n' };
}

function partOf(message: Captured, part: string | undefined, index: number): Answer | undefined {
  if (part === undefined) return { status: 200, type: HTML, body: letterPage(message) };
  if (part === 'html') return { status: 200, type: HTML, body: message.parsed.html || '' };
  if (part === 'eml') {
    return {
      status: 200,
      type: 'message/rfc822',
      body: message.raw,
      name: `${message.number}.eml`,
    };
  }
  const attachment = part === 'attachment' ? message.parsed.attachments[index] : undefined;
  const name = attachment?.filename ?? 'attachment';
  return (
    attachment && { status: 200, type: 'application/octet-stream', body: attachment.content, name }
  );
}

function listPage(messages: readonly Captured[]): string {
  const rows = messages
    .toReversed()
    .map(
      ({ number, at, to, parsed }) =>
        `<tr><td>${number}</td><td>${timeOf(at)}</td><td><bdi>${escaped(to)}</bdi></td>` +
        `<td><a href="/${number}" dir="auto">${escaped(parsed.subject ?? '(no subject)')}</a></td></tr>`,
    );
  const head = '<tr><th>No.</th><th>Received</th><th>To</th><th>Subject</th></tr>';
  const none = '<p>No letters yet.</p>';
  return page('Test inbox', rows.length > 0 ? `<table>${head}${rows.join('')}</table>` : none);
}

function letterPage({ number, at, from, to, parsed }: Captured): string {
  const fields = [
    ['From', parsed.from?.value.map(nameAndAddress).join(', ') ?? from],
    ['To', to],
    ['Received', timeOf(at)],
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd><bdi>${escaped(value)}</bdi></dd>`);
  const attachments = parsed.attachments.map(
    ({ filename = 'attachment', content }, index) =>
      `<li><a href="/${number}/attachment/${index}"><bdi>${escaped(filename)}</bdi></a> (${content.length} bytes)</li>`,
  );
  const body = [
    `<p><a href="/">All letters</a> · <a href="/${number}/eml">Source</a></p>`,
    `<dl>${fields.join('')}</dl><ul>${attachments.join('')}</ul>`,
    parsed.html ? `<iframe sandbox src="/${number}/html" title="HTML"></iframe>` : '',
    `<pre dir="auto">${escaped(parsed.text ?? '')}</pre>`,
  ];
  return page(parsed.subject ?? '(no subject)', body.join('\n'));
}

function nameAndAddress({ name, address = '' }: { name: string; address?: string }): string {
  return name === '' ? address : `${name} <${address}>`;
}

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #ccc; padding: .3rem .5rem; text-align: start }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem } dd { margin: 0 }
iframe { border: 1px solid #ccc; height: 24rem; width: 100% } pre { white-space: pre-wrap }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1 dir="auto">${escaped(title)}</h1>
${body}
</body></html>
`;
}

function timeOf(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
