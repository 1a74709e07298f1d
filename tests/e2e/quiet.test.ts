/** Nothing is said of lists that are clean, however odd they look. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { check } from '../../src/index.ts';
import { put } from '../data/editions.ts';
import { temporaryFolder, wsisLetters } from '../support/cli.ts';
import { COLUMNS, LISTS, type Row } from './clean-lists.ts';

const EDITION = readFileSync(join(import.meta.dirname, 'six-languages/edition.yaml'), 'utf8');
/** In milliseconds: letters to all of a list, on a busy machine. */
const LONG = 120_000;

function editionWith(list: string | Uint8Array, name = 'stakeholders.csv'): string {
  const folder = temporaryFolder();
  put(folder, 'edition.yaml', `${EDITION}\nlists: [${name}]\n`);
  put(folder, name, list);
  return folder;
}

function csv(rows: readonly Row[], separator = ',', end = '\n'): string {
  const columns = [...new Set([...COLUMNS, ...rows.flatMap((row) => Object.keys(row))])];
  const cell = (value: string) =>
    /[",;\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((line) => line.map(cell).join(separator) + end).join('');
}

async function complaints(folder: string): Promise<string[]> {
  const { letters, diagnostics } = await check(folder, { lint: true });
  expect(letters.length).toBeGreaterThan(6);
  return diagnostics.map(({ severity, code, message, span }) => {
    const place = span ? `${span.line}:${span.column}` : '';
    return `${severity} ${code} ${place} ${message}`;
  });
}

test('there are twenty lists, of a hundred and fifty people in all', () => {
  expect(Object.keys(LISTS)).toHaveLength(20);
  expect(Object.values(LISTS).flat().length).toBeGreaterThan(150);
});

test.each(Object.entries(LISTS))('%s', { timeout: LONG }, async (_, rows) => {
  expect(await complaints(editionWith(csv(rows)))).toEqual([]);
});

describe('files as spreadsheets save them', () => {
  const names = new Set<string>();
  const isNew = ({ name = '' }: Row) => !names.has(name) && names.add(name);
  const rows = Object.values(LISTS)
    .map((list) => list.find(isNew))
    .filter((row) => row !== undefined)
    .map((row, index): Row => ({ ...row, id: `p${index}`, email: `p${index}@mail.example.org` }));
  const plain = csv(rows);
  const named = (change: (column: string) => string) => {
    const [header = '', ...others] = plain.split('\n');
    return [header.split(',').map(change).join(','), ...others].join('\n');
  };
  test.each([
    ['semicolons, a byte order mark and CRLF', `\ufeff${csv(rows, ';', '\r\n')}`],
    ['tabs in UTF-16', Buffer.from(`\ufeff${csv(rows, '\t', '\r\n')}`, 'utf16le')],
    ['headers in capitals', named((column) => column.toUpperCase())],
    ['headers in words', named((column) => ` ${column.replace('-', ' ')} `)],
    ['a blank line at the end', `${plain}\n\n`],
    ['no end of the last line', plain.trimEnd()],
  ])('%s', { timeout: LONG }, async (_, list) => {
    expect(await complaints(editionWith(list))).toEqual([]);
  });

  test('YAML, with nothing where nothing is', { timeout: LONG }, async () => {
    const list = stringify(rows, { version: '1.1' });
    expect(await complaints(editionWith(list, 'stakeholders.yaml'))).toEqual([]);
  });

  test('the command says so', { timeout: LONG }, async () => {
    const { code, stdout, stderr } = await wsisLetters(['check', '--lint', editionWith(plain)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('no problem');
  });
});
