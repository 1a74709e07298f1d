/**
 * Every condition that a program can check of a file that claims PDF/UA-1 and PDF/A-2a: the failure conditions of the
 * Matterhorn Protocol 1.1 that are for machines, and the tests of veraPDF's profiles PDFUA-1 and PDFA-2A (August 2025),
 * by clause of ISO 14289-1 and ISO 19005-2.
 */

const MATTERHORN = `01-003..005,007 02-001,003..004 06-001..003 07-001..002 09-004..008 10-001 11-001..006 13-004 14-002..003,006..007
   15-003 17-002..003 19-003..004 20-001..003 21-001 25-001 26-001..002 28-002,004..012,014..018 30-001..002
   31-001..009,011..030`;

const PDF_UA_1 = `5-1..5 6.1-1 6.2-1 7.1-1..12 7.2-2..34,36..43 7.3-1 7.4.2-1 7.4.4-1..3 7.5-1..2 7.7-1 7.9-1..2 7.10-1..2 7.11-1
   7.15-1 7.16-1 7.18.1-1..3 7.18.2-1 7.18.3-1 7.18.4-1..2 7.18.5-1..2 7.18.6.2-1..2 7.18.8-1 7.20-1..2 7.21.3.1-1
   7.21.3.2-1 7.21.3.3-1..3 7.21.4.1-1..2 7.21.4.2-1..2 7.21.5-1 7.21.6-1..4 7.21.7-1..2 7.21.8-1`;

const PDF_A_2A = `6.1.2-1..2 6.1.3-1..3 6.1.4-2 6.1.6-1..2 6.1.7.1-1..3 6.1.7.2-1 6.1.8-1 6.1.9-1 6.1.10-1 6.1.12-1..2
   6.1.13-1..5,7..11 6.2.2-1..2 6.2.3-1..3 6.2.4.2-1..2 6.2.4.3-2..4 6.2.4.4-1..2 6.2.5-1..6 6.2.6-1 6.2.8-1..5
   6.2.8.3-1..5 6.2.9-1..3 6.2.10-1..2 6.2.11.2-1..7 6.2.11.3.1-1 6.2.11.3.2-1 6.2.11.3.3-1..3 6.2.11.4.1-1..2
   6.2.11.4.2-1..2 6.2.11.5-1 6.2.11.6-1..4 6.2.11.7.2-1..2 6.2.11.7.3-1 6.2.11.8-1 6.3.1-1 6.3.2-1..2 6.3.3-1..4
   6.4.1-1..3 6.4.2-1..2 6.4.3-1..3 6.5.1-1..2 6.5.2-1..2 6.6.2.1-1..5 6.6.2.3.1-1..2 6.6.2.3.2-1 6.6.2.3.3-1..18
   6.6.4-1..7 6.7.2.2-1 6.7.3.3-1 6.7.3.4-1..3 6.7.4-1 6.8-2,5 6.9-1..4 6.10-1..2 6.11-1`;

/** `7.2-2..4,6` → `7.2-2`, `7.2-3`, `7.2-4`, `7.2-6`; numbers keep their leading zeros. */
function expand(list: string): string[] {
  return list.split(/\s+/).flatMap((entry) => {
    const [clause = '', tests = ''] = entry.split('-');
    return tests.split(',').flatMap((part) => numbersOf(part).map((test) => `${clause}-${test}`));
  });
}

function numbersOf(part: string): string[] {
  const [first = '', last = first] = part.split('..');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  );
}

/** As rules name them: `MP 01-003`, `UA 7.1-1`, `A 6.1.2-1`. */
export const CONDITIONS: readonly string[] = [
  ...expand(MATTERHORN).map((condition) => `MP ${condition}`),
  ...expand(PDF_UA_1).map((test) => `UA ${test}`),
  ...expand(PDF_A_2A).map((test) => `A ${test}`),
];
