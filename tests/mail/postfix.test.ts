import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deskWith } from './support/desk.ts';
import { startPostfix, startSink } from './support/postfix.ts';

const LETTERS = 40;

test.skipIf(process.getuid?.() !== 0)(
  'through Postfix, over TLS that is verified, to its sink: each letter once, byte for byte',
  async () => {
    const sink = await startSink();
    const postfix = await startPostfix(sink.port);
    const good = Array.from({ length: LETTERS }, (_, index) => `r${index}@d${index % 3}.test`);
    const desk = await deskWith([...good, 'nobody@x.test', 'later@x.test'], { size: 40_000 });
    const report = await desk.send(postfix.port, {
      limits: { connections: 3 },
      transport: {
        host: 'localhost',
        security: 'starttls',
        testServer: false,
        ca: postfix.certificate,
        timeout: 20_000,
      },
    });
    expect(report, postfix.log()).toMatchObject({ accepted: LETTERS, rejected: 1, deferred: 1 });
    for (let tries = 0; sink.count() < LETTERS && tries < 200; tries += 1) await sleep(100);

    const arrived = sink.messages();
    expect(arrived.length, postfix.log()).toBe(LETTERS);
    const digests = (texts: readonly string[]): string[] =>
      texts.map((text) => createHash('sha256').update(text.trimEnd()).digest('hex')).sort();
    // Before the letter stand what Postfix and the sink say of its way.
    const endings = arrived.map((message) =>
      message.slice(message.indexOf('From: office@itu.test')),
    );
    const approved = desk.messages
      .filter(({ address }) => good.includes(address))
      .map(({ file }) => readFileSync(join(desk.folder, file), 'utf8'));
    expect(digests(endings)).toEqual(digests(approved));
    const [message] = await desk.ledger.messages({ state: 'accepted' });
    expect(message).toMatchObject({
      dsn: true,
      reply: expect.stringMatching(/^250 2\.0\.0 Ok: queued as/),
    });
  },
);
