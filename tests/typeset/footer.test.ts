/** What stands at the foot of a page. */
import { expect, test } from 'vitest';
import type { Settings } from '../../src/model.ts';
import { typesetLetter } from '../../src/typeset/document.ts';
import { lineText } from '../../src/walk-letter.ts';
import { bareLetter } from '../position/letter.ts';

function footerText(digits: Settings['digits']): string {
  const bare = bareLetter('rtl', { footer: { page: '{page} من {pages}' } });
  const letter = { ...bare, settings: { ...bare.settings, digits } };
  const node = typesetLetter(letter).footer(2, 10, 'ar');
  if (node?.type !== 'text') throw new Error('no text at the foot');
  return lineText(node.paragraph.line);
}

test('page numbers are written in the digits of the letter', () => {
  expect(footerText('latn')).toBe('2 من 10');
  expect(footerText('arab')).toBe('٢ من ١٠');
});

test('side by side, each language has its number below its column', () => {
  const arabic = bareLetter('rtl', { footer: { page: 'ص {page}' } });
  const english = bareLetter('ltr', { footer: { page: 'p. {page}' } });
  const letter = { ...arabic, companion: { layout: 'bilingual' as const, letter: english } };
  const node = typesetLetter(letter).footer(2, 2, 'ar');
  if (node?.type !== 'columns') throw new Error('no columns at the foot');
  const found = node.children.flatMap((side) => ('children' in side ? side.children : []));
  const texts = found.map((one) => (one.type === 'text' ? lineText(one.paragraph.line) : ''));
  expect(texts).toEqual(['p. 2', 'ص 2']);
  expect(typesetLetter(letter).footer(1, 2, 'ar')).toBeUndefined();
});
