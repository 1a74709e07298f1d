import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  diagnosticToJson,
  formatDiagnostic,
  hasErrors,
  Problems,
  type Span,
  sortDiagnostics,
  UserError,
} from '../src/diagnostic.ts';

const cwd = resolve('/work');
const file = resolve('/work/forum/edition.yaml');

function diagnostic(span?: Partial<Span>): Diagnostic {
  const place = span && { span: { file, line: 12, column: 5, ...span } };
  return { severity: 'error', code: 'unknown-key', message: 'unknown key "nmae"', ...place };
}

function format(line: string, span: Partial<Span>, more = {}): string[] {
  return formatDiagnostic(diagnostic(span), { cwd, readLine: () => line, ...more }).split('\n');
}

test('place, severity, code, message, frame and hint', () => {
  const problem = { ...diagnostic({ length: 4 }), hint: 'did you mean "name"?' };
  expect(formatDiagnostic(problem, { cwd, readLine: () => '    nmae: x' })).toBe(
    `forum/edition.yaml:12:5: error[unknown-key]: unknown key "nmae"
 12 |     nmae: x
    |     ^^^^
hint: did you mean "name"?`,
  );
});

test('without a place there is no frame; without a line neither', () => {
  expect(formatDiagnostic(diagnostic())).toBe('error[unknown-key]: unknown key "nmae"');
  expect(formatDiagnostic(diagnostic({}), { cwd, readLine: () => undefined })).toBe(
    'forum/edition.yaml:12:5: error[unknown-key]: unknown key "nmae"',
  );
});

describe('the caret stands under its place', () => {
  test.each([
    ['tabs count as four', '\t\tname: x', { column: 3, length: 4 }, 8, '^^^^'],
    ['an Arabic letter takes one column', 'ar: جنيف x', { column: 10 }, 9, '^'],
    ['a vowel mark takes none', 'مُحمَّد x', { column: 9 }, 5, '^'],
    ['a wide letter takes two', '北京 x', { column: 4 }, 5, '^'],
    ['a pair of code units is one column', '𝔸 x', { column: 3 }, 2, '^'],
    ['a place after the end of the line', 'abc', { column: 9 }, 3, '^'],
    ['a length beyond the end of the line', 'abc', { column: 2, length: 40 }, 1, '^^'],
  ])('%s', (_, line, span, blanks, caret) => {
    expect(format(line, span)[2]).toBe(`    | ${' '.repeat(blanks)}${caret}`);
  });
});

test('of a long line, what surrounds the place is shown', () => {
  const [, source, caret] = format(`${'a'.repeat(500)}X${'b'.repeat(500)}`, { column: 501 });
  expect(source).toBe(` 12 | …${'a'.repeat(60)}X${'b'.repeat(39)}…`);
  expect(caret?.indexOf('^')).toBe(source?.indexOf('X'));
});

test('controls of the data do not act on the terminal', () => {
  const [head, source] = formatDiagnostic(
    { ...diagnostic({}), message: 'a \u001b[31m b \u202e c' },
    { cwd, readLine: () => 'x\u001b[2J \u2067y' },
  ).split('\n');
  expect(head).toContain('a ␛[31m b \ufffd c');
  expect(source).toBe(' 12 | x␛[2J \ufffdy');
});

test('on a terminal the source line is isolated, and colour is a matter of its own', () => {
  expect(format('ar: جنيف', {}, { terminal: true })[1]).toBe(' 12 | \u2068ar: جنيف\u2069');
  expect(format('ar', {}, { color: true })[0]).toContain('\u001b[31merror[unknown-key]\u001b[0m');
});

test('JSON has every key', () => {
  expect(diagnosticToJson(diagnostic(), cwd)).toEqual({
    severity: 'error',
    code: 'unknown-key',
    message: 'unknown key "nmae"',
    file: null,
    line: null,
    column: null,
    hint: null,
  });
  expect(diagnosticToJson({ ...diagnostic({}), hint: 'h' }, cwd)).toMatchObject({
    file: 'forum/edition.yaml',
    line: 12,
    column: 5,
    hint: 'h',
  });
});

test('order is by file, line and column, those without a place first', () => {
  const at = (path: string, line: number, column: number) =>
    diagnostic({ file: path, line, column });
  const sorted = [diagnostic(), at('a', 2, 9), at('a', 10, 1), at('a', 10, 2), at('b', 1, 1)];
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});

test('warnings forbid nothing', () => {
  const problems = new Problems();
  problems.warning('unknown-column', undefined, 'careful');
  expect(hasErrors(problems.all)).toBe(false);
  problems.error('unknown-key', undefined, 'wrong');
  expect(hasErrors(problems.all)).toBe(true);
  expect(new UserError(problems.all)).toMatchObject({
    message: 'careful; wrong',
    name: 'UserError',
  });
});

test('a fork knows its own problems, and reports them to the whole in order', () => {
  const whole = new Problems();
  whole.error('wrong-type', undefined, 'first');
  const step = whole.fork();
  const part = step.fork();
  expect(step.hasErrors).toBe(false);
  part.warning('unknown-country', undefined, 'second');
  expect([part.isEmpty, step.isEmpty, step.hasErrors]).toEqual([false, false, false]);
  step.add([{ severity: 'error', code: 'bad-date', message: 'third' }]);
  expect([part.hasErrors, step.hasErrors, whole.hasErrors]).toEqual([false, true, true]);
  expect(whole.all.map(({ message }) => message)).toEqual(['first', 'second', 'third']);
  expect(whole.drain()).toHaveLength(3);
  expect(whole.isEmpty).toBe(true);
});
