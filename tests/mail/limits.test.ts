import { describe, expect, test } from 'vitest';
import { nextAttempt } from '../../src/mail/delivery/backoff.ts';
import { Breaker } from '../../src/mail/delivery/breaker.ts';
import { timeLeft } from '../../src/mail/delivery/progress.ts';
import { endOfQuiet, quietHoursProblem } from '../../src/mail/delivery/quiet-hours.ts';
import { Rates } from '../../src/mail/delivery/rates.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:00' };
  const siesta = { from: '12:00', until: '14:30' };

  test.each([
    // Now (UTC), hours, zone, end (UTC)
    ['2026-07-06T19:59Z', night, 'Europe/Zurich', undefined],
    ['2026-07-06T20:00Z', night, 'Europe/Zurich', '2026-07-07T05:00Z'],
    ['2026-07-07T04:59Z', night, 'Europe/Zurich', '2026-07-07T05:00Z'],
    ['2026-07-07T05:00Z', night, 'Europe/Zurich', undefined],
    ['2026-07-06T10:30Z', siesta, 'Europe/Zurich', '2026-07-06T12:30Z'],
    ['2026-07-06T10:30Z', siesta, 'Africa/Nairobi', '2026-07-06T11:30Z'],
    ['2026-07-06T10:30Z', siesta, 'Asia/Kathmandu', undefined],
    // The night on which the clocks go forward is shorter, that on which they go back is longer.
    ['2026-03-28T21:00Z', night, 'Europe/Zurich', '2026-03-29T05:00Z'],
    ['2026-10-24T20:00Z', night, 'Europe/Zurich', '2026-10-25T06:00Z'],
    // 02:30 is an hour that this night does not have: 03:00 comes next.
    ['2026-03-29T00:30Z', { from: '01:00', until: '02:30' }, 'Europe/Zurich', '2026-03-29T01:00Z'],
  ])('at %s, %j in %s', (now, hours, zone, end) => {
    const found = endOfQuiet(Date.parse(now), { ...hours, zone });
    expect(found).toBe(end && Date.parse(end));
  });

  test.each([
    [{ from: '22:00', until: '07:00', zone: 'Europe/Zurich' }, undefined],
    [{ from: '24:00', until: '07:00', zone: 'Europe/Zurich' }, /HH:MM/],
    [{ from: '8', until: '07:00', zone: 'Europe/Zurich' }, /HH:MM/],
    [{ from: '07:00', until: '07:00', zone: 'Europe/Zurich' }, /no time to send/],
    [{ from: '22:00', until: '07:00', zone: 'Mars/Olympus' }, /no time zone/],
  ])('%j', (hours, problem) => {
    const found = quietHoursProblem(hours);
    if (problem) expect(found).toMatch(problem);
    else expect(found).toBeUndefined();
  });
});

describe('rates', () => {
  test('never more than so many in any minute', () => {
    const rates = new Rates({ connections: 1, perMinute: 2 });
    const starts: number[] = [];
    for (let now = 0; starts.length < 7; now += 1000) {
      if (rates.freeAt(now) > now) continue;
      rates.note(now, 'a.test');
      starts.push(now / 1000);
    }
    expect(starts).toEqual([0, 1, 60, 61, 120, 121, 180]);
  });

  test('a day and a minute', () => {
    const rates = new Rates({ connections: 1, perMinute: 2, perDay: 3 });
    for (const time of [0, HOUR, 2 * HOUR]) rates.note(time, 'a.test');
    expect(rates.freeAt(2 * HOUR)).toBe(24 * HOUR);
    expect(rates.freeAt(24 * HOUR)).toBe(24 * HOUR);
  });

  test('a domain that has had its share waits, and the others do not', () => {
    const rates = new Rates({ connections: 1, perDomainPerMinute: 1 });
    rates.note(0, 'a.test');
    rates.note(500, 'b.test');
    expect(rates.freeAt(1000)).toBe(1000);
    expect([...rates.busyDomains(1000)]).toEqual([
      ['a.test', MINUTE],
      ['b.test', MINUTE + 500],
    ]);
    expect([...rates.busyDomains(MINUTE)].map(([name]) => name)).toEqual(['b.test']);
  });
});

test.each([
  // Put off how often before, hours since the first attempt, minutes to the next
  [0, 0, 1],
  [1, 0, 5],
  [2, 0, 15],
  [3, 0, 60],
  [4, 1, 60],
  [40, 47, 60],
  [41, 47.5, undefined],
])('put off %i times, %d hours after the first attempt', (deferrals, hours, minutes) => {
  const now = Date.parse('2026-07-06T10:00Z');
  const delays = { deferrals, firstTried: now - hours * HOUR };
  const next = nextAttempt(now, delays, { connections: 1 });
  expect(next).toBe(minutes === undefined ? undefined : now + minutes * MINUTE);
});

describe('the breaker', () => {
  test('pauses longer and longer, then stops', () => {
    const breaker = new Breaker();
    const pauses: number[] = [];
    let now = 0;
    for (let stop: unknown; !stop; ) {
      stop = breaker.connectionFailed(now);
      const end = breaker.paused(now);
      if (end === undefined) continue;
      pauses.push((end - now) / MINUTE);
      now = end;
    }
    expect(pauses).toEqual([1, 2, 5, 10, 15]);
  });

  test('forgets failures when the server answers', () => {
    const breaker = new Breaker();
    for (const _ of [1, 2, 3, 4]) {
      breaker.connectionFailed(0);
      breaker.connectionFailed(0);
      breaker.answered('accepted');
    }
    expect(breaker.paused(0)).toBeUndefined();
  });

  test('bears five rejections in a hundred and not six', () => {
    const breaker = new Breaker();
    const verdicts = Array.from({ length: 300 }, (_, index) =>
      breaker.answered(index % 20 === 0 ? 'rejected' : 'accepted'),
    );
    expect(verdicts.filter(Boolean)).toEqual([]);
    expect(breaker.answered('rejected')).toBeUndefined();
    expect(breaker.answered('rejected')).toBe('too-many-rejections');
  });
});

test.each([
  [0, 10, undefined, undefined],
  [5, 10, undefined, 60_000],
  [5, 10, 1, 300_000],
  [10, 10, 1, 0],
])('time left after %i of %i at %s a minute', (done, total, perMinute, left) => {
  const limits = { connections: 1, ...(perMinute !== undefined && { perMinute }) };
  expect(timeLeft({ done, total, started: 0 }, MINUTE, limits)).toBe(left);
});
