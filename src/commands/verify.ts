/** `verify`: does an independent reader find in a PDF what the letter says? */
import { type Verdict, verify as verifyFiles } from '../app/verify.ts';
import { share } from '../pdf/readback/measure.ts';
import { plural } from '../words.ts';
import { printDiagnostics, type ReportOptions } from './report.ts';

/** Gives the exit code: 0 if the words of all letters are found, else 1. */
export async function verify(files: readonly string[], options: ReportOptions): Promise<number> {
  let found = 0;
  for await (const verdict of verifyFiles(files)) {
    if (verdict.status === 'found') found += 1;
    print(verdict, options);
  }
  return found === files.length ? 0 : 1;
}

function print({ file, status, soft, strict, problem }: Verdict, options: ReportOptions): void {
  if (options.json) {
    const figures = { soft: soft && share(soft), strict: strict && share(strict) };
    const line = { file, status, words: strict?.words, ...figures, missing: strict?.missing };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else if (!options.quiet && status === 'found' && strict) {
    const { found, words } = strict;
    process.stdout.write(`${file}: ${found} of ${plural(words, 'word')} found\n`);
  }
  if (problem) printDiagnostics([problem], options);
}
