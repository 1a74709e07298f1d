/** Small editions to run commands on. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './cli.ts';

const STARTER = resolve(import.meta.dirname, '../../src/commands/init');

/** The edition of `init`, two circulars and six personal letters, as `<temporary folder>/forum-x`. Gives the outer folder. */
export function starterEdition(): string {
  const folder = temporaryFolder();
  const edition = join(folder, 'forum-x');
  mkdirSync(edition);
  for (const name of ['edition.yaml', 'stakeholders.csv']) {
    copyFileSync(join(STARTER, name), join(edition, name));
  }
  return folder;
}

/** Replaces a text that stands in a file of the edition. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, 'forum-x', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** Gives the edition so many recipients of personal letters in English. */
export function withRecipients(folder: string, count: number): void {
  const rows = Array.from(
    { length: count },
    (_, index) => `r${index},private-sector,en,Person ${index},female,none,r${index}@example.org`,
  );
  const list = ['id,category,language,name,gender,rank,email', ...rows].join('\n');
  writeFileSync(join(folder, 'forum-x', 'stakeholders.csv'), `${list}\n`);
}
