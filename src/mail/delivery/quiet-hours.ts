/** Hours of the day in which nothing is sent, by the clocks of a place. */
import type { QuietHours } from '../model.ts';

const MINUTE = 60_000;

/** The end of the quiet hours that a moment lies in; undefined if it lies in none. Milliseconds since 1970. */
export function endOfQuiet(now: number, hours: QuietHours | undefined): number | undefined {
  if (!hours) return undefined;
  const quiet = quietTest(hours);
  if (!quiet(now)) return undefined;
  // Minute by minute: whatever a change to summer time does to the clocks in between, this finds the end.
  let time = Math.floor(now / MINUTE) * MINUTE;
  while (quiet(time)) time += MINUTE;
  return time;
}

function quietTest({ from, until, zone }: QuietHours): (time: number) => boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (time) => {
    const local = clock.format(time);
    return from <= until ? from <= local && local < until : from <= local || local < until;
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with quiet hours as written; undefined if they can be kept. */
export function quietHoursProblem({ from, until, zone }: QuietHours): string | undefined {
  if (!TIME.test(from) || !TIME.test(until)) return 'quiet hours are written HH:MM';
  if (from === until) return 'quiet hours that end when they begin leave no time to send';
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return undefined;
  } catch {
    return `"${zone}" is no time zone, such as Europe/Zurich`;
  }
}
