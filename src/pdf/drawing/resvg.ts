/** resvg as WebAssembly: it reads no file and no font, and draws the same on each machine. */
import { readFileSync } from 'node:fs';
import { dependencyFile } from '../../package.ts';

type Module = typeof import('@resvg/resvg-wasm');

let loading: Promise<Module> | undefined;

async function load(): Promise<Module> {
  const module = await import('@resvg/resvg-wasm');
  await module.initWasm(readFileSync(dependencyFile('@resvg/resvg-wasm/index_bg.wasm')));
  return module;
}

/** What browsers take where nothing is said: an `em` depends on it. */
const FONT = { loadSystemFonts: false, defaultFontSize: 16 };

/** The drawing in the simplest SVG: styles resolved, shapes as paths, nothing drawn by reference. */
export async function simplified(svg: string): Promise<string> {
  loading ??= load();
  const { Resvg } = await loading;
  const tree = new Resvg(svg, { font: FONT });
  try {
    return tree.toString();
  } finally {
    tree.free();
  }
}

/** The drawing as a PNG, transparent where nothing is drawn. @param width pixels */
export async function painted(svg: string, width: number): Promise<Buffer> {
  loading ??= load();
  const { Resvg } = await loading;
  const tree = new Resvg(svg, { font: FONT, fitTo: { mode: 'width', value: width } });
  try {
    const image = tree.render();
    try {
      return Buffer.from(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    tree.free();
  }
}
