/** Builds the page of `wsis-letters preview` into dist/preview; the tool itself serves it. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/preview/page',
  // Addresses relative to the page: nothing is known of the port before the server runs.
  base: './',
  publicDir: false,
  build: {
    outDir: '../../../dist/preview',
    emptyOutDir: true,
    // The server allows nothing but files of its own (CSP 'self'), so no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // pdf.js is one large piece by nature.
    chunkSizeWarningLimit: 2000,
  },
});
