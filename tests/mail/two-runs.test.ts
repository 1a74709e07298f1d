import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { APPROVAL, deskWith } from './support/desk.ts';
import { startPeer } from './support/peer.ts';
import { bundleSender, startSender } from './support/sender-bundle.ts';

test('of two processes that send at once one is refused; when the other is killed, the next one may', async () => {
  // One letter gets no answer, so the first process cannot have finished when the second one begins.
  const peer = await startPeer((to) =>
    to === 'r10@b.test' ? { at: 'dot', trouble: 'silence' } : undefined,
  );
  const addresses = Array.from({ length: 30 }, (_, index) => `r${index}@b.test`);
  const { folder, stateFolder, states } = await deskWith(addresses);
  const task = { folder, stateFolder, approval: APPROVAL, port: peer.port };
  const script = bundleSender();
  const start = () => startSender(script, { ...task, limits: { connections: 2 } });

  const first = start();
  while (peer.delivered.length < 5) await sleep(5);
  const second = await start().ended;
  expect(second).toMatchObject({ code: 1, report: undefined });
  expect(second.stderr).toContain('another run is sending from this ledger');
  first.child.kill('SIGKILL');
  await first.ended;
  const third = await start().ended;
  expect(third.report, third.stderr).toMatchObject({ resumable: false });

  const sent = peer.delivered.map(({ to }) => to);
  expect(new Set(sent).size).toBe(sent.length);
  expect([...new Set(Object.values(await states()))].sort()).toEqual(['accepted', 'unknown']);
});
