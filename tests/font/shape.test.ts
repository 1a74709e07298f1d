/** Glyphs and their places are those of HarfBuzz's own command. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFace } from '../../src/font/face.ts';
import type { Direction } from '../../src/model.ts';
import { amiri, FONT_FILES, projectWords, VOCALISED } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'shape-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface HarfBuzzGlyph {
  readonly g: number;
  readonly ax: number;
  readonly dx: number;
  readonly dy: number;
}

/** What `hb-shape` says of each word: glyph index, advance and offsets, in font units. */
function hbShape(font: string, words: readonly string[], direction: Direction): string[] {
  const list = join(folder, 'words.txt');
  writeFileSync(list, words.join('\n'));
  const output = execFileSync(
    'hb-shape',
    [
      ...[font, `--text-file=${list}`, `--direction=${direction}`, '--language=ar'],
      ...['--cluster-level=1', '--remove-default-ignorables', '--no-glyph-names'],
      ...['--output-format=json'],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return output
    .trim()
    .split('\n')
    .map((line) =>
      (JSON.parse(line) as HarfBuzzGlyph[])
        .map(({ g, ax, dx, dy }) => `${g}+${ax}@${dx},${dy}`)
        .join(' '),
    );
}

function ourShape(font: string, words: readonly string[], direction: Direction): string[] {
  const face = loadFace(font, 'test');
  return words.map((word) =>
    face
      .shape(word, direction, { language: 'ar' })
      .glyphs.map(({ gid, advance, dx, dy }) => `${gid}+${advance}@${dx},${dy}`)
      .join(' '),
  );
}

const ARABIC = /\p{Script=Arabic}/u;

describe.each(FONT_FILES.map((font) => ({ font, name: basename(font) })))('$name', ({ font }) => {
  const words = [...projectWords(), ...VOCALISED];
  const rtl = words.filter((word) => ARABIC.test(word));
  const ltr = words.filter((word) => !ARABIC.test(word));

  it('has enough words to compare', () => {
    expect(rtl.length).toBeGreaterThan(500);
    expect(ltr.length).toBeGreaterThan(500);
  });
  it('shapes Arabic words as hb-shape does', () => {
    expect(ourShape(font, rtl, 'rtl')).toEqual(hbShape(font, rtl, 'rtl'));
  });
  it('shapes the other words as hb-shape does', () => {
    expect(ourShape(font, ltr, 'ltr')).toEqual(hbShape(font, ltr, 'ltr'));
  });
});

describe('a shaped run', () => {
  it('is shared between equal requests and differs by language and direction', () => {
    const face = amiri();
    const run = face.shape('منتدى', 'rtl', { language: 'ar' });
    expect(face.shape('منتدى', 'rtl', { language: 'ar' })).toBe(run);
    expect(face.shape('منتدى', 'rtl', { language: 'fa' })).not.toBe(run);
    expect(face.shape('منتدى', 'ltr', { language: 'ar' })).not.toBe(run);
  });
  it('sums its advances', () => {
    const { glyphs, advance } = amiri().shape('الرَّحْمٰن', 'rtl');
    expect(advance).toBe(glyphs.reduce((sum, glyph) => sum + glyph.advance, 0));
    expect(advance).toBeGreaterThan(0);
  });
  it('leaves out controls and draws tabs and line separators as spaces', () => {
    const face = amiri();
    expect(face.shape('\u2067ab\u2069\u200e\u00ad', 'ltr').glyphs).toHaveLength(2);
    expect(face.shape('\t\u2028', 'ltr').advance).toBe(2 * face.spaceAdvance);
  });
  it('applies features', () => {
    const face = amiri();
    expect(face.shape('ffi', 'ltr').glyphs).toHaveLength(1);
    expect(face.shape('ffi', 'ltr', { features: '-liga,-clig' }).glyphs).toHaveLength(3);
    expect(() => face.shape('a', 'ltr', { features: 'ligature' })).toThrow(
      'not an OpenType feature: ligature',
    );
  });
});
