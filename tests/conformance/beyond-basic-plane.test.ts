/** Characters of two UTF-16 units have the class of the whole: BidiTest.txt again, with Adlam, old scripts and emoji. */
import { expect, test } from 'vitest';
import { embeddingLevels } from '../../src/text/bidi.ts';
import { lineLevels } from '../../src/text/order.ts';
import { type BidiCase, readBeyondBasicPlane } from './cases.ts';

/** The level of the first unit of each character on the line, and whether its second has another. */
function resolved({ text, base }: BidiCase): { levels: number[]; torn: boolean } {
  const direction = base === 'rtl' ? 'rtl' : 'ltr';
  const whole = embeddingLevels(text, direction);
  const line = lineLevels(text, whole, 0, text.length, direction === 'rtl' ? 1 : 0);
  const levels: number[] = [];
  let torn = false;
  let at = 0;
  for (const character of text) {
    levels.push(line[at] ?? -1);
    torn ||= line[at] !== line[at + character.length - 1];
    at += character.length;
  }
  return { levels, torn };
}

test('every case of BidiTest.txt has its levels', () => {
  const failures: string[] = [];
  let cases = 0;
  for (const sample of readBeyondBasicPlane()) {
    if (sample.classes.includes('B')) continue;
    cases += 1;
    const { levels, torn } = resolved(sample);
    const same = sample.levels.every(
      (level, index) => level === undefined || level === levels[index],
    );
    if ((!same || torn) && failures.length < 10) failures.push(`${sample.place} ${sample.base}`);
  }
  expect(cases).toBeGreaterThan(400_000);
  expect(failures).toEqual([]);
});
