import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  approveMail,
  EditionChanged,
  planMail,
  reportMail,
  sendMail,
  type UserError,
} from '../../src/index.ts';
import { edit, starterEdition } from '../support/edition.ts';
import { startPeer } from './support/peer.ts';

/** The starter edition, marks in a folder of its own, and a server to send to. */
async function office() {
  const outer = starterEdition();
  vi.stubEnv('XDG_STATE_HOME', join(outer, 'state'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const peer = await startPeer();
  const server = {
    host: '127.0.0.1',
    port: peer.port,
    security: 'none',
    testServer: true,
  } as const;
  return { outer, folder: join(outer, 'forum-x'), peer, server };
}

test('plan, approve, send and report as functions: the same ledger and the same refusals', async () => {
  const { outer, folder, peer, server } = await office();
  const { messages } = await planMail(folder);
  expect(messages.length).toBeGreaterThan(2);
  const { hash: approval = '' } = await approveMail(folder, { by: 'A. Script' });
  const some = await sendMail(folder, { approval, server, limit: 1 });
  expect([some.accepted, some.stopped?.code, peer.delivered.length]).toEqual([
    1,
    'limit-reached',
    1,
  ]);
  edit(outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30');
  const refused = await sendMail(folder, { approval, server }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(EditionChanged);
  expect((refused as EditionChanged).changes[0]).toMatchObject({ what: 'text of the letter' });
  expect(peer.delivered.length).toBe(1);
  edit(outer, 'edition.yaml', 'proposals: 2027-03-30', 'proposals: 2027-03-31');
  const seen: number[] = [];
  const onProgress = ({ done }: { readonly done: number }) => void seen.push(done);
  const rest = await sendMail(folder, { approval, server, onProgress });
  expect(rest).toMatchObject({ accepted: messages.length, unknown: 0, resumable: false });
  expect(seen.at(-1)).toBe(messages.length - 1);
  const report = await reportMail(folder);
  expect(report.messages.map(({ state }) => state)).toEqual(messages.map(() => 'accepted'));
  expect(report.chain.ok).toBe(true);
  expect([report.html, report.csv].every((text) => text.includes('A. Script'))).toBe(true);
});

test('what the commands refuse is thrown', async () => {
  const { outer, folder, server } = await office();
  const codes = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: UserError) => error.diagnostics.map(({ code }) => code),
    );
  expect(await codes(reportMail(folder))).toEqual(['no-ledger']);
  expect(await codes(sendMail(folder, { approval: 'none', server }))).toEqual(['unknown-approval']);
  edit(outer, 'stakeholders.csv', '@', ' at ');
  expect(await codes(approveMail(folder, { by: 'A' }))).toContain('bad-email');
});
