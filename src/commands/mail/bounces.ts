/** `mail bounces`: reads delivery reports from files and records what they say. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type NoticeResult, takeNotice } from '../../mail/bounces.ts';
import { plural, UsageError } from '../report.ts';
import { type MailOptions, mailFolderOf, printJson, say, withLedger } from './desk.ts';

/** Octets; a report returns the message at most, and more would only fill the memory. */
const LARGEST = 30_000_000;

/** Gives the exit code: 0, whatever the reports say. @throws UsageError if a file is missing */
export async function bounces(
  folder: string,
  paths: readonly string[],
  options: MailOptions,
): Promise<number> {
  const files = paths.flatMap(filesAt);
  if (files.length === 0) throw new UsageError('no-reports', 'there is no message to read');
  return withLedger(mailFolderOf(folder), options, async (ledger) => {
    const counts: Record<string, number> = {};
    for (const file of files) {
      const result = await takeNotice(ledger, file, readFileSync(file));
      counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
      print(result, options);
    }
    if (!options.json && !options.quiet) {
      const shown = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
      say(`${plural(files.length, 'file')}: ${shown.join(', ')}`);
    }
    return 0;
  });
}

function print(result: NoticeResult, { json, quiet }: MailOptions): void {
  if (json) printJson(result);
  else if (!quiet) say(sentence(result));
}

function sentence({ source, outcome, id, kind, status, diagnostic }: NoticeResult): string {
  const words = {
    recorded: `${id} ${kind} ${status} ${diagnostic}`,
    known: `${id} ${kind}, known already`,
    delivered: `${id} was delivered; settle it with \`mail resolve\` if it is unknown`,
    unmatched: 'no message of the ledger',
    'no-report': 'not a delivery report',
  };
  return `${source}: ${words[outcome]}`;
}

/** A file, or the files of a folder but the hidden ones. */
function filesAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageError('missing-file', `there is no ${path}`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name))
    .filter((file) => statSync(file).size <= LARGEST)
    .sort();
}
