/** `npm run demo`: makes every letter of the five example editions and says where they are. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = dirname(fileURLToPath(import.meta.url));
const tool = join(dirname(examples), 'bin/wsis-letters.js');
const editions = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'edition.yaml')),
);

for (const edition of editions) {
  const folder = relative(process.cwd(), join(examples, edition)) || '.';
  console.log(`\n${edition}: ${join(folder, 'out')}`);
  const { status } = spawnSync(process.execPath, [tool, 'render', folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
}
