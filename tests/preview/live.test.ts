/** Files change, and the page is told: at once, with what is wrong, and without leaking. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { readText } from '../../src/pdf/readback/reader.ts';
import type { EditionInfo, Refusal } from '../../src/preview/api.ts';
import { starterEdition } from '../support/edition.ts';
import { fontFile } from '../support/fonts.ts';
import { type Client, exampleEdition, listen, openEdition } from './open.ts';

const PDF = '/api/letters/invitation/en/-/pdf';
const TEMPLATES = resolve(import.meta.dirname, '../../templates');

async function textOf(client: Client, path = PDF): Promise<string> {
  return readText((await client.get(path)).body);
}

test('a saved edition is told, and shown', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  client.edit('edition.yaml', 'Gitanjali Sah', 'Somebody Else');
  expect(await events.next('changed')).toMatchObject({ revision: 2, files: ['edition.yaml'] });
  expect(await textOf(client)).toContain('Somebody Else');
  expect((await client.get(PDF)).headers['x-revision']).toBe('2');
  events.close();
});

test('editors save in different ways', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  const file = join(client.folder, 'edition.yaml');
  const text = readFileSync(file, 'utf8');
  const ways: readonly ((to: string) => void)[] = [
    (to) => writeFileSync(file, to),
    (to) => {
      writeFileSync(`${file}.tmp`, to);
      renameSync(`${file}.tmp`, file);
    },
    (to) => {
      renameSync(file, `${file}~`);
      writeFileSync(file, to);
    },
    (to) => {
      rmSync(file);
      writeFileSync(file, to);
    },
  ];
  for (const [index, save] of ways.entries()) {
    events.forget();
    save(text.replace('Gitanjali Sah', `Number ${index}`));
    expect(await events.next('changed'), String(index)).toMatchObject({ files: ['edition.yaml'] });
    expect(await textOf(client)).toContain(`Number ${index}`);
  }
  events.close();
});

test('a save that follows another at once is not missed', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  for (let round = 0; round < 5; round += 1) {
    for (const pause of [0, 3, 20, 30, 45]) {
      client.edit('edition.yaml', /Gitanjali Sah\w*/, `Gitanjali Sah${round}x${pause}`);
      await events.next('changed');
      await setTimeout(pause);
      client.edit('edition.yaml', /Gitanjali Sah\w*/, `Gitanjali Sah${round}y${pause}`);
      const latest = () => client.preview.session.workspace.edition?.contact.name.en?.value;
      await vi.waitFor(() => expect(latest()).toBe(`Gitanjali Sah${round}y${pause}`), 3_000);
      events.forget();
    }
  }
  events.close();
});

test('a template of the edition, a list and an image are followed', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  const folder = join(client.folder, 'templates/forum-invitation');
  const before = (await client.get(PDF)).body;

  mkdirSync(folder, { recursive: true });
  const template = readFileSync(join(TEMPLATES, 'forum-invitation/en.md.hbs'), 'utf8');
  writeFileSync(join(folder, 'en.md.hbs'), `${template}\nOne more paragraph.\n`);
  await events.next('changed');
  expect(await textOf(client)).toContain('One more paragraph.');

  client.edit('stakeholders.csv', 'سلمى بنت خلفان الحارثية', 'سلمى');
  expect(await events.next('changed')).toMatchObject({ files: ['stakeholders.csv'] });
  const { items } = await client.json<{ items: { name: string }[] }>(
    '/api/recipients?query=al-harthiya',
  );
  expect(items[0]?.name).toBe('سلمى');

  const drawn = (await client.get(PDF)).body;
  expect(drawn.equals(before)).toBe(false);
  client.edit('logo.svg', /fill="[^"]*"/, 'fill="#123456"');
  await events.next('changed');
  expect((await client.get(PDF)).body.equals(drawn)).toBe(false);
  events.close();
});

test('a font is read again', async () => {
  const folder = exampleEdition('forum-2026');
  const own = join(folder, 'own.ttf');
  copyFileSync(fontFile('Tinos'), own);
  const client = await openEdition(folder);
  const events = await listen(client);
  client.edit(
    'edition.yaml',
    'event:',
    'fonts: {Own: {regular: own.ttf}}\nsettings: {fonts: {en: [Own]}}\nevent:',
  );
  await events.next('changed');
  const before = (await client.get(PDF)).body;
  copyFileSync(fontFile('Amiri'), own);
  await events.next('changed');
  const after = await client.get(PDF);
  expect(after.status).toBe(200);
  expect(after.body.equals(before)).toBe(false);
  events.close();
});

test('while the data is broken, the last good page stays', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  const good = (await client.get(PDF)).body;
  const text = readFileSync(join(client.folder, 'edition.yaml'), 'utf8');
  client.edit('edition.yaml', 'event:', 'event: [');
  expect(await events.next('changed')).toMatchObject({ problems: { errors: 1 } });
  const reply = await client.get(PDF);
  expect(reply.status).toBe(409);
  const refusal: Refusal = JSON.parse(reply.body.toString());
  expect(refusal).toMatchObject({ lastGood: true, diagnostics: [{ code: 'yaml-syntax' }] });
  expect((await client.get(`${PDF}?lastGood=1`)).body.equals(good)).toBe(true);
  const edition = await client.json<EditionInfo>('/api/edition');
  expect(edition.readable).toBe(false);
  expect(edition.letters.map(({ id }) => id)).toContain('invitation');
  expect((await client.get('/api/letters/invitation/ru/-/pdf?lastGood=1')).status).toBe(404);

  writeFileSync(join(client.folder, 'edition.yaml'), text);
  expect(await events.next('changed')).toMatchObject({ problems: { errors: 0 } });
  expect((await client.get(PDF)).body.equals(good)).toBe(true);
  events.close();
});

test('an edition that was never whole opens, and mends', async () => {
  const folder = exampleEdition('forum-2026');
  const file = join(folder, 'edition.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}\n}`);
  const client = await openEdition(folder);
  const edition = await client.json<EditionInfo>('/api/edition');
  expect(edition).toMatchObject({ readable: false, letters: [], problems: { errors: 1 } });
  const events = await listen(client);
  writeFileSync(file, text);
  await events.next('changed');
  expect((await client.get(PDF)).status).toBe(200);
  events.close();
});

test('what programs leave beside the files is none of our business', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  mkdirSync(join(client.folder, 'out'));
  for (const name of [
    '.edition.yaml.swp',
    'edition.yaml~',
    '~$stakeholders.csv',
    '4913',
    'out/x.pdf',
  ]) {
    writeFileSync(join(client.folder, name), 'x');
  }
  client.edit('edition.yaml', 'Gitanjali Sah', 'Somebody Else');
  expect(await events.next('changed')).toMatchObject({ revision: 2, files: ['edition.yaml'] });
  events.close();
});

test('a list that is open in a spreadsheet is read once', async () => {
  const edition = join(starterEdition(), 'forum-x');
  writeFileSync(join(edition, '~$stakeholders.csv'), '\0Somebody');
  writeFileSync(join(edition, '.~lock.stakeholders.csv#'), 'Somebody');
  const { preview } = await openEdition(edition);
  expect(preview.session.workspace.readable).toBe(true);
  expect(preview.session.workspace.edition?.stakeholders).toHaveLength(6);
});

test('all letters are looked at in the background', async () => {
  const client = await openEdition(exampleEdition('forum-2026'));
  const events = await listen(client);
  client.edit('edition.yaml', 'Gitanjali Sah', 'the the office');
  await events.next('changed');
  expect(await events.next('checked')).toMatchObject({ problems: { checking: false } });
  const problems = await client.json<unknown[]>('/api/problems');
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'doubled-word',
      file: 'edition.yaml',
      letter: expect.objectContaining({ letter: 'invitation', recipient: null }),
    }),
  );
  events.close();
});

test('200 edits in a row leak neither memory nor watchers', async () => {
  const watchers = () =>
    process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;
  const client = await openEdition(exampleEdition('forum-2021'));
  const { letters } = await client.json<EditionInfo>('/api/edition');
  const pdf = `/api/letters/${letters[0]?.id}/en/-/pdf`;
  const events = await listen(client);
  let heap = 0;
  let watched = 0;
  for (let edit = 0; edit < 200; edit += 1) {
    events.forget();
    client.edit('edition.yaml', /Gitanjali Sah\w*/, `Gitanjali Sah${edit}`);
    await events.next('changed');
    expect((await client.get(pdf)).status).toBe(200);
    // Caches that keep the last so many letters have to fill first.
    if (edit !== 99) continue;
    collectGarbage();
    heap = process.memoryUsage().heapUsed;
    watched = watchers();
  }
  collectGarbage();
  const grown = (process.memoryUsage().heapUsed - heap) / 1e6;
  await vi.waitFor(async () => expect(await textOf(client, pdf)).toContain('Sah199'), 10_000);
  expect(watchers()).toBe(watched);
  expect(watched).toBeGreaterThan(0);
  expect(grown, 'megabytes').toBeLessThan(40);
  events.close();
}, 300_000);

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
