/** Where the files that ship with the tool are, from its sources and from its bundle alike. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The bundle puts every module into `dist/`, the sources stand one folder deeper, so a path relative
 * to `import.meta.url` would be right in one of them only.
 */
const root = folderWith('package.json', dirname(fileURLToPath(import.meta.url)));

function folderWith(name: string, folder: string): string {
  return existsSync(join(folder, name)) ? folder : folderWith(name, dirname(folder));
}

/** Absolute path of a file of the package: `packageFile('templates', 'partials')`. */
export function packageFile(...segments: readonly string[]): string {
  return join(root, ...segments);
}

/** The version in `package.json`. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
}
