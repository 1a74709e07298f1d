/** Where the files that ship with the tool are, from its sources and from its bundle alike. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** Absolute path of a file of an installed package, wherever npm has put that. */
export function dependencyFile(path: string): string {
  return createRequire(join(root, 'package.json')).resolve(path);
}

/** The version in `package.json`. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
}
