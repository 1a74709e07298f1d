/** What has become of every message, for the files of an office: one page that needs nothing else, and a table. */
import { LANGUAGES, languagePack } from '../language/languages.ts';
import { escapeHtml } from './message/html.ts';
import {
  type Approval,
  type ChainCheck,
  MESSAGE_STATES,
  type MessageRecord,
  type MessageState,
} from './model.ts';

export interface ReportInput {
  readonly edition: string;
  readonly ledger: string;
  readonly at: Date;
  readonly messages: readonly MessageRecord[];
  readonly approvals: readonly Approval[];
  readonly chain: ChainCheck;
}

const COLUMNS = [
  'Letter',
  'Recipient',
  'Language',
  'Role',
  'Address',
  'Envelope',
  'Subject',
  'State',
  'Accepted at (UTC)',
  'Last change (UTC)',
  'Attempts',
  "Server's reply",
  'Reports failures',
  'Message-ID',
  'SHA-256 of the message',
  'SHA-256 of the PDF',
  'Approved by',
  'Approved at (UTC)',
  'Approval',
] as const;
type Column = (typeof COLUMNS)[number];

/** How many messages are in each state that occurs. */
export function countStates(
  messages: readonly MessageRecord[],
): readonly (readonly [MessageState, number])[] {
  return MESSAGE_STATES.map(
    (state) => [state, messages.filter((message) => message.state === state).length] as const,
  ).filter(([, count]) => count > 0);
}

/** The table as CSV for spreadsheets: UTF-8 with byte order mark, CRLF, and no cell that would be calculated. */
export function reportCsv(input: ReportInput): string {
  const approvals = new Map(input.approvals.map((approval) => [approval.hash, approval]));
  const rows = input.messages.map((message) => {
    const cells = cellsOf(message, approvals.get(message.approval));
    return COLUMNS.map((column) => cells[column]);
  });
  const lines = [COLUMNS, ...rows].map((row) => row.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is shown as text by the apostrophe before it (OWASP, CSV injection). */
function csvCell(text: string): string {
  const safe = /^[\s\p{Cf}]*[=+\-@\t\r|%＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function cellsOf(message: MessageRecord, approval: Approval | undefined): Record<Column, string> {
  const { key, envelope } = message;
  return {
    Letter: key.letter,
    Recipient: key.recipient,
    Language: key.language,
    Role: key.role,
    Address: message.address,
    Envelope: envelope.to,
    Subject: message.subject,
    State: message.state,
    'Accepted at (UTC)': time(message.acceptedAt),
    'Last change (UTC)': time(message.changedAt),
    Attempts: String(message.attempts),
    "Server's reply": message.reply ?? '',
    'Reports failures': message.dsn === undefined ? '' : message.dsn ? 'yes' : 'no',
    'Message-ID': message.messageId,
    'SHA-256 of the message': message.digest,
    'SHA-256 of the PDF': message.pdfDigest,
    'Approved by': approval?.by ?? '',
    'Approved at (UTC)': time(approval?.at),
    Approval: message.approval,
  };
}

/** `2026-04-10 09:00:00` */
function time(date: Date | undefined): string {
  return date ? date.toISOString().slice(0, 19).replace('T', ' ') : '';
}

/** One page of HTML: nothing is loaded, everything from lists and servers is escaped. */
export function reportHtml(input: ReportInput): string {
  const title = `Mailing of ${input.edition}`;
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    summary(input),
    ...LANGUAGES.map((language) => languageTable(input, language)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function summary({ ledger, at, messages, approvals, chain }: ReportInput): string {
  const verdict = chain.ok
    ? `<p class="good">The history is whole: ${chain.events} events, each chained to the one before.</p>`
    : `<p class="bad">The history is broken at event ${chain.at}: ${escapeHtml(chain.reason)}.</p>`;
  const counts = countStates(messages).map(
    ([state, count]) => `<tr><th scope="row">${state}</th><td>${count}</td></tr>`,
  );
  const lines = approvals.map(
    ({ hash, by, at: when }) =>
      `<tr><td><bdi>${escapeHtml(by)}</bdi></td><td>${time(when)}</td><td><code>${escapeHtml(hash)}</code></td></tr>`,
  );
  return [
    `<p>As of ${time(at)} UTC. Ledger <code>${escapeHtml(ledger)}</code>, ${messages.length} messages.</p>`,
    verdict,
    `<h2>States</h2><table class="small">${counts.join('')}</table>`,
    `<h2>Approvals</h2><table class="small"><tr><th>By</th><th>At (UTC)</th><th>Hash</th></tr>${lines.join('')}</table>`,
  ].join('\n');
}

/** A table for each language, from right to left where its letters are. */
function languageTable(input: ReportInput, language: (typeof LANGUAGES)[number]): string {
  const messages = input.messages.filter(({ key }) => key.language === language);
  if (messages.length === 0) return '';
  const { direction } = languagePack(language);
  const approvers = new Map(input.approvals.map(({ hash, by }) => [hash, by]));
  const bodies = messages.map((message) => entry(message, approvers.get(message.approval) ?? ''));
  const head = HEAD.map((name) => `<th scope="col">${ltr(name)}</th>`);
  return [
    `<h2>Letters in ${LANGUAGE_NAMES.of(language)}</h2>`,
    `<table class="letters" dir="${direction}"><thead><tr>${head.join('')}</tr></thead>`,
    `${bodies.join('\n')}</table>`,
  ].join('\n');
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const HEAD = [
  'Letter, recipient',
  'Address',
  'Subject',
  'State',
  'When (UTC)',
  "Server's reply",
  'Approved by',
];

/** What happened to a message, and under it in small print what proves which message it was. */
function entry(message: MessageRecord, approver: string): string {
  const { id, key, address, envelope, subject, state, reply = '', digest, pdfDigest } = message;
  const route = envelope.to === address ? address : `${address} (${envelope.to})`;
  const cells = [
    `<td>${ltr(id)}</td>`,
    `<td>${ltr(route)}</td>`,
    `<td lang="${key.language}"><bdi>${escapeHtml(subject)}</bdi></td>`,
    `<td class="state ${state}">${ltr(state)}</td>`,
    `<td>${ltr(time(message.acceptedAt ?? message.changedAt))}</td>`,
    `<td class="reply">${ltr(reply)}</td>`,
    `<td><bdi>${escapeHtml(approver)}</bdi></td>`,
  ];
  const proofs = [`message ${digest}`, `PDF ${pdfDigest}`, message.messageId];
  const proof = `<td colspan="${HEAD.length}">${proofs.map(ltr).join(' ')}</td>`;
  return `<tbody><tr>${cells.join('')}</tr><tr class="proof">${proof}</tr></tbody>`;
}

/** Words from left to right that stand at the table's own side; they break where a reader would break them. */
function ltr(text: string): string {
  const parts = text.split(/(?<=[/@.])(?=[^\s/@.])/).map(escapeHtml);
  return `<bdi lang="en" dir="ltr">${parts.join('<wbr>')}</bdi>`;
}

const STYLE = `
body { font: 14px/1.45 'Segoe UI', Arial, sans-serif; margin: 2em; color: #111; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5em; }
table.small { width: auto; }
th, td { border: 1px solid #999; padding: 4px 7px; vertical-align: top; text-align: start; }
th, td.state { white-space: nowrap; } td { overflow-wrap: break-word; }
table.letters td:nth-child(3) { min-width: 16em; }
tr.proof td { border-top: none; padding-top: 0; overflow-wrap: anywhere; }
tr.proof bdi { display: inline-block; margin-inline-end: 1.5em; }
tr:has(+ .proof) td { border-bottom: none; }
thead { display: table-header-group; }
tbody { break-inside: avoid; }
.proof, code { font-family: Consolas, 'DejaVu Sans Mono', monospace; font-size: 10px; }
.reply { font-size: 12px; }
.good { color: #14602b; } .bad, .rejected, .bounced, .held, .unknown { color: #a11212; font-weight: bold; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; font-size: 11px; } a { color: inherit; } }
`;
