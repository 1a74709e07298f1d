/** `mail bounces`: reads delivery reports from files and records what they say. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../diagnostic.ts';
import { type NoticeResult, takeNotice } from '../../mail/bounces.ts';
import type { Ledger } from '../../mail/model.ts';

/** Octets; a report returns the message at most, and more would only fill the memory. */
const LARGEST = 30_000_000;

/** Records what files, and the files of folders, report. Gives a result for each. */
export async function* recordBounces(
  ledger: Ledger,
  files: readonly string[],
): AsyncGenerator<NoticeResult> {
  for (const file of files) yield await takeNotice(ledger, file, readFileSync(file));
}

/** @throws UsageError if a file is missing, or there is none */
export function reportFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap(filesAt);
  if (files.length === 0) throw new UsageError('no-reports', 'there is no message to read');
  return files;
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
