import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest, unchanged, writeManifest } from '../../src/app/render/manifest.ts';
import { digest, openFolder, otherFiles } from '../../src/app/render/output.ts';
import { writeWhole } from '../../src/whole-file.ts';
import { temporaryFolder } from '../support/cli.ts';

const made = { source: 's', sha256: digest('pdf'), pages: 1, text: ['جنيف', 'To all'] };

test('a manifest comes back as it was written', () => {
  const folder = temporaryFolder();
  const manifest = new Map([
    ['b.pdf', made],
    ['a.pdf', { ...made, pages: 2, text: ['To all', 'جنيف', 'To all'] }],
  ]);
  writeManifest(folder, manifest);
  expect(readManifest(folder)).toEqual(manifest);
});

test.each([
  ['no JSON', '{"files": {'],
  ['another shape', '[]'],
  ['null', 'null'],
  [
    'without blocks',
    '{"files": {"a.pdf": {"source": "s", "sha256": "0", "pages": 1, "text": [0]}}}',
  ],
  [
    'with a block missing',
    '{"files": {"a.pdf": {"source": "s", "sha256": "0", "pages": 1, "text": [1]}}, "blocks": ["a"]}',
  ],
  ['entries of another shape', '{"files": {"b.pdf": {"source": 1, "text": []}}, "blocks": []}'],
])('a manifest that is %s counts as none', (_, text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.wsis-letters.json'), text);
  expect(readManifest(folder)).toEqual(new Map());
});

test.each([
  ['as it was', 's', 'pdf', made],
  ['from another letter', 't', 'pdf', undefined],
  ['edited by hand', 's', 'pdf, edited', undefined],
  ['deleted', 's', undefined, undefined],
])('a file that is %s', (_, source, content, expected) => {
  const folder = temporaryFolder();
  if (content !== undefined) writeFileSync(join(folder, 'a.pdf'), content);
  expect(unchanged(folder, 'a.pdf', source, new Map([['a.pdf', made]]))).toEqual(expected);
});

test('a write replaces the file and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  writeWhole(join(folder, 'a.pdf'), 'old');
  writeWhole(join(folder, 'a.pdf'), 'new');
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('a write that fails leaves nothing beside the old file', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a.pdf'));
  expect(() => writeWhole(join(folder, 'a.pdf'), 'new')).toThrow(/EISDIR|ENOTEMPTY/);
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('what a killed run has left goes; what another run is writing stays', () => {
  const folder = temporaryFolder();
  const random = '0123456789abcdef'.repeat(2);
  const running = `.wsis-letters-${process.ppid}-${random}.tmp`;
  // Linux gives process ids up to 2^22.
  for (const name of [`.wsis-letters-99999999-${random}.tmp`, running, 'notes.tmp']) {
    writeFileSync(join(folder, name), '');
  }
  openFolder(folder);
  expect(readdirSync(folder).sort()).toEqual([running, 'notes.tmp'].sort());
});

test('PDFs of an edition that are none of the given', () => {
  const folder = temporaryFolder();
  for (const name of ['f.a.ar.pdf', 'f.b.ar.pdf', 'f.b.ar.txt', 'g.a.ar.pdf', 'f-2.a.ar.pdf']) {
    writeFileSync(join(folder, name), '');
  }
  expect(otherFiles(folder, 'f.', '.pdf', new Set(['f.a.ar.pdf']))).toEqual(['f.b.ar.pdf']);
});
