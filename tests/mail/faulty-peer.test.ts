/**
 * What a server says byte for byte, and what becomes of the letter. Each row holds the outcome against what the server really took:
 * what counts as accepted has been taken once, what is sent again has not been taken at all, and what nobody knows is `unknown`.
 */
import { expect, test } from 'vitest';
import type { MessageState, StopCode } from '../../src/mail/model.ts';
import { deskWith } from './support/desk.ts';
import { type Act, startRawPeer, type Turn } from './support/raw-peer.ts';

type Row = readonly [
  turn: Turn,
  acts: readonly Act[],
  /** Whether it takes a message whose dot it sees. */
  keeps: 'takes' | 'drops',
  state: MessageState,
  stop?: StopCode | undefined,
  more?: { readonly times?: number; readonly isSilent?: boolean },
];

const SILENT = { isSilent: true };
const ONCE = { times: 1 };
const bytes = (text: string): Act[] => [...text].flatMap((byte) => [byte, 1]);
const LONG = 'x'.repeat(20_000);

const GREETING: readonly Row[] = [
  ['greeting', ['220 hello\r\n'], 'takes', 'accepted'],
  ['greeting', ['220\r\n'], 'takes', 'accepted'],
  ['greeting', ['220-hello\r\n220 peer\r\n'], 'takes', 'accepted'],
  ['greeting', ['220-hello\r\n250 peer\r\n'], 'takes', 'queued', 'waiting'],
  ['greeting', ['250 hello\r\n'], 'takes', 'queued', 'waiting'],
  ['greeting', ['220 hello\r\n250 peer\r\n'], 'takes', 'queued', 'waiting'],
  ['greeting', ['HTTP/1.1 400 Bad Request\r\n\r\n', 'END'], 'takes', 'queued', 'waiting'],
  ['greeting', ['+OK\r\n'], 'takes', 'queued', 'waiting'],
  ['greeting', ['421 later\r\n', 'END'], 'takes', 'queued', 'waiting'],
  ['greeting', ['554 no\r\n', 'END'], 'takes', 'queued', 'server-refused'],
  ['greeting', ['220 hel', 'END'], 'takes', 'queued', 'waiting'],
];

const EHLO: readonly Row[] = [
  ['ehlo', ['220 peer\r\n'], 'takes', 'queued', 'waiting'],
  ['ehlo', ['250-peer\r\n550 no\r\n'], 'takes', 'queued', 'waiting'],
  ['ehlo', ['250-peer\r\nPIPELINING\r\n'], 'takes', 'queued', 'waiting'],
  ['ehlo', ['250 peer\r\n250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['ehlo', ['421 later\r\n', 'END'], 'takes', 'queued', 'waiting'],
  ['ehlo', ['500 what\r\n'], 'takes', 'accepted', undefined, ONCE],
  ['ehlo', ['550 no\r\n'], 'takes', 'queued', 'server-refused'],
];

const AUTH: readonly Row[] = [
  ['auth', ['235 in\r\n'], 'takes', 'accepted'],
  ['auth', ['235-in\r\n235 good\r\n'], 'takes', 'accepted'],
  ['auth', ['250 in\r\n'], 'takes', 'queued', 'waiting'],
  ['auth', ['2\r\n'], 'takes', 'queued', 'waiting'],
  ['auth', ['235-in\r\n535 no\r\n'], 'takes', 'queued', 'waiting'],
  ['auth', ['535-no\r\n235 in\r\n'], 'takes', 'queued', 'waiting'],
  ['auth', ['235 in\r\n250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['auth', ['535 no\r\n'], 'takes', 'queued', 'sign-in-failed'],
];

const ENVELOPE: readonly Row[] = [
  ['mail', ['220 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['354 go on\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['2\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['5500 no\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['550-no\r\n250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['250 ok\r\n250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['mail', ['421 later\r\n', 'END'], 'takes', 'deferred', 'waiting'],
  ['mail', ['550 no\r\n'], 'takes', 'queued', 'server-refused'],
  ['rcpt', ['251 elsewhere\r\n'], 'takes', 'accepted'],
  ['rcpt', ['252 perhaps\r\n'], 'takes', 'queued', 'waiting'],
  ['rcpt', ['220 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['rcpt', ['550-no\r\n250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['rcpt', ['250-ok\r\n550 no\r\n'], 'takes', 'queued', 'waiting'],
  ['rcpt', ['650 no\r\n'], 'takes', 'queued', 'waiting'],
  ['rcpt', ['550 no\r\n'], 'takes', 'rejected'],
  ['rcpt', ['550-no\r\n550 never\r\n'], 'takes', 'rejected'],
  ['rcpt', ['450 later\r\n'], 'takes', 'deferred', 'waiting'],
  ['rcpt', ['421 later\r\n', 'END'], 'takes', 'deferred', 'waiting'],
  ['rcpt', ['550 no', 'END'], 'takes', 'queued', 'waiting'],
];

const DATA: readonly Row[] = [
  ['data', ['354\r\n'], 'takes', 'accepted'],
  ['data', ['354-go\r\n354 on\r\n'], 'takes', 'accepted'],
  ['data', bytes('354 go on\r\n'), 'takes', 'accepted'],
  ['data', ['250 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['220 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['300 ok\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['354-go\r\n250 on\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['354 go\r\n250 taken\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['354 go\r\n554 no\r\n'], 'takes', 'queued', 'waiting'],
  ['data', ['354 go\r\n2'], 'takes', 'queued', 'waiting'],
  ['data', ['451 later\r\n'], 'takes', 'deferred', 'waiting'],
  ['data', ['554 no\r\n'], 'takes', 'rejected'],
  ['data', ['503 not now\r\n'], 'takes', 'queued', 'server-refused'],
  ['data', ['421 later\r\n', 'END'], 'takes', 'deferred', 'waiting'],
];

/** The letter is so large that its dot cannot be on its way. */
const BODY: readonly Row[] = [
  ['body', ['552 too large\r\n'], 'takes', 'queued', 'waiting'],
  ['body', ['552 too large\r\n', 'DEAF'], 'takes', 'queued', 'waiting'],
  ['body', ['552 too large\r\n', 'END'], 'takes', 'queued', 'waiting'],
  ['body', ['250 taken\r\n', 'DEAF'], 'takes', 'queued', 'waiting'],
  ['body', ['250', 'DEAF'], 'takes', 'queued', 'waiting'],
  ['body', ['421 later\r\n', 'END'], 'takes', 'queued', 'waiting'],
  ['body', ['DEAF'], 'takes', 'queued', 'waiting', SILENT],
];

const ACCEPTED: readonly Row[] = [
  ['dot', ['250 ok\r\n'], 'takes', 'accepted'],
  ['dot', ['250\r\n'], 'takes', 'accepted'],
  ['dot', ['250 ok\n'], 'takes', 'accepted'],
  ['dot', ['250-a\r\n250-b\r\n250 c\r\n'], 'takes', 'accepted'],
  ['dot', bytes('250-a\r\n250 b\r\n'), 'takes', 'accepted'],
  ['dot', ['25', 30, '0 ok\r', 30, '\n'], 'takes', 'accepted'],
  ['dot', ['250 \xd9\x82\xd9\x8f\xd8\xa8\xd9\x84\r\n'], 'takes', 'accepted'],
  ['dot', ['250 \xe9\xff\xfe\r\n'], 'takes', 'accepted'],
  ['dot', ['250 ok\r\n', 30, '554 no\r\n'], 'takes', 'accepted'],
  ['dot', ['250 ok\r\n421 bye\r\n', 'END'], 'takes', 'accepted'],
  ['dot', ['250 ok\r\n', 'DROP'], 'takes', 'accepted'],
];

const REFUSED: readonly Row[] = [
  ['dot', ['550 no\r\n'], 'drops', 'rejected'],
  ['dot', ['559\r\n'], 'drops', 'rejected'],
  ['dot', ['554-no\r\n554 never\r\n'], 'drops', 'rejected'],
  ['dot', bytes('552 too large\r\n'), 'drops', 'rejected'],
  ['dot', ['554 no\r\n', 30, '250 ok\r\n'], 'drops', 'rejected'],
  ['dot', ['450 later\r\n'], 'drops', 'deferred', 'waiting'],
  ['dot', ['452-full\r\n452 later\r\n'], 'drops', 'deferred', 'waiting'],
  ['dot', ['421 later\r\n', 'END'], 'drops', 'deferred', 'waiting'],
  ['dot', ['503 not now\r\n'], 'drops', 'unknown', 'server-refused'],
];

/** Read as acceptance by the first digit of the last line; what the server means by it nobody knows. */
const NO_ACCEPTANCE: readonly Row[] = [
  ['250-ok\r\n554 no\r\n'],
  ['250-ok\r\n', 30, '554 no\r\n'],
  ['554-no\r\n', 30, '250 ok\r\n'],
  ['250 ok\r\n554 no\r\n'],
  ['554 no\r\n250 ok\r\n'],
  ['250 ok\r\n250 ok\r\n'],
  ['250 ok\r\n2'],
  ['250-a\r\n\r\n250 b\r\n'],
  ['220 ok\r\n'],
  ['221 bye\r\n', 'END'],
  ['235 good\r\n'],
  ['251 elsewhere\r\n'],
  ['252 perhaps\r\n'],
  ['200 ok\r\n'],
  ['260 ok\r\n'],
  ['299 ok\r\n'],
  ['2\r\n'],
  ['25\r\n'],
  ['2 50 ok\r\n'],
  ['250ok\r\n'],
  ['2500 ok\r\n'],
  ['250 o\0k\r\n'],
  ['250 ok\r554 no\r\n'],
  [`250 ${LONG}\r\n`],
].map((acts): Row => ['dot', acts as Act[], 'drops', 'unknown']);

/** Read as a refusal, and so sent again, although the server may have taken the letter. */
const NO_REFUSAL: readonly Row[] = [
  ['554-no\r\n250 ok\r\n'],
  ['000 ok\r\n'],
  ['100 ok\r\n'],
  ['199 ok\r\n'],
  ['354 go on\r\n'],
  ['334 \r\n'],
  ['560 ok\r\n'],
  ['600 ok\r\n'],
  ['650 ok\r\n'],
  ['999 ok\r\n'],
  ['5500 no\r\n'],
  ['550no\r\n'],
  [' 250 ok\r\n'],
  ['+OK\r\n'],
  ['ok\r\n'],
  ['\0\0\0\0\r\n'],
  ['\xff\xfe250 ok\r\n'],
  ['\xd9\xa2\xd9\xa5\xd9\xa0 ok\r\n'],
  ['RUBBISH', '\r\n'],
].map((acts): Row => ['dot', acts as Act[], 'takes', 'unknown']);

const CUT_OFF: readonly Row[] = [
  ['dot', ['END'], 'takes', 'unknown'],
  ['dot', ['DROP'], 'takes', 'unknown'],
  ['dot', ['25', 'END'], 'takes', 'unknown'],
  ['dot', ['250 ok', 'END'], 'takes', 'unknown'],
  ['dot', ['250-ok\r\n', 'END'], 'takes', 'unknown'],
  ['dot', ['550 no', 'END'], 'takes', 'unknown'],
  ['dot', ['550-no\r\n', 'END'], 'takes', 'unknown'],
  ['dot', ['450 later', 'END'], 'takes', 'unknown'],
  ['dot', ['421 later', 'END'], 'takes', 'unknown'],
  ['dot', [], 'takes', 'unknown', undefined, SILENT],
  ['dot', ['250-ok\r\n'], 'takes', 'unknown', undefined, SILENT],
  ['dot', ['250 ok'], 'takes', 'unknown', undefined, SILENT],
  ['dot', ['ENDLESS'], 'takes', 'unknown'],
];

const ROWS: readonly Row[] = [
  ...[...GREETING, ...EHLO, ...AUTH, ...ENVELOPE, ...DATA, ...BODY],
  ...[...ACCEPTED, ...REFUSED, ...NO_ACCEPTANCE, ...NO_REFUSAL, ...CUT_OFF],
];

test('there are enough of them', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(68);
});

/** At EHLO, a script says for itself what the server offers. */
const CASES = ROWS.flatMap((row) => {
  const [turn, acts, keeps, state, stop, more = {}] = row;
  const fact = { turn, acts, keeps, state, stop, said: JSON.stringify(acts).slice(0, 60), ...more };
  const offers = turn === 'ehlo' ? [[]] : [['PIPELINING', 'AUTH PLAIN'], ['AUTH PLAIN']];
  return offers.map((extensions) => ({ ...fact, extensions }));
});

const SIGN_IN = { method: 'password', user: 'office', password: 'right' } as const;

test.each(CASES)('$turn: $said, $keeps → $state ($extensions)', async (row) => {
  const { turn, state, stop, extensions } = row;
  const peer = await startRawPeer([{ ...row, keeps: row.keeps === 'takes' }], { extensions });
  const desk = await deskWith(['a@b.test'], { size: turn === 'body' ? 20_000_000 : 40_000 });
  const timeout = 'isSilent' in row ? 700 : 30_000;
  const transport = { timeout, ...(turn === 'auth' && { signIn: SIGN_IN }) };
  const report = await desk.send(peer.port, { transport });
  expect([await desk.states(), report.stopped?.code]).toEqual([{ 'a@b.test': state }, stop]);
  if (state === 'accepted') expect(peer.taken).toEqual(['a@b.test']);
  if (/queued|deferred|rejected/.test(state)) expect(peer.taken).toEqual([]);
  if (turn !== 'dot' && state !== 'accepted') expect(peer.heard).not.toContain('dot');
  expect(await desk.ledger.verifyChain()).toMatchObject({ ok: true });
});
