/**
 * Letters with PDFs of 40 kB through gate and ledger to smtp-sink, and read back by another program's parser. `npm test`
 * sends a few; `npm run test:faults` sends 2,000 and prints rate and memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buildMessage, type MessageInput } from '../../src/mail/message/message.ts';
import type { FrozenMessage } from '../../src/mail/model.ts';
import type { Language } from '../../src/model.ts';
import { APPROVAL, approvalOf, deskWith } from './support/desk.ts';
import { startSink } from './support/postfix.ts';
import { seeded } from './support/random.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

const FULL = process.env.WSIS_FAULTS === 'full';
const LETTERS = FULL ? 2000 : 60;
const PDF_SIZE = 40_000;

/** Names and subjects that mail programs have trouble with. */
const TEXTS: readonly (readonly [Language, string, string])[] = [
  [
    'ar',
    'معالي الدكتورة ليلى العمري',
    'دعوة إلى منتدى القمة العالمية لمجتمع المعلومات 2026 (WSIS): جنيف، 6-10 يوليو',
  ],
  ['en', 'O\'Brien, "Pat" (Dr)', 'Invitation: WSIS Forum 2026, 6–10 July — 50% “early” places'],
  ['fr', 'Zoë Lefèvre-Ångström', 'Invitation au Forum du SMSI 2026 : l’avenir numérique'],
  ['es', 'Ñusta Quispe Mamani', 'Invitación al Foro de la CMSI 2026: ¿y después?'],
  ['ru', 'Екатерина Щербакова', 'Приглашение на Форум ВВУИО 2026 года'],
  ['zh', '王小明', '邀请函：2026年信息社会世界峰会论坛'],
];

/** What the parser must give back. */
type Expected = Record<string, string>;

test(`${LETTERS} letters arrive once each, with subject, name, text and PDF as they were built`, {
  timeout: 10 * 60_000,
}, async () => {
  const sink = await startSink();
  const desk = await deskWith([]);
  const inputs = Array.from({ length: LETTERS }, (_, index) => inputFor(index));
  const built = inputs.map((input) => store(desk.folder, input));
  await desk.ledger.recordApproval({
    ...approvalOf(APPROVAL),
    messages: built.map(({ frozen }) => frozen),
  });

  const { folder, stateFolder } = desk;
  const task = { folder, stateFolder, approval: APPROVAL, port: sink.port };
  const end = await startSender(bundleSender(), { ...task, limits: { connections: 3 } }).ended;
  expect(end.report, end.stderr).toMatchObject({ accepted: LETTERS, resumable: false });

  const arrived = readMail(sink.folder);
  const order = (a: Expected, b: Expected): number =>
    (a.letterId ?? '') < (b.letterId ?? '') ? -1 : 1;
  expect(arrived.sort(order)).toEqual(built.map(({ expected }) => expected).sort(order));
  const seconds = await duration(desk.ledger);
  const rate = Math.round(LETTERS / seconds);
  const memory = Math.round((end.report?.memory ?? 0) / 2 ** 20);
  console.log(`${LETTERS} letters in ${seconds.toFixed(1)} s: ${rate}/s, at most ${memory} MiB`);
});

function inputFor(index: number): MessageInput {
  const [language, name, subject] = TEXTS[index % TEXTS.length] ?? ['en', '', ''];
  const random = seeded(index);
  const pdf = Uint8Array.from({ length: PDF_SIZE }, () => Math.floor(random() * 256));
  return {
    letterId: `forum-2026/invitation/r${String(index).padStart(4, '0')}/${language}/to`,
    from: { address: 'office@itu.test', name: 'WSIS Secretariat' },
    to: { address: `r${index}@d${index % 5}.test`, name },
    date: new Date('2026-04-10T09:00:00Z'),
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    subject,
    text: `${subject}\n.\n..\nFrom ${name} = 100%\n`,
    html: `<!doctype html><html lang="${language}"><body><p>${subject}</p></body></html>\n`,
    pdf,
    fileName: `${subject.slice(0, 12)}.pdf`,
    asciiFileName: 'letter.pdf',
  };
}

function store(folder: string, input: MessageInput): { frozen: FrozenMessage; expected: Expected } {
  const { bytes, messageId, digest, pdfDigest } = buildMessage(input);
  const [, letter = '', recipient = ''] = input.letterId.split('/');
  const file = join('outbox', `${recipient}.eml`);
  mkdirSync(join(folder, 'outbox'), { recursive: true });
  writeFileSync(join(folder, file), bytes);
  const { to, from, subject, letterId, language, text, html, fileName } = input;
  const envelope = { from: from.address, to: to.address };
  const key = { letter, recipient, language, role: 'to' as const };
  return {
    frozen: { key, messageId, envelope, address: to.address, file, digest, pdfDigest, subject },
    expected: {
      letterId,
      messageId,
      subject,
      name: to.name ?? '',
      address: to.address,
      text,
      html,
      fileName,
      pdfDigest,
    },
  };
}

function readMail(folder: string): Expected[] {
  const script = resolve(import.meta.dirname, 'support/read-mail.py');
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const output = execFileSync('/usr/bin/python3', [script, folder], options);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** From the first claim to the last answer, in seconds. */
async function duration(ledger: { events(): Promise<readonly { kind: string; at: Date }[]> }) {
  const events = await ledger.events();
  const first = events.find(({ kind }) => kind === 'claim')?.at.getTime() ?? 0;
  return ((events.at(-1)?.at.getTime() ?? 0) - first) / 1000;
}
