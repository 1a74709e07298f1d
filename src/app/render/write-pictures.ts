/** A PNG of each page beside a letter's PDF. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openPages } from '../../pdf/raster.ts';
import { writeFailed } from '../../system-error.ts';
import { writeWhole } from '../../whole-file.ts';
import { otherFiles } from './output.ts';
import type { Result } from './write-letters.ts';

/** Two pixels a point: 144 dpi. */
const SCALE = 2;

/**
 * Draws the pages of a letter that was rendered, or whose pictures are missing or older than it, as
 * `<name of the PDF>.page-1.png` and so on. Gives the result, failed if they cannot be written.
 */
export async function withPictures(result: Result): Promise<Result> {
  const { file, pages, status } = result;
  if (pages === null || (status === 'unchanged' && areDrawn(file, pages))) return result;
  try {
    await drawPages(file);
    return result;
  } catch (error) {
    return {
      ...result,
      status: 'failed',
      problem: writeFailed(`write pictures of ${file}`, error),
    };
  }
}

function pictureName(file: string, page: number): string {
  return `${basename(file, '.pdf')}.page-${page}.png`;
}

function areDrawn(file: string, pages: number): boolean {
  const drawn = statSync(file).mtimeMs;
  return Array.from({ length: pages }, (_, index) => pictureName(file, index + 1)).every((name) => {
    const picture = statSync(join(dirname(file), name), { throwIfNoEntry: false });
    return picture !== undefined && picture.mtimeMs >= drawn;
  });
}

async function drawPages(file: string): Promise<void> {
  const folder = dirname(file);
  const source = await openPages(readFileSync(file));
  try {
    const names = new Set<string>();
    for (let page = 1; page <= source.pages; page += 1) {
      const name = pictureName(file, page);
      names.add(name);
      writeWhole(join(folder, name), await source.png(page, SCALE));
    }
    // Pages that the letter does not have any more must not be taken for its own.
    const others = otherFiles(folder, `${basename(file, '.pdf')}.page-`, '.png', names);
    for (const name of others) rmSync(join(folder, name));
  } finally {
    await source.close();
  }
}
