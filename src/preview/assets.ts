/** The files of the page, as the build has made them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { packageFile } from '../package.ts';
import type { Answer } from './answer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.pfb': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Serves what the page's folder holds, by exact name: no path is ever put together from a request. */
export class Assets {
  readonly #files: ReadonlyMap<string, string>;

  constructor(folder: string = packageFile('dist', 'preview')) {
    this.#files = new Map(filesIn(folder).map((file) => [nameOf(folder, file), file]));
  }

  get(path: readonly string[]): Answer | undefined {
    const file = this.#files.get(path.join('/') || 'index.html');
    if (file === undefined) return undefined;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return { status: 200, type, body: readFileSync(file) };
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function nameOf(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}
