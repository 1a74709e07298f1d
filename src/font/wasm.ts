/**
 * HarfBuzz as WebAssembly, instantiated on first use and synchronously.
 *
 * The raw exports are called, not the package's JavaScript (harfbuzzjs 1.6.4), although glyphs, outlines and character
 * maps are the same. Its time divided by ours:
 * - `shape` 0.95 (1.6 with `getGlyphInfosAndPositions`), `drawGlyph` 1.0, `setVariations` 1.06;
 * - `collectUnicodes` 1.5; it never frees its list;
 * - start, that is import, font and first run: 1.1 as in a short run (see prepareWasm), else 1.05 to 1.1.
 * What decides is memory: a font is freed only when the garbage collector finds its object, and nothing tells the
 * collector of the megabytes behind it. A hundred reloads of a font in one turn keep all hundred; with ours, none (see
 * forgetFaces). Its top-level await would also make all that loads a face asynchronous.
 *
 * To measure again: shape the runs that `Face.shape` gets for the letters of the examples, 20,000 in all after a
 * warm-up, with either in processes by turns; compare medians of `process.cpuUsage()`. The start needs a new process
 * each time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** A function of the module; pointers, tags and lengths are 32-bit integers. */
type Native = (...args: number[]) => number;

type FunctionName =
  | 'malloc'
  | 'free'
  | 'hb_blob_create'
  | 'hb_blob_destroy'
  | 'hb_buffer_add_utf16'
  | 'hb_buffer_clear_contents'
  | 'hb_buffer_create'
  | 'hb_buffer_destroy'
  | 'hb_buffer_get_glyph_infos'
  | 'hb_buffer_get_glyph_positions'
  | 'hb_buffer_get_length'
  | 'hb_buffer_guess_segment_properties'
  | 'hb_buffer_set_cluster_level'
  | 'hb_buffer_set_direction'
  | 'hb_buffer_set_flags'
  | 'hb_buffer_set_language'
  | 'hb_buffer_set_script'
  | 'hb_draw_funcs_create'
  | 'hb_draw_funcs_set_cubic_to_func'
  | 'hb_draw_funcs_set_line_to_func'
  | 'hb_draw_funcs_set_move_to_func'
  | 'hb_draw_funcs_set_quadratic_to_func'
  | 'hb_face_collect_unicodes'
  | 'hb_face_create'
  | 'hb_face_destroy'
  | 'hb_face_get_upem'
  | 'hb_feature_from_string'
  | 'hb_font_create'
  | 'hb_font_destroy'
  | 'hb_font_draw_glyph'
  | 'hb_font_get_glyph_extents'
  | 'hb_font_get_glyph_h_advance'
  | 'hb_font_get_h_extents'
  | 'hb_font_set_variations'
  | 'hb_language_from_string'
  | 'hb_script_from_string'
  | 'hb_set_create'
  | 'hb_set_destroy'
  | 'hb_set_get_population'
  | 'hb_set_next_many'
  | 'hb_shape';

/** The functions of HarfBuzz that we call, and its memory. */
export type HarfBuzz = Record<FunctionName, Native> & {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
};

let instance: HarfBuzz | undefined;

/**
 * Chooses how V8 compiles HarfBuzz; call it before the first font is loaded, from the edge of the program.
 * For a short run (a letter or two) only the baseline compiler is used: optimising the module costs more time, part
 * of it when the process ends, than it saves.
 */
export function prepareWasm(options: { readonly shortRun: boolean }): void {
  if (options.shortRun) setFlagsFromString('--liftoff-only');
}

/** The HarfBuzz of this process (of this thread, in a worker). */
export function harfbuzz(): HarfBuzz {
  instance ??= instantiate();
  return instance;
}

function instantiate(): HarfBuzz {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm');
  const module = new WebAssembly.Module(readFileSync(path));
  const host = hostFunctions(() => exports.memory);
  const { exports } = new WebAssembly.Instance(module, {
    env: host,
    wasi_snapshot_preview1: host,
  }) as unknown as { exports: HarfBuzz & { __wasm_call_ctors(): void } };
  exports.__wasm_call_ctors();
  return exports;
}

const PAGE = 0x10000;

/** What an Emscripten module expects of its host. Only the heap is ever asked for. */
function hostFunctions(memory: () => WebAssembly.Memory): Record<string, Native> {
  return {
    emscripten_resize_heap(size = 0) {
      const { buffer } = memory();
      memory().grow(Math.ceil((size - buffer.byteLength) / PAGE));
      return 1;
    },
    _abort_js() {
      throw new Error('HarfBuzz aborted');
    },
    _setitimer_js: () => 0,
    _emscripten_runtime_keepalive_clear: () => 0,
    proc_exit: () => 0,
  };
}

/** Copies bytes into HarfBuzz's memory; the caller frees them. */
export function copyIn(hb: HarfBuzz, bytes: Uint8Array): number {
  const pointer = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer, pointer, bytes.length).set(bytes);
  return pointer;
}

/** Copies a string of ASCII characters in, with a final zero; the caller frees it. */
export function copyInAscii(hb: HarfBuzz, text: string): number {
  return copyIn(hb, Buffer.from(`${text}\0`, 'latin1'));
}

/** The four-character tag as HarfBuzz's number. */
export function tag(name: string): number {
  return Buffer.from(name, 'latin1').readInt32BE(0);
}

/** A function of ours that HarfBuzz calls: the letters of its parameters, such as `iiffi`, and what it does. */
export type Callback = readonly [params: string, call: (...args: number[]) => void];

/**
 * Puts functions of ours into HarfBuzz's function table; returns their indices. A table takes only functions of
 * WebAssembly: ours are imported into a module that exports them again, one module for all.
 */
export function addCallbacks(hb: HarfBuzz, callbacks: readonly Callback[]): number[] {
  const count = callbacks.length;
  const types = callbacks.map(([params]) => {
    const codes = [...params].map((letter) => (letter === 'f' ? 0x7d : 0x7f));
    return [0x60, codes.length, ...codes, 0];
  });
  const imports = callbacks.map((_, index) => [1, 0x65, 1, 0x61 + index, 0, index]);
  const exported = callbacks.map((_, index) => [1, 0x61 + index, 0, index]);
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [count, ...types.flat()]),
    ...section(2, [count, ...imports.flat()]),
    ...section(7, [count, ...exported.flat()]),
  ];
  const names = callbacks.map((_, index) => String.fromCharCode(0x61 + index));
  const ours = Object.fromEntries(callbacks.map(([, call], index) => [names[index], call]));
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  const { exports } = new WebAssembly.Instance(module, { e: ours });
  const first = hb.__indirect_function_table.grow(count);
  return names.map((name, index) => {
    hb.__indirect_function_table.set(first + index, exports[name]);
    return first + index;
  });
}

/** A section of a WebAssembly module of less than 128 bytes. */
function section(id: number, content: readonly number[]): number[] {
  return [id, content.length, ...content];
}
