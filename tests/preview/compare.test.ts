/** Two languages of a letter, and a letter beside its last PDF. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LanguageComparison, RenderComparison } from '../../src/preview/api.ts';
import { type Client, example, exampleEdition, openClient, openEdition } from './open.ts';

const TEMPLATES = resolve(import.meta.dirname, '../../templates');
const LANGUAGES = '/api/compare/languages?letter=invitation&recipient=-&a=en&b=fr';
const LAST = '/api/compare/last?letter=invitation&language=en&recipient=-';

describe('languages', () => {
  let client: Client;
  beforeAll(async () => {
    client = await openClient(example('forum-2026'));
    return () => client.preview.close();
  });

  test.each(['ar', 'fr', 'es', 'ru', 'zh'])('en and %s say the same', async (other) => {
    const path = `/api/compare/languages?letter=invitation&recipient=-&a=en&b=${other}`;
    const { pairs, differences } = await client.json<LanguageComparison>(path);
    expect(differences).toEqual([]);
    expect(pairs.length).toBeGreaterThan(20);
  });

  test.each(['a=en', 'a=en&b=xx', ''])('%j is no question', async (query) => {
    const path = `/api/compare/languages?letter=invitation&recipient=-&${query}`;
    expect((await client.get(path)).status).toBe(400);
  });
});

test.each([
  ['date', '{{date letter.resolutions.outcome.adopted}}', '18 décembre 2025', '18 décembre 2025'],
  ['deadline', '{{date letter.deadlines.proposals}}', '30 mars 2026', '30 mars 2026'],
  [
    'number',
    '{{plural letter.numbers.entities number=true one="entité" other="entités"}}',
    '60 entités',
    '60',
  ],
  ['symbol', '{{letter.resolutions.outcome.symbol}}', 'A/RES/80/174', 'A/RES/80/174'],
])('a %s that one language has otherwise is found', async (kind, from, to, shown) => {
  const folder = exampleEdition('forum-2026');
  const template = readFileSync(join(TEMPLATES, 'forum-invitation/fr.md.hbs'), 'utf8');
  expect(template).toContain(from);
  mkdirSync(join(folder, 'templates/forum-invitation'), { recursive: true });
  const own = join(folder, 'templates/forum-invitation/fr.md.hbs');
  writeFileSync(own, template.replace(from, to));
  const client = await openEdition(folder);
  const { differences, pairs } = await client.json<LanguageComparison>(LANGUAGES);
  expect(differences).toMatchObject([{ kind, b: expect.stringContaining(shown) }]);
  const [, french] = pairs[differences[0]?.pair ?? -1] ?? [];
  expect(french?.replace(/[\u00a0\u202f]/g, ' ')).toContain(shown);
});

test('what changed since the last render is marked on its page', async () => {
  const folder = exampleEdition('forum-2026');
  const client = await openEdition(folder);
  expect(await client.json(LAST)).toEqual({ rendered: false, pages: [] });
  mkdirSync(join(folder, 'out'));
  const { body } = await client.get('/api/letters/invitation/en/-/pdf');
  writeFileSync(join(folder, 'out/invitation.en.pdf'), body);
  expect(await client.json(LAST)).toMatchObject({
    rendered: true,
    pages: [{ page: 1, status: 'same', changed: [] }],
  });
  client.edit('edition.yaml', 'Gitanjali Sah', 'Gitanjali Sax');
  await client.preview.session.reload();
  const { pages } = await client.json<RenderComparison>(LAST);
  expect(pages).toMatchObject([{ status: 'changed', changed: [{}] }]);
  const [mark] = pages[0]?.changed ?? [];
  // One letter in the head of an A4 page.
  expect(mark?.y).toBeLessThan(200);
  expect(mark?.width).toBeLessThan(30);
});
