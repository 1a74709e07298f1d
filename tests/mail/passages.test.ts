import { expect, test } from 'vitest';
import { differingPassages } from '../../src/mail/passages.ts';

const LONG = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');

test.each<
  readonly [string, readonly string[], readonly string[], readonly (readonly [string, string])[]]
>([
  ['nothing', ['a', 'b'], ['a', 'b'], []],
  ['a word', ['To', 'by 31 March'], ['To', 'by 30 March'], [['by 31 March', 'by 30 March']]],
  [
    'a word far inside',
    ['one two three four five six OLD seven eight nine ten eleven'],
    ['one two three four five six NEW seven eight nine ten eleven'],
    [
      [
        '… three four five six OLD seven eight nine ten …',
        '… three four five six NEW seven eight nine ten …',
      ],
    ],
  ],
  ['a line more', ['a', 'b'], ['a', 'new', 'b'], [['', 'new']]],
  ['a line less', ['a', 'old', 'b'], ['a', 'b'], [['old', '']]],
  ['the last line', ['a', 'b'], ['a'], [['b', '']]],
  [
    'words without blanks',
    ['诚邀贵国政府参加二〇二六年论坛'],
    ['诚邀贵国政府参加二〇二七年论坛'],
    [[expect.stringContaining('二〇二六'), expect.stringContaining('二〇二七')]],
  ],
])('%s', (_name, before, now, expected) => {
  const { passages, more } = differingPassages(before, now);
  expect(passages.map((one) => [one.before, one.now])).toEqual(expected);
  expect(more).toBe(0);
});

test('what is long is shortened, and what is much is counted', () => {
  const [passage] = differingPassages([LONG], [LONG.toUpperCase()]).passages;
  expect(passage?.before).toMatch(/^w0 .* … .* w199$/);
  expect(passage?.before.length).toBeLessThan(250);
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
  const changed = lines.map((line, index) => (index % 2 ? `${line} x` : line));
  const { passages, more } = differingPassages(lines, changed);
  expect([passages.length, more]).toEqual([4, 2]);
});
