/** A list as long as lists get: shown at once, composed on demand. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { EditionInfo, RecipientPage } from '../../src/preview/api.ts';
import { openPreview } from '../../src/preview/preview.ts';
import { starterEdition, withRecipients } from '../support/edition.ts';
import { milliseconds } from '../support/limits.ts';
import { ask, enter, listen, openEdition } from './open.ts';

const COUNT = 50_000;

test('50,000 recipients open in a second, and are not read again when the edition changes', async () => {
  const outer = starterEdition();
  withRecipients(outer, COUNT);
  const client = await openEdition(join(outer, 'forum-x'));
  const start = performance.now();
  const { recipients } = await client.json<EditionInfo>('/api/edition');
  const last = await client.json<RecipientPage>(`/api/recipients?offset=${COUNT - 1}`);
  expect(performance.now() - start, 'milliseconds').toBeLessThan(milliseconds(1000));
  expect(recipients).toBe(COUNT);
  expect(last).toMatchObject({ total: COUNT, items: [{ id: `r${COUNT - 1}` }] });

  const found = await client.json<RecipientPage>(`/api/recipients?query=person+${COUNT - 1}`);
  expect(found.items.map(({ id }) => id)).toEqual([`r${COUNT - 1}`]);

  const before = client.preview.session.workspace.edition?.stakeholders;
  const events = await listen(client);
  client.edit('edition.yaml', 'event:', 'event: # changed');
  await events.next('changed');
  expect(client.preview.session.workspace.revision).toBe(2);
  expect(client.preview.session.workspace.edition?.stakeholders).toBe(before);
  events.close();
});

test('the preview opens before a long list has been read, and answers when it has', async () => {
  const outer = starterEdition();
  withRecipients(outer, COUNT);
  const preview = await openPreview({
    folder: join(outer, 'forum-x'),
    port: 0,
    cwd: outer,
    fileOf: () => '',
    onFault: (error) => {
      throw error;
    },
  });
  onTestFinished(() => preview.close());
  expect(preview.session.workspace.revision).toBe(0);
  const { session } = await enter(preview);
  const { body } = await ask(preview.port, '/api/edition', session);
  expect(JSON.parse(body.toString())).toMatchObject({ recipients: COUNT, revision: 1 });
});
