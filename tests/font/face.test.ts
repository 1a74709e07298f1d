/** Which files serve as fonts, and what is said of those that do not. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FontError } from '../../src/font/error.ts';
import { forgetFaces, loadFace } from '../../src/font/face.ts';
import { harfbuzz } from '../../src/font/wasm.ts';
import { fontFile } from '../support/fonts.ts';
import { amiri, CFF_FONT, VARIABLE_FONT } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'face-'));
afterAll(() => rmSync(folder, { recursive: true }));

const original = readFileSync(fontFile('Amiri'));

/** Offset of a table in the file, and of its entry in the directory. */
function tableAt(data: Buffer, tag: string): { offset: number; entry: number } {
  const entry = data.indexOf(tag, 0, 'latin1');
  return { offset: data.readUInt32BE(entry + 8), entry };
}

function withFsType(bits: number): Buffer {
  const data = Buffer.from(original);
  data.writeUInt16BE(bits, tableAt(data, 'OS/2').offset + 8);
  return data;
}

function renamed(tag: string, to: string): Buffer {
  const data = Buffer.from(original);
  data.write(to, tableAt(data, tag).entry, 'latin1');
  return data;
}

function written(name: string, data: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

describe('loadFace refuses', () => {
  it.each<[string, Buffer | string, string]>([
    ['an empty file', '', 'not-a-font'],
    ['a text', 'This is no font, whatever its name says.', 'not-a-font'],
    ['a font that was cut off', original.subarray(0, 5000), 'not-a-font'],
    ['a font without character map', renamed('cmap', 'xmap'), 'not-a-font'],
    ['a font without outlines', renamed('glyf', 'xlyf'), 'no-outlines'],
    ['a collection', Buffer.concat([Buffer.from('ttcf'), original.subarray(4)]), 'collection'],
    ['WOFF', Buffer.concat([Buffer.from('wOFF'), original.subarray(4)]), 'web-font'],
    ['WOFF2', Buffer.concat([Buffer.from('wOF2'), original.subarray(4)]), 'web-font'],
    ['restricted licence embedding', withFsType(0x0002), 'embedding-forbidden'],
    ['bitmap embedding only', withFsType(0x0200), 'embedding-forbidden'],
    ['no subsetting', withFsType(0x0104), 'subsetting-forbidden'],
  ])('%s', (name, data, code) => {
    const path = written(`${name}.ttf`, data);
    const attempt = () => loadFace(path, 'Test');
    expect(attempt).toThrow(FontError);
    expect(attempt).toThrow(expect.objectContaining({ code, path }));
  });
  it('a file that is not there', () => {
    expect(() => loadFace(join(folder, 'none.ttf'), 'Test')).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
  });
});

describe('loadFace accepts', () => {
  it.each([
    ['installable', 0x0000],
    ['preview and print', 0x0004],
    ['editable', 0x0008],
    ['restricted, but editable too', 0x000a],
  ])('embedding rights: %s', (name, bits) => {
    expect(loadFace(written(`${name}.ttf`, withFsType(bits)), 'Test').unitsPerEm).toBe(1000);
  });
  it('the same file once, by whatever path', () => {
    const link = join(folder, 'link.ttf');
    symlinkSync(fontFile('Amiri'), link);
    expect(loadFace(link, 'Amiri')).toBe(amiri());
  });
});

describe('a face', () => {
  it('knows its metrics and its name', () => {
    const face = amiri('BoldItalic');
    expect(face.info).toMatchObject({
      postscriptName: 'Amiri-BoldItalic',
      weight: 700,
      italic: true,
    });
    expect(face.info.italicAngle).not.toBe(0);
    expect(face.descender).toBeLessThan(0);
    expect(face.capHeight).toBeGreaterThan(face.xHeight ?? 0);
  });
  it.each([
    ['a', true],
    ['ش', true],
    ['中', false],
    ['😀', false],
  ])('has %s: %s', (character, expected) => {
    expect(amiri().has(character.codePointAt(0) ?? 0)).toBe(expected);
  });
  it('of a variable font has the widths of its place on the axes', () => {
    const light = loadFace(VARIABLE_FONT, 'Inter', { wght: 300 });
    const bold = loadFace(VARIABLE_FONT, 'Inter', { wght: 700 });
    expect(bold.shape('minimum', 'ltr').advance).toBeGreaterThan(
      light.shape('minimum', 'ltr').advance,
    );
    expect([light.info.weight, bold.info.weight]).toEqual([300, 700]);
  });
  it('of a font with CFF shapes as well', () => {
    expect(loadFace(CFF_FONT, 'Lobster').shape('fi', 'ltr').advance).toBeGreaterThan(0);
  });
});

describe('a font file that changes', () => {
  const file = join(folder, 'changing.ttf');

  it('is read again once its faces are forgotten', () => {
    writeFileSync(file, original);
    const first = loadFace(file, 'Changing');
    writeFileSync(file, withUnitsPerEm(2000));
    expect(loadFace(file, 'Changing')).toBe(first);
    forgetFaces(file);
    expect(loadFace(file, 'Changing').unitsPerEm).toBe(2000);
  });

  it('gives its memory back', () => {
    const reload = () => {
      forgetFaces(file);
      loadFace(file, 'Changing').shape('بسم الله', 'rtl');
    };
    for (let round = 0; round < 5; round += 1) reload();
    const before = harfbuzz().memory.buffer.byteLength;
    for (let round = 0; round < 100; round += 1) reload();
    expect(harfbuzz().memory.buffer.byteLength).toBe(before);
  });
});

function withUnitsPerEm(units: number): Buffer {
  const data = Buffer.from(original);
  data.writeUInt16BE(units, tableAt(data, 'head').offset + 18);
  return data;
}
