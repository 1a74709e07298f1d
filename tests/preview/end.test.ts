/** A signal ends the preview, whatever its watcher is doing. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyOfExample, startCommand } from './browser/open.ts';

test.each([0, 100, 200, 300, 400, 500])(
  'ends when the edition is removed, %d ms after its start',
  async (delay) => {
    const edition = copyOfExample();
    const { child } = await startCommand(edition);
    const ended = once(child, 'exit');
    await setTimeout(delay);
    child.kill('SIGTERM');
    await setTimeout(delay / 20);
    rmSync(dirname(edition), { recursive: true });
    expect(await Promise.race([ended, setTimeout(20_000, 'still running')])).toEqual([0, null]);
  },
);
