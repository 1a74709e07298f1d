import { expect, test, vi } from 'vitest';
import { baseEdition, loadClean, patch, problemsOf } from './editions.ts';

/** Rights do not hold back a superuser, as whom tests may run. */
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  readdirSync: (path: string) => {
    throw new Error(`EACCES: permission denied, scandir '${path}'`);
  },
}));

test('a folder that cannot be listed is told, if its lists are to be found in it', () => {
  const folder = baseEdition();
  expect(loadClean(folder).stakeholders).toHaveLength(2);
  patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]\n', '');
  expect(problemsOf(folder)).toEqual(['missing-file']);
});

test('nor does a name that is near the right one need the folder', () => {
  const folder = baseEdition();
  patch(folder, 'edition.yaml', '[stakeholders.csv]', '[stakeholder.csv]');
  expect(problemsOf(folder)).toEqual(['missing-file edition.yaml:52:9']);
});
