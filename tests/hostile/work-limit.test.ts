import { expect, test } from 'vitest';
import { LetterTooLarge, WorkLimit } from '../../src/pdf/work-limit.ts';

test('a letter ends where its time is over', () => {
  expect(() => new WorkLimit().assertInTime()).not.toThrow();
  expect(() => new WorkLimit(-1).assertInTime()).toThrow(LetterTooLarge);
  expect(() => new WorkLimit(-1).draw(1)).toThrow(/more than 120 seconds/);
});

test('a letter ends where it has drawn too much, however fast', () => {
  const limit = new WorkLimit();
  limit.draw(29_000_000);
  expect(() => limit.draw(2_000_000)).toThrow('more than 30 MB would be drawn');
});
