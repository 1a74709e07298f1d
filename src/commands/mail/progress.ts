/** What `mail send` says while it works. */
import type { MessageRecord, Progress } from '../../mail/model.ts';
import { progress, type ReportOptions } from '../report.ts';
import { printJson, say } from './common.ts';

/** A line for each message that got a state: all of them as JSON, else those that need somebody's attention. */
export function showMessage(message: MessageRecord, options: ReportOptions): void {
  const { id, state, reply, envelope, attempts } = message;
  if (options.json) {
    printJson({ id, state, envelope: envelope.to, attempts, reply: reply ?? null });
  } else if (state !== 'accepted' && !options.quiet) {
    progress('');
    say(`${id}  ${state}${reply ? `: ${reply}` : ''}`);
  }
}

/** `12 of 40, 2 minutes left`, and what the run is waiting for. */
export function progressText({ done, total, millisecondsLeft, waiting }: Progress): string {
  const left = millisecondsLeft === undefined ? '' : `, ${duration(millisecondsLeft)} left`;
  const wait = waiting ? `, waiting (${waiting.for}) until ${clock(waiting.until)}` : '';
  return `${done} of ${total}${left}${wait} …`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function clock(time: Date): string {
  return time.toTimeString().slice(0, 5);
}
