/** In mail a range has its first number at the right in Arabic, by marks that programs know. */
import { expect, test } from 'vitest';
import { htmlPage } from '../../src/mail/message/html.ts';
import { plainText } from '../../src/mail/message/plain.ts';
import type { Block, Inline } from '../../src/model.ts';
import { bidi } from '../../src/text/bidi.ts';

const range = (text: string): Inline => ({
  type: 'isolate',
  direction: 'rtl',
  children: [{ type: 'text', text }],
});
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

function seen(text: string): string {
  const levels = bidi.getEmbeddingLevels(text, 'rtl');
  return bidi.getReorderedString(text, levels).replace(/[\p{Cf}\n]/gu, '');
}

test.each([
  ['6-10', '10-6'],
  ['14:30-15:30', '15:30-14:30'],
  ['2024-2025', '2025-2024'],
])('%s', (given, expected) => {
  for (const before of ['', 'في ', 'WSIS ']) {
    const line = paragraph({ type: 'text', text: before }, range(given), {
      type: 'text',
      text: ' يوليو',
    });
    expect(seen(plainText([line], 'rtl'))).toContain(expected);
  }
  const html = htmlPage([paragraph(range(given))], { language: 'ar', direction: 'rtl', title: '' });
  const inside = /<bdi dir="rtl"[^>]*>([^<]*)<\/bdi>/.exec(html)?.[1] ?? '';
  expect(seen(inside)).toBe(expected);
});

test('a number keeps its marks', () => {
  const number: Inline = {
    type: 'isolate',
    direction: 'ltr',
    children: [{ type: 'text', text: '14 000' }],
  };
  expect(seen(plainText([paragraph(number)], 'rtl'))).toContain('14 000');
});
