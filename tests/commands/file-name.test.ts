import { describe, expect, test } from 'vitest';
import { editionPrefix, pdfName } from '../../src/app/render/file-name.ts';

function name(edition: string, id: string, recipient: string | null = null): string {
  return pdfName({ edition, id, language: 'ar', recipient });
}

describe('readable', () => {
  test.each([
    ['forum-2026', 'invitation', null, 'forum-2026.invitation.ar.pdf'],
    ['forum-2026', 'invitation', 'gov_ch-01', 'forum-2026.invitation.ar.gov_ch-01.pdf'],
    ['forum-2026', 'invitation', 'ITU-Dir', 'forum-2026.invitation.ar.~itu~-~d~ir.pdf'],
    ['forum.2026', 'a b', '../x', 'forum=2e2026.a=20b.ar.=2e=2e=2fx.pdf'],
    ['forum-2026', 'invitation', 'عمر', 'forum-2026.invitation.ar.=d8=b9=d9=85=d8=b1.pdf'],
    ['con', 'con', 'nul', '=63on.con.ar.nul.pdf'],
    ['-rf', 'x', null, '=2drf.x.ar.pdf'],
  ] as const)('%s, %s, %s → %s', (edition, id, recipient, expected) => {
    expect(name(edition, id, recipient)).toBe(expected);
  });
});

test('begins with the prefix of its edition', () => {
  for (const edition of ['forum-2026', 'con', '-x', 'A.B']) {
    expect(name(edition, 'x').startsWith(editionPrefix(edition))).toBe(true);
  }
});

const HOSTILE = [
  'a',
  'A',
  'aa',
  'aA',
  'Aa',
  'AA',
  '~a~',
  '=41',
  '=61',
  '%41',
  'a.b',
  'a/b',
  'a\\b',
  'a:b',
  'a b',
  ' a',
  'a ',
  'a\u0000b',
  'a\nb',
  '.',
  '..',
  '*',
  '?',
  '"',
  '<',
  '>',
  '|',
  'nul',
  'COM1',
  'é',
  'e\u0301',
  'É',
  'ß',
  'SS',
  'ſ',
  'K',
  '\u212a',
  'İ',
  'i',
  'عربي',
  '\u202eabc',
  '💌',
  'x'.repeat(300),
  'X'.repeat(300),
  `${'x'.repeat(299)}y`,
  '=x',
  '-',
  '--help',
];

test('hostile ids give distinct names on every system, short enough and plain', () => {
  const names = HOSTILE.map((id) => name('forum-2026', 'invitation', id));
  const folded = new Set(names.map((text) => text.normalize('NFKC').toLowerCase()));
  expect(folded.size).toBe(HOSTILE.length);
  for (const text of names) {
    expect(text).toMatch(/^[a-z0-9_.=~-]+\.pdf$/);
    expect(text.length).toBeLessThanOrEqual(200);
  }
});

test('an id cannot pass for two parts', () => {
  expect(name('a', 'b.ar.c')).not.toBe(name('a', 'b', 'c'));
  expect(name('a.b', 'c')).not.toBe(name('a', 'b.c'));
});
