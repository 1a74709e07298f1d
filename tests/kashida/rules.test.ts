/** Where a word may be made longer, best place first; `ـ` shows the place. */
import { expect, test } from 'vitest';
import { joinsOf } from '../../src/text/joins.ts';

function places(word: string): string[] {
  return joinsOf(word).map(({ at }) => `${word.slice(0, at)}ـ${word.slice(at)}`);
}

test.each([
  ['after seen', 'السلام', 'السـلام'],
  ['after the last of several', 'المستشار', 'المستشـار'],
  ['after sad', 'المصلحة', 'المصـلحة'],
  ['before final teh marbuta', 'العالمية', 'العالميـة'],
  ['before final heh', 'وجه', 'وجـه'],
  ['before dal', 'تحديد', 'تحديـد'],
  ['before alef', 'الكتاب', 'الكتـاب'],
  ['before final lam', 'عمل', 'عمـل'],
  ['before final kaf', 'ملك', 'ملـك'],
  ['before yeh, after a tooth', 'النبي', 'النبـي'],
  ['before waw', 'يلغو', 'يلغـو'],
  ['before final qaf', 'ينطق', 'ينطـق'],
  ['before the last letter', 'التعليم', 'التعليـم'],
  ['where the author has put one', 'المستـشار', 'المستــشار'],
])('%s', (_, word, expected) => {
  expect(places(word)[0]).toBe(expected);
});

test.each([
  ['in words of one or two letters', 'في'],
  ['in words of two letters with marks', 'مِنْ'],
  ['between lam and alef', 'ملا'],
  ['between lam and alef with hamza', 'ملأ'],
  ['in the name of God', 'الله'],
  ['in the name of God with marks', 'لِلّٰهِ'],
  ['after letters that do not join', 'دور'],
  ['after hamza', 'ماءه'],
  ['after the first letter', 'قدر'],
  ['in Latin words', 'assessment'],
  ['in numbers', '2026'],
  ['in Arabic digits', '٢٠٢٦'],
  ['in symbols', 'A/RES/80/173'],
])('never %s', (_, word) => {
  expect(places(word)).toEqual([]);
});

test('marks stay with their letter: the place is before the next letter', () => {
  expect(places('المُستَلِم')[0]).toBe('المُسـتَلِم');
  expect(places('العالَمِيَّةِ')[0]).toBe('العالَمِيَّـةِ');
});

test('punctuation around a word is no part of it', () => {
  expect(places('(العالمية)،')[0]).toBe('(العالميـة)،');
});

test('medial joins are left alone, but for those after seen and sad', () => {
  for (const place of places('ويستقبلونهم')) {
    expect(place).toMatch(/[سشصض]ـ|ـ[اأإآدذرزوؤة]|ـ.$/u);
  }
});
