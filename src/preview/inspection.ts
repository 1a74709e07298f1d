/**
 * Looks at all letters of an edition while nobody waits: what `check --lint` would say. It works in short
 * turns, so that requests are answered meanwhile, and stops when the files change.
 */
import { setTimeout } from 'node:timers/promises';
import { composeLetters } from '../compose/compose.ts';
import { Problems } from '../diagnostic.ts';
import { lintEdition } from '../lint/edition.ts';
import { Linter } from '../lint/lint.ts';
import type { Edition, Letter } from '../model.ts';
import { checkGlyphs } from '../pdf/check/coverage.ts';
import type { LetterName } from './api.ts';
import { FoundOnce } from './problem.ts';
import type { Counts } from './recipients.ts';
import type { RowFinder } from './rows.ts';

/** Milliseconds: of work, and of rest after it. */
const TURN = 8;
const REST = 8;

export class Inspection {
  readonly found = new FoundOnce();
  /** By recipient; those without any problem are not in it. */
  readonly counts = new Map<string, Counts>();
  readonly #rows: RowFinder | undefined;
  #checking = true;

  constructor(rows: RowFinder | undefined) {
    this.#rows = rows;
  }

  /** Whether there is more to come. */
  get checking(): boolean {
    return this.#checking;
  }

  /** Notes problems; those of a letter also with its recipient. */
  note(diagnostics: Iterable<Problems['all'][number]>, letter?: LetterName): void {
    for (const diagnostic of diagnostics) {
      if (!this.found.add(diagnostic, letter)) continue;
      const { span, severity } = diagnostic;
      const isInList = span !== undefined && this.#rows?.isList(span.file);
      const id = isInList ? this.#rows?.recipientAt(span) : undefined;
      if (id !== undefined) this.#count(id, severity);
    }
  }

  /** Resolves when all letters have been looked at, or as soon as `signal` aborts. */
  async run(edition: Edition, signal: AbortSignal): Promise<void> {
    const problems = new Problems();
    const linter = new Linter(edition);
    this.note(lintEdition(edition));
    let until = performance.now() + TURN;
    for (const letter of composeLetters(edition, {}, problems)) {
      const name = nameOf(letter);
      this.note(problems.all.splice(0), name);
      this.note([...checkGlyphs(letter), ...linter.lint(letter)], name);
      if (performance.now() < until) continue;
      await setTimeout(REST);
      if (signal.aborted) return;
      until = performance.now() + TURN;
    }
    this.note(problems.all);
    this.#checking = false;
  }

  /** Nothing more will come: there is no edition to look at. */
  end(): void {
    this.#checking = false;
  }

  #count(id: string, severity: 'error' | 'warning'): void {
    const { errors, warnings } = this.counts.get(id) ?? { errors: 0, warnings: 0 };
    const isError = severity === 'error';
    this.counts.set(id, {
      errors: errors + (isError ? 1 : 0),
      warnings: warnings + (isError ? 0 : 1),
    });
  }
}

function nameOf({ id, language, recipient }: Letter): LetterName {
  return { letter: id, language, recipient };
}
