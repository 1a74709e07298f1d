/** What the page is told about an edition, its letters and their mail. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import { readText } from '../../src/pdf/readback/reader.ts';
import type {
  DataValue,
  EditionInfo,
  MailPreview,
  Problem,
  RecipientPage,
  Refusal,
} from '../../src/preview/api.ts';
import { type Client, example, exampleEdition, openClient, openEdition } from './open.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient(example('forum-2026'));
  return () => client.preview.close();
});

test('the edition', async () => {
  const edition = await client.json<EditionInfo>('/api/edition');
  expect(edition).toMatchObject({
    id: 'forum-2026',
    revision: 1,
    readable: true,
    languages: ['ar', 'en', 'fr', 'es', 'ru', 'zh'],
    mail: true,
    problems: { errors: 0 },
  });
  expect(edition.letters[0]).toMatchObject({ id: 'invitation', forms: ['circular', 'personal'] });
  expect(edition.recipients).toBeGreaterThanOrEqual(12);
});

describe('recipients', () => {
  const find = (query: string) => client.json<RecipientPage>(`/api/recipients?${encodeURI(query)}`);

  test.each([
    ['the id', 'query=al-harthiya', ['al-harthiya']],
    ['a name, whatever its vowel signs and hamzas', 'query=سَلمى+الحارثية', ['al-harthiya']],
    ['the address', 'query=s.alharthiya@', ['al-harthiya']],
    ['words in any order', 'query=خلفان+سلمى', ['al-harthiya']],
    ['nobody', 'query=nobody-at-all', []],
  ])('are found by %s', async (_, query, ids) => {
    expect((await find(query)).items.map(({ id }) => id)).toEqual(ids);
  });

  test('come in pages, filtered', async () => {
    const all = await find('');
    const second = await find('offset=1&limit=1');
    expect(second.total).toBe(all.total);
    expect(second.items).toEqual(all.items.slice(1, 2));
    const arabic = await find('language=ar');
    expect(arabic.total).toBeLessThan(all.total);
    expect(new Set(arabic.items.map(({ language }) => language))).toEqual(new Set(['ar']));
    expect((await find('category=government&language=ar')).items.length).toBeGreaterThan(0);
    expect((await find('limit=-1&offset=x')).items).toEqual([]);
  });
});

describe('a letter', () => {
  test('is a PDF in its language', async () => {
    const { status, headers, body } = await client.get('/api/letters/invitation/en/-/pdf');
    expect([status, headers['content-type'], headers['x-revision']]).toEqual([
      200,
      'application/pdf',
      '1',
    ]);
    expect(await readText(body)).toContain('Geneva, 10 April 2026');
  });

  test('to one recipient is another', async () => {
    const { body } = await client.get('/api/letters/invitation/ar/al-harthiya/pdf');
    expect(body.equals((await client.get('/api/letters/invitation/ar/-/pdf')).body)).toBe(false);
  });

  test('may have two languages', async () => {
    const path = '/api/letters/invitation/en/-/pdf?layout=sequential&second=fr';
    const text = await readText((await client.get(path)).body);
    expect(text).toContain('Geneva, 10 April 2026');
    expect(text).toContain('Genève, le 10 avril 2026');
  });

  test.each([
    'nothing/en/-',
    'invitation/de/-',
    'invitation/en/nobody',
    'invitation/en',
    'invitation/en/-/pdf/more',
  ])('%s is not found', async (name) => {
    expect((await client.get(`/api/letters/${name}/pdf`)).status).toBe(404);
  });

  test('is a picture, page by page', async () => {
    const { headers, body } = await client.get('/api/letters/invitation/en/-/png?page=1&scale=1');
    expect(headers['content-type']).toBe('image/png');
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([596, 842]);
    expect((await client.get('/api/letters/invitation/en/-/png?page=9')).status).toBe(404);
    expect((await client.get('/api/letters/invitation/en/-/png?page=0')).status).toBe(404);
  });

  test('tells where its values stand', async () => {
    const path = '/api/letters/invitation/ar/al-harthiya/data';
    const values = await client.json<DataValue[]>(path);
    const at = (name: string) => values.find((value) => value.path === name);
    expect(at('letter.deadlines.proposals')).toMatchObject({
      value: '2026-03-31',
      file: 'edition.yaml',
      used: true,
    });
    expect(at('event.place')).toMatchObject({ value: 'جنيف', used: true });
    expect(at('recipient.email')).toMatchObject({
      value: 's.alharthiya@example.org',
      file: 'stakeholders.csv',
    });
  });
});

describe('mail', () => {
  test('is shown as it would go out', async () => {
    const mail = await client.json<MailPreview>('/api/letters/invitation/ar/al-harthiya/mail');
    expect(mail).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(mail.to).toContain('<s.alharthiya@example.org>');
    expect(mail.headers.map(([name]) => name)).toContain('Reply-To');
    expect(mail.attachment).toMatch(/\.pdf$/);
    expect(mail.text.length).toBeGreaterThan(100);
  });

  test('of a circular names nobody', async () => {
    const mail = await client.json<MailPreview>('/api/letters/invitation/fr/-/mail');
    expect(mail.to).toBeNull();
    expect(mail.headers.map(([name]) => name)).not.toContain('To');
  });

  test('comes as a page that can do nothing', async () => {
    const { headers } = await client.get('/api/letters/invitation/ar/al-harthiya/mail/html');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none';/);
  });

  test('can be saved', async () => {
    const { headers, body } = await client.get('/api/letters/invitation/ar/al-harthiya/eml');
    expect(headers['content-type']).toBe('message/rfc822');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="forum-2026-invitation-ar.eml"',
    );
    expect(body.toString('latin1')).toContain('<s.alharthiya@example.org>');
  });

  test('is not there for an edition without it', async () => {
    const folder = exampleEdition('forum-2026');
    const other = await openEdition(folder);
    other.edit('edition.yaml', /\nmail:\n(?:[ #].*\n|\n)*/, '\n');
    await other.preview.session.reload();
    expect((await other.get('/api/letters/invitation/fr/-/mail')).status).toBe(404);
  });
});

test('<script> in a name stays text', async () => {
  const other = await openEdition(exampleEdition('forum-2026'));
  const evil = '<script>alert(1)</script>';
  other.edit('stakeholders.csv', 'سلمى بنت خلفان الحارثية', evil);
  await other.preview.session.reload();
  const { items } = await other.json<RecipientPage>('/api/recipients?query=al-harthiya');
  expect(items[0]?.name).toBe(evil);
  const path = '/api/letters/invitation/ar/al-harthiya';
  const mail = await other.json<MailPreview>(`${path}/mail`);
  expect(mail.html).not.toContain('<script');
  expect(await readText((await other.get(`${path}/pdf`)).body)).toContain('<script>');
});

describe('what is wrong', () => {
  test('is told with its line, as an answer to the letter and in the list', async () => {
    const other = await openEdition(exampleEdition('forum-2026'));
    other.edit('edition.yaml', 'start: 2026-07-06', 'start: 2026-13-06');
    await other.preview.session.reload();
    const reply = await other.get('/api/letters/invitation/en/-/pdf');
    expect(reply.status).toBe(409);
    const { diagnostics }: Refusal = JSON.parse(reply.body.toString());
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      code: 'bad-date',
      file: 'edition.yaml',
      frame: expect.stringContaining('start: 2026-13-06'),
    });
    const problems = await other.json<Problem[]>('/api/problems');
    expect(problems).toContainEqual(diagnostics[0]);
  });

  test('is all that check finds, what belongs to no letter included', async () => {
    const folder = exampleEdition('forum-2026');
    mkdirSync(join(folder, 'templates/open-consultation'), { recursive: true });
    writeFileSync(join(folder, 'templates/open-consultation/notes.hbs'), 'x');
    writeFileSync(join(folder, 'bad.pdf'), 'no PDF');
    const edition = readFileSync(join(folder, 'edition.yaml'), 'utf8');
    const list = readFileSync(join(folder, 'stakeholders.csv'), 'utf8').split('\n');
    writeFileSync(
      join(folder, 'stakeholders.csv'),
      list.map((row, index) => row && `${row},${index === 0 ? 'pays' : 'x'}`).join('\n'),
    );
    const annexed = edition.replace(
      /\n {2}- id: (\S+)\n/,
      '\n  - id: $1\n    annexes: [bad.pdf]\n',
    );
    writeFileSync(join(folder, 'edition.yaml'), annexed);
    const other = await openEdition(folder);
    await other.preview.ready;
    await other.preview.session.inspect();
    const codes = (found: readonly { readonly code: string }[]) =>
      [...new Set(found.map(({ code }) => code))].sort();
    const shown = codes(await other.json<Problem[]>('/api/problems'));
    const { diagnostics } = await check(folder, { lint: true });
    expect(shown).toEqual(codes(diagnostics));
    expect(shown).toEqual(expect.arrayContaining(['bad-annex', 'unused-template']));
  });

  test('in one row concerns that recipient alone', async () => {
    const other = await openEdition(exampleEdition('forum-2026'));
    other.edit('stakeholders.csv', 's.alharthiya@example.org', 's.alharthiya');
    await other.preview.session.reload();
    expect((await other.get('/api/letters/invitation/ar/al-harthiya/pdf')).status).toBe(409);
    expect((await other.get('/api/letters/invitation/ar/-/pdf')).status).toBe(200);
    const { items } = await other.json<RecipientPage>('/api/recipients?problems=1');
    expect(items).toMatchObject([{ id: 'al-harthiya', errors: 1, warnings: 0 }]);
  });
});
