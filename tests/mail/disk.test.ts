/** A disk that fails under the ledger, by way of strace. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/mail/ledger/open.ts';
import { APPROVAL, deskWith } from './support/desk.ts';
import { startPeer } from './support/peer.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

const LETTERS = 60;

test.each([
  ['from the 400th sync on', '400+', 10],
  ['from the first sync on', '1+', 0],
  ['once, at the 333rd sync', '333', 10],
])(
  'the disk fails %s: the run stops and the ledger knows of every letter sent',
  async (_, when, sent) => {
    expect(existsSync('/usr/bin/strace')).toBe(true);
    const peer = await startPeer();
    const desk = await deskWith(Array.from({ length: LETTERS }, (_, index) => `r${index}@b.test`));
    await desk.ledger.close();
    const { folder, stateFolder } = desk;
    const task = { folder, stateFolder, approval: APPROVAL, port: peer.port };
    const inject = `inject=fsync,fdatasync:error=EIO:when=${when}`;
    const end = await startSender(bundleSender(), { ...task, limits: { connections: 2 } }, [
      'strace',
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      inject,
    ]).ended;
    expect(end.report?.stopped?.code ?? end.stderr).toMatch(/ledger-failed|disk I\/O error|EIO/);

    const ledger = await openLedger(folder, { stateFolder });
    // What the failed run left is settled by the next one.
    await (await ledger.beginRun()).end();
    const copies = peer.delivered.map(({ to }) => to);
    const known = (await ledger.messages()).filter(({ state }) => /accepted|unknown/.test(state));
    const accepted = known.filter(({ state }) => state === 'accepted');
    expect(new Set(copies).size).toBe(copies.length);
    expect(copies.length).toBeGreaterThanOrEqual(sent);
    expect(copies.length).toBeLessThan(LETTERS);
    expect(known.map(({ address }) => address)).toEqual(expect.arrayContaining(copies));
    expect(copies).toEqual(expect.arrayContaining(accepted.map(({ address }) => address)));
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    await ledger.close();
  },
);
