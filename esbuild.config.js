/**
 * Bundles the tool into dist/: one file to read instead of some 400 halves the time of a cold start.
 * `npm ci` runs this through `prepare`.
 */
import { readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/**
 * Packages that come with others and have nothing to do here: Handlebars writes source maps of templates only
 * if it finds `source-map`; pdfkit opens fonts with `fontkit` (1.9 MB with what it needs), but ours come from HarfBuzz,
 * and encrypts with `@noble`, which PDF/A forbids.
 */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    const handlebars = require.resolve('handlebars/dist/cjs/handlebars.js');
    onResolve({ filter: /^handlebars$/ }, () => ({ path: handlebars }));
    onResolve({ filter: /^(source-map|fontkit|@noble\/.*)$/ }, ({ path }) => ({
      path,
      namespace: 'none',
    }));
    onLoad({ filter: /^/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'render-worker': 'src/pdf/worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  // Tables of names are in many scripts: escapes would double their size, and the time to read them.
  charset: 'utf8',
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // pdfmake and handlebars are CommonJS and call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as bundleRequire } from 'node:module';\nconst require = bundleRequire(import.meta.url);",
  },
  plugins: [leaveOut],
  // pdf.js loads a second file of its own, libsql and canvas a native library, and pg one that may not be there.
  external: ['@napi-rs/canvas', 'pdfjs-dist', 'libsql', 'pg', '@e965/xlsx'],
  minifySyntax: true,
  logLevel: 'warning',
  metafile: true,
});

// Chunks are named by their content: those of earlier builds go, but only now, so that a run under way keeps its files.
// `preview` is the page, which Vite builds.
const current = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of readdirSync(dist)) {
  if (file !== 'preview' && !current.has(file)) rmSync(join(dist, file), { recursive: true });
}
