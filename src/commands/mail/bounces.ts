/** `mail bounces`: prints what delivery reports say, and records it. */
import { recordBounces, reportFiles } from '../../app/mail/bounces.ts';
import { mailFolderOf, withLedger } from '../../app/mail/context.ts';
import type { NoticeResult } from '../../mail/bounces.ts';
import { plural } from '../../words.ts';
import { type MailOptions, printJson, say } from './common.ts';

/** Gives the exit code: 0, whatever the reports say. @throws UsageError if a file is missing */
export async function bounces(
  folder: string,
  paths: readonly string[],
  options: MailOptions,
): Promise<number> {
  const files = reportFiles(paths);
  return withLedger(mailFolderOf(folder), options, async (ledger) => {
    const counts: Record<string, number> = {};
    for await (const result of recordBounces(ledger, files)) {
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
