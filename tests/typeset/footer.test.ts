/** What stands at the foot of a page. */
import { expect, test } from 'vitest';
import type { Settings } from '../../src/model.ts';
import { visible } from '../../src/typeset/controls.ts';
import { typesetLetter } from '../../src/typeset/document.ts';
import { bareLetter } from '../position/letter.ts';

function footerText(digits: Settings['digits']): string {
  const bare = bareLetter('rtl', { footer: { page: '{page} من {pages}' } });
  const letter = { ...bare, settings: { ...bare.settings, digits } };
  const node = typesetLetter(letter).footer(2, 10, 'ar');
  if (node?.type !== 'text') throw new Error('no text at the foot');
  return visible(node.paragraph.text);
}

test('page numbers are written in the digits of the letter', () => {
  expect(footerText('latn')).toBe('2 من 10');
  expect(footerText('arab')).toBe('٢ من ١٠');
});
