import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';

const root = resolve(import.meta.dirname, '../..');

/** The script of the module's own documentation, and what it should print. */
const SCRIPT = `
import { checkGlyphs, composeEdition, formatDiagnostic, hasErrors, loadEdition, pdfName, renderLetter } from 'wsis-letters';

const { edition, diagnostics } = loadEdition('examples/forum-2026');
const composed = composeEdition(edition, { letters: ['invitation'], languages: ['ar'], forms: ['circular'] });
const [letter] = composed.letters;
const problems = [...diagnostics, ...composed.diagnostics, ...checkGlyphs(letter)];
const { pdf, pages } = await renderLetter(letter);
console.log(JSON.stringify({
  letters: composed.letters.length,
  problems: problems.map((problem) => formatDiagnostic(problem, { cwd: process.cwd() }).split(': ')[1]),
  bad: hasErrors(problems),
  name: pdfName(letter),
  start: pdf.subarray(0, 5).toString(),
  pages: pages > 0,
}));
`;

test('scripts load, check, compose and render to a buffer', async () => {
  const { code, stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT],
    { cwd: root },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    letters: 1,
    problems: [],
    bad: false,
    name: 'forum-2026.invitation.ar.pdf',
    start: '%PDF-',
    pages: true,
  });
});
