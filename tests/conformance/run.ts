/** Runs all cases of a conformance file and keeps the first failures. */
import type { BidiCase } from './cases.ts';
import {
  checkFirstLine,
  checkParagraph,
  checkSecondLine,
  checkWholeLine,
  type Verdict,
} from './ordering.ts';

/** Failures kept for the report of a test that expects none. */
const KEPT = 10;

class Failures extends Array<string> {
  note(verdict: Verdict): void {
    if (verdict !== undefined && this.length < KEPT) this.push(verdict);
  }
}

export function runCases(cases: Iterable<BidiCase>) {
  const [whole, second, first, paragraph] = [1, 2, 3, 4].map(() => new Failures()) as [
    Failures,
    Failures,
    Failures,
    Failures,
  ];
  const counts = { cases: 0, splits: 0, paragraphs: 0 };
  for (const sample of cases) {
    counts.cases += 1;
    whole.note(checkWholeLine(sample));
    const same = checkParagraph(sample);
    if (same !== undefined) counts.paragraphs += 1;
    if (same === false) paragraph.note(sample.place);
    if (sample.text.length < 2) continue;
    counts.splits += 1;
    const split = 1 + (counts.cases % (sample.text.length - 1));
    second.note(checkSecondLine(sample, split));
    first.note(checkFirstLine(sample, split));
  }
  return { ...counts, whole, second, first, paragraph };
}
