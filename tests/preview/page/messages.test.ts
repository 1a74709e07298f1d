import { expect, test } from 'vitest';
import { ar } from '../../../src/preview/page/i18n/ar.ts';
import { en } from '../../../src/preview/page/i18n/en.ts';
import { fr } from '../../../src/preview/page/i18n/fr.ts';
import type { MessageKey, Messages } from '../../../src/preview/page/i18n/messages.ts';

const keys = Object.keys(en) as MessageKey[];

/** Names of the values that a text takes; every plural form but those of fixed numbers takes `n`. */
function holes(messages: Messages, key: MessageKey): string[] {
  const message = messages[key];
  const text = typeof message === 'string' ? message : message.other;
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

test.each([
  ['French', fr],
  ['Arabic', ar],
])('%s takes the same values as English', (_, messages) => {
  expect(keys.filter((key) => `${holes(messages, key)}` !== `${holes(en, key)}`)).toEqual([]);
});

test('Arabic has all six plural forms', () => {
  const plurals = keys.map((key) => ar[key]).filter((message) => typeof message !== 'string');
  expect(plurals.length).toBeGreaterThan(3);
  for (const plural of plurals) {
    expect(Object.keys(plural)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  }
});

test('French sets a no-break space before a colon', () => {
  const texts = Object.values(fr).flatMap((text) =>
    typeof text === 'string' ? [text] : Object.values(text),
  );
  expect(texts.filter((text) => / [:;!?]/.test(text))).toEqual([]);
});
