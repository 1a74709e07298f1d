/** Approving is killed at random moments: an approval is there whole or not at all, and every letter goes out once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/mail/ledger/open.ts';
import { BIN, wsisLetters } from '../support/cli.ts';
import { starterEdition, withRecipients } from '../support/edition.ts';
import { environmentFor, startPeer } from './support/peer.ts';
import { seeded } from './support/random.ts';

const FULL = process.env.WSIS_FAULTS === 'full';
const KILLS = FULL ? 60 : 6;
const RECIPIENTS = 30;

test('kills during approve', { timeout: 20 * 60_000 }, async () => {
  const outer = starterEdition();
  withRecipients(outer, RECIPIENTS);
  const edition = join(outer, 'forum-x');
  const peer = await startPeer();
  const stateFolder = join(outer, 'state', 'wsis-letters');
  const env = environmentFor(peer, join(outer, 'state'));
  const mail = (...args: readonly string[]) =>
    wsisLetters(['mail', ...args], { cwd: edition, env });
  const began = Date.now();
  expect((await mail('plan')).code).toBe(0);
  // Longer than planning, which approving begins with, so that most kills meet it at work.
  const longest = (Date.now() - began) * 2.5;
  const random = seeded(7);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, [BIN, 'mail', 'approve', '--by', 'A', '--quiet'], {
      cwd: edition,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    await Promise.race([sleep(random() * longest), ended]);
    child.kill('SIGKILL');
    await ended;
    const ledger = await openLedger(join(edition, '.wsis'), { stateFolder, edition: 'forum-2027' });
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    const count = (await ledger.messages()).length;
    expect([0, RECIPIENTS]).toContain(count);
    await ledger.close();
  }
  const { approval, messages } = JSON.parse((await mail('approve', '--by', 'A', '--json')).stdout);
  expect(messages).toBe(RECIPIENTS);
  expect((await mail('send', '--approval', approval)).code).toBe(0);
  const sent = peer.delivered.map(({ to }) => to);
  expect([sent.length, new Set(sent).size]).toEqual([RECIPIENTS, RECIPIENTS]);
});
