/** A letter beside the PDF that was made of it last. */
import { existsSync, readFileSync } from 'node:fs';
import { openPages, type PageSource, type Picture } from '../pdf/raster.ts';
import type { PageComparison, RenderComparison } from './api.ts';
import { differences } from './differences.ts';

/** Pixels a point. */
const SCALE = 1.5;

/** @param file that of an earlier run */
export async function compareWithFile(pdf: Uint8Array, file: string): Promise<RenderComparison> {
  if (!existsSync(file)) return { rendered: false, pages: [] };
  const before = readFileSync(file);
  if (before.equals(pdf)) return { rendered: true, pages: await samePages(pdf) };
  const [old, current] = [await openPages(before), await openPages(pdf)];
  try {
    const count = Math.max(old.pages, current.pages);
    const pages: PageComparison[] = [];
    for (let page = 1; page <= count; page += 1) pages.push(await comparePage(old, current, page));
    return { rendered: true, pages };
  } finally {
    await old.close();
    await current.close();
  }
}

async function samePages(pdf: Uint8Array): Promise<PageComparison[]> {
  const source = await openPages(pdf);
  try {
    return await Promise.all(
      Array.from({ length: source.pages }, async (_, index) => {
        const size = await source.size(index + 1);
        return { page: index + 1, status: 'same' as const, ...size, changed: [] };
      }),
    );
  } finally {
    await source.close();
  }
}

async function comparePage(
  old: PageSource,
  current: PageSource,
  page: number,
): Promise<PageComparison> {
  const size = await (page <= current.pages ? current : old).size(page);
  if (page > old.pages) return { page, status: 'added', ...size, changed: [whole(size)] };
  if (page > current.pages) return { page, status: 'removed', ...size, changed: [whole(size)] };
  const [a, b]: Picture[] = [await old.picture(page, SCALE), await current.picture(page, SCALE)];
  const found = a && b ? differences(a, b) : [];
  const changed = found.map(({ x, y, width, height }) => ({
    x: x / SCALE,
    y: y / SCALE,
    width: width / SCALE,
    height: height / SCALE,
  }));
  return { page, status: changed.length > 0 ? 'changed' : 'same', ...size, changed };
}

function whole({ width, height }: { readonly width: number; readonly height: number }) {
  return { x: 0, y: 0, width, height };
}
