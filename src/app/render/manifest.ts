/**
 * What each PDF of the output folder was made from, so that the next run can leave it alone, and the text that it
 * holds, so that `verify` can look for it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Letter } from '../../model.ts';
import { packageFile, packageVersion } from '../../package.ts';
import { letterSource } from '../../pdf/fingerprint.ts';
import { writeWhole } from '../../whole-file.ts';
import { digest, digestOf } from './output.ts';

/** In the folder of the letters. */
export const MANIFEST_NAME = '.wsis-letters.json';

/** `source` is the fingerprint of the letter, `sha256` that of its PDF. */
export interface Made {
  readonly source: string;
  readonly sha256: string;
  readonly pages: number;
  /** The letter's text in reading order, block by block. */
  readonly text: readonly string[];
}
/** By file name. */
export type Manifest = Map<string, Made>;

/** The file: letters have most of their blocks in common, so each stands in it once and is named by its place. */
interface Stored {
  readonly blocks: readonly string[];
  readonly files: Readonly<
    Record<string, Omit<Made, 'text'> & { readonly text: readonly number[] }>
  >;
}

/** Empty if there is none or if it cannot be understood: then everything is rendered again. */
export function readManifest(folder: string): Manifest {
  try {
    const { blocks, files }: Stored = JSON.parse(readFileSync(join(folder, MANIFEST_NAME), 'utf8'));
    const manifest: Manifest = new Map();
    for (const [name, stored] of Object.entries(files)) {
      const made = { ...stored, text: stored.text.map((place) => blocks[place]) };
      if (isMade(made)) manifest.set(name, made);
    }
    return manifest;
  } catch {
    return new Map();
  }
}

function isMade(made: Readonly<Record<keyof Made, unknown>>): made is Made {
  return (
    typeof made.source === 'string' &&
    typeof made.sha256 === 'string' &&
    typeof made.pages === 'number' &&
    Array.isArray(made.text) &&
    made.text.every((block) => typeof block === 'string')
  );
}

/** @throws NodeJS.ErrnoException */
export function writeManifest(folder: string, manifest: Manifest): void {
  const places = new Map<string, number>();
  const placeOf = (block: string): number => {
    const place = places.get(block) ?? places.size;
    places.set(block, place);
    return place;
  };
  const lines = [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, made]) => {
      const entry = { ...made, text: made.text.map(placeOf) };
      return `${JSON.stringify(name)}: ${JSON.stringify(entry)}`;
    });
  const blocks = [...places.keys()].map((block) => JSON.stringify(block));
  const stored = `{"files": {\n${lines.join(',\n')}\n},\n"blocks": [\n${blocks.join(',\n')}\n]}\n`;
  writeWhole(join(folder, MANIFEST_NAME), stored);
}

/** The entry of a file that was made from this source and has not been touched since. */
export function unchanged(
  folder: string,
  name: string,
  source: string,
  manifest: Manifest,
): Made | undefined {
  const made = manifest.get(name);
  if (made?.source !== source) return undefined;
  return digestOf(join(folder, name)) === made.sha256 ? made : undefined;
}

/**
 * Fingerprints letters: all that their bytes depend on, which is the letter, the content of its fonts and
 * images, and the tool.
 */
export function fingerprinter(): (letter: Letter) => string {
  const tool = toolFingerprint();
  const files = new Map<string, string>();
  const content = (path: string): string => {
    const known = files.get(path) ?? digestOf(path) ?? 'none';
    files.set(path, known);
    return known;
  };
  return (letter) => digest(tool + letterSource(letter, content));
}

/** The bundle's entry names its chunks by their content, so its own bytes stand for all the code. */
function toolFingerprint(): string {
  const entry = packageFile('dist', 'cli.js');
  return existsSync(entry) ? digest(readFileSync(entry)) : packageVersion();
}
