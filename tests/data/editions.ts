/** Editions in a temporary folder, made from one that has no fault. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Loaded, loadEdition } from '../../src/data/load.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';

const BASE = join(import.meta.dirname, 'base');

/** A folder with the edition without fault; gone when the test ends. */
export function baseEdition(): string {
  const outer = mkdtempSync(join(tmpdir(), 'wsis-data-'));
  onTestFinished(() => rmSync(outer, { recursive: true }));
  const folder = join(outer, 'base');
  cpSync(BASE, folder, { recursive: true });
  return folder;
}

/** Replaces a text, which must be there once, in a file of an edition. */
export function patch(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${from} ${parts.length - 1} times`);
  writeFileSync(path, parts.join(to));
}

/** Writes a file of an edition. */
export function put(folder: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** `code file:line:column`, the file relative to the edition; a warning has `warning ` before it. */
export function brief({ severity, code, span }: Diagnostic, folder: string): string {
  const place = span ? ` ${relative(folder, span.file)}:${span.line}:${span.column}` : '';
  return `${severity === 'warning' ? 'warning ' : ''}${code}${place}`;
}

/** What is wrong with an edition, in brief. */
export function problemsOf(folder: string): string[] {
  return loadEdition(folder).diagnostics.map((diagnostic) => brief(diagnostic, folder));
}

/** An edition that must load without any diagnostic. */
export function loadClean(folder: string): NonNullable<Loaded['edition']> {
  const { edition, diagnostics } = loadEdition(folder);
  if (!edition || diagnostics.length > 0) {
    throw new Error(diagnostics.map((each) => `${brief(each, folder)} ${each.message}`).join('\n'));
  }
  return edition;
}
