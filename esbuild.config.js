/**
 * Bundles the tool into dist/: one file to read instead of some 400 halves the time of a cold start.
 * `npm ci` runs this through `prepare`.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/** harfbuzzjs looks for its WebAssembly beside the file that runs. */
const wasm = ['harfbuzzjs/dist/harfbuzz.wasm', 'harfbuzzjs/dist/harfbuzz-subset.wasm'];

const entries = { cli: 'src/cli.ts', index: 'src/index.ts', 'render-worker': 'src/pdf/worker.ts' };
const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(present),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // pdfmake and handlebars are CommonJS and call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as bundleRequire } from 'node:module';\nconst require = bundleRequire(import.meta.url);",
  },
  alias: { handlebars: require.resolve('handlebars/dist/cjs/handlebars.js') },
  minifySyntax: true,
  logLevel: 'warning',
  metafile: true,
});

mkdirSync(dist, { recursive: true });
for (const file of wasm) copyFileSync(require.resolve(file), join(dist, basename(file)));

// Chunks are named by their content: those of earlier builds go, but only now, so that a run under way keeps its files.
const current = new Set([...Object.keys(metafile.outputs), ...wasm].map((file) => basename(file)));
for (const file of readdirSync(dist))
  if (!current.has(file)) rmSync(join(dist, file), { recursive: true });
