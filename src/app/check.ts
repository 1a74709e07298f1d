/** `check`: every problem of an edition and its letters. Whoever renders, mails or previews asks here first. */
import type { Code } from '../codes.ts';
import { composeEach, composeEdition } from '../compose/compose.ts';
import { reportUnusedLists } from '../compose/select.ts';
import { loadEdition } from '../data/load.ts';
import { hintFor } from '../data/suggest.ts';
import {
  type Diagnostic,
  distinctDiagnostics,
  hasErrors,
  Problems,
  UsageError,
} from '../diagnostic.ts';
import { prepareWasm } from '../font/wasm.ts';
import type { Edition, Letter, Selection } from '../model.ts';
import { checkGlyphsOf } from '../pdf/check/coverage.ts';
import { checkPictures } from '../pdf/check/pictures.ts';
import { checkAnnexes } from '../pdf/write/annex.ts';

/** Letters up to which optimising HarfBuzz costs more than it gives back. */
const SHORT_RUN = 20;

export interface CheckOptions {
  /** Default: all letters. */
  readonly selection?: Selection;
  /** Make a draft of every letter. */
  readonly draft?: boolean;
  /** Proof-read as well. */
  readonly lint?: boolean;
}

export interface Checked {
  /** Undefined if the edition could not be read; then `diagnostics` has an error. */
  readonly edition?: Edition;
  /** Those that are selected and could be composed. */
  readonly letters: readonly Letter[];
  /** Each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads an edition, composes the selected letters, and looks for everything that would keep them from being rendered.
 * @throws UsageError if the selection names what the edition does not have
 */
export async function check(folder: string, options: CheckOptions = {}): Promise<Checked> {
  const { selection = {}, draft, lint } = options;
  const { edition: found, diagnostics } = loadEdition(folder);
  const edition = found && draft ? asDrafts(found) : found;
  if (!edition) return { letters: [], diagnostics };
  // An entry with an error is missing from the edition; its own problem says more than "unknown" would.
  if (!hasErrors(diagnostics)) verifySelection(selection, edition);
  const { letters, diagnostics: composing } = composeEdition(edition, selection);
  prepareWasm({ shortRun: letters.length <= SHORT_RUN });
  // A letter with an error is missing from the edition, and with it the one for a list perhaps.
  const lists = hasErrors(diagnostics) ? [] : unusedLists(edition);
  const all = [...diagnostics, ...lists, ...composing, ...checkGlyphsOf(letters)];
  all.push(...(await checkFiles(edition, letters)));
  if (lint) all.push(...(await proofRead(edition, letters)));
  return { edition, letters, diagnostics: distinctDiagnostics(all) };
}

/** A letter of an edition, or the edition itself, and what is wrong with it. */
export interface Finding {
  readonly letter?: Letter;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What `check` with `lint` finds in an edition that was loaded, letter by letter, so that something else can be done in
 * between; but for the layout of pages, which takes its time.
 */
export async function* checkLetters(edition: Edition): AsyncGenerator<Finding> {
  const { Linter } = await import('../lint/lint.ts');
  const { lintEdition } = await import('../lint/edition.ts');
  const linter = new Linter(edition);
  const samples = new Map<string, Letter>();
  yield { diagnostics: [...unusedLists(edition), ...lintEdition(edition)] };
  for (const { letter, diagnostics } of composeEach(edition)) {
    const own = letter ? [...checkGlyphsOf([letter]), ...linter.lint(letter)] : [];
    if (letter) samples.set(`${letter.id} ${letter.language} ${letter.form}`, letter);
    yield { ...(letter && { letter }), diagnostics: [...diagnostics, ...own] };
  }
  yield { diagnostics: await checkFiles(edition, [...samples.values()]) };
}

function unusedLists(edition: Edition): readonly Diagnostic[] {
  const problems = new Problems();
  reportUnusedLists(edition, problems);
  return problems.all;
}

/** Annexes, pictures, and fonts of the edition's own; what looks at those is loaded for those who have some. */
async function checkFiles(edition: Edition, letters: readonly Letter[]): Promise<Diagnostic[]> {
  const found = [...(await checkAnnexes(letters)), ...(await checkPictures(edition))];
  if (edition.families.every((family) => family.scripts)) return found;
  const { checkOwnFonts } = await import('../pdf/check/own-fonts.ts');
  return [...found, ...checkOwnFonts(letters)];
}

/** Only then are the linter and the PDF stage loaded. */
async function proofRead(edition: Edition, letters: readonly Letter[]): Promise<Diagnostic[]> {
  const { lintAll } = await import('../lint/lint.ts');
  return lintAll(edition, letters);
}

function asDrafts(edition: Edition): Edition {
  return { ...edition, letters: edition.letters.map((letter) => ({ ...letter, draft: true })) };
}

/** @throws UsageError at the first name that the edition does not know */
function verifySelection(selection: Selection, edition: Edition): void {
  const letters = edition.letters.map((letter) => letter.id.value);
  const recipients = edition.stakeholders.map((stakeholder) => stakeholder.id.value);
  const lists = [...new Set(edition.stakeholders.map((stakeholder) => stakeholder.list))];
  for (const id of selection.letters ?? []) known('unknown-letter', 'letter', id, letters);
  for (const id of selection.recipients ?? [])
    known('unknown-recipient', 'recipient', id, recipients);
  if (selection.lists && !selection.lists.some((list) => lists.includes(list))) {
    known('unknown-list', 'list of recipients', selection.lists[0] ?? '', lists);
  }
}

function known(code: Code, what: string, id: string, ids: readonly string[]): void {
  if (ids.includes(id)) return;
  throw new UsageError(code, `the edition has no ${what} "${id}"`, hintFor(id, ids));
}
