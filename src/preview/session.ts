/** An edition under preview: its files, its letters, and what is wrong with them. */
import { setTimeout } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostic.ts';
import { forgetFaces } from '../font/face.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Letter, LetterSpec } from '../model.ts';
import type { EditionInfo, LetterInfo, Problem, ProblemCounts, RecipientPage } from './api.ts';
import { Inspection } from './inspection.ts';
import { LetterRenderer } from './letter-renderer.ts';
import { showProblems } from './problem.ts';
import { RecipientIndex, type RecipientQuery } from './recipients.ts';
import { RowFinder } from './rows.ts';
import { Workspace } from './workspace.ts';

export interface SessionOptions {
  readonly folder: string;
  /** Paths are shown relative to it. */
  readonly cwd: string;
  /** Path of the PDF that `render` makes of a letter. */
  readonly fileOf: (letter: Letter) => string;
}

/** Milliseconds. */
const BEFORE_INSPECTION = 300;

export class Session {
  readonly workspace: Workspace;
  readonly renderer: LetterRenderer;
  readonly options: SessionOptions;
  #recipients = new RecipientIndex([]);
  #rows: RowFinder | undefined;
  #inspection = new Inspection(undefined);
  #stop = new AbortController();

  constructor(options: SessionOptions) {
    this.options = options;
    this.workspace = new Workspace(options.folder);
    this.renderer = new LetterRenderer(this.workspace, () => this.#rows);
  }

  /** Reads the files again; what did not change is kept. `changed` holds the paths of those that did. */
  async reload(changed: readonly string[] = []): Promise<void> {
    // Nothing may be drawing with a font that is forgotten.
    await this.renderer.idle();
    for (const file of changed) if (isFont(file)) forgetFaces(file);
    const before = this.workspace.edition?.stakeholders;
    this.workspace.read();
    const { edition, shown } = this.workspace;
    if (edition && edition.stakeholders !== before) {
      this.#recipients = new RecipientIndex(edition.stakeholders);
      this.#rows = new RowFinder(edition, shown);
    }
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#inspection = new Inspection(this.#rows);
    this.#inspection.note(this.workspace.diagnostics);
  }

  /** Looks at all letters as the files have them now; gives whether it came to an end. */
  async inspect(): Promise<boolean> {
    const { signal } = this.#stop;
    const inspection = this.#inspection;
    const { edition, readable } = this.workspace;
    // Whoever has just saved is waiting for one letter, and comes first.
    await setTimeout(BEFORE_INSPECTION, undefined, { ref: false });
    if (signal.aborted) return false;
    if (edition && readable) await inspection.run(edition, signal);
    else inspection.end();
    return !signal.aborted;
  }

  /** Renders the letter that is shown first: fonts and code are loaded when the page asks for it. */
  async warmUp(): Promise<void> {
    const [spec] = this.workspace.edition?.letters ?? [];
    const language = spec?.languages[0]?.value;
    if (spec && language) {
      await this.renderer.render({ letter: spec.id.value, language, recipient: null });
    }
  }

  /** Ends what goes on in the background. */
  close(): void {
    this.#stop.abort();
  }

  edition(): EditionInfo {
    const { edition, id, folder, revision, readable } = this.workspace;
    const letters = edition?.letters ?? [];
    const written = new Set(
      letters.flatMap(({ languages }) => languages.map(({ value }) => value)),
    );
    const stakeholders = edition?.stakeholders ?? [];
    return {
      id,
      folder,
      revision,
      readable,
      languages: LANGUAGES.filter((language) => written.has(language)),
      categories: [...new Set(stakeholders.map(({ category }) => category.value))],
      letters: letters.map(letterInfo),
      recipients: stakeholders.length,
      problems: this.problemCounts(),
      mail: edition?.mail !== undefined,
    };
  }

  recipients(query: RecipientQuery): RecipientPage {
    return this.#recipients.find(query, this.#inspection.counts);
  }

  problemCounts(): ProblemCounts {
    const { found, checking } = this.#inspection;
    return found.counts(checking);
  }

  problems(): Problem[] {
    return showProblems(this.#inspection.found.all, this.options.cwd);
  }

  /** Diagnostics as the page shows them. */
  shown(diagnostics: readonly Diagnostic[]): Problem[] {
    return showProblems(
      diagnostics.map((diagnostic) => ({ diagnostic })),
      this.options.cwd,
    );
  }
}

function isFont(file: string): boolean {
  return /\.(?:ttf|otf)$/i.test(file);
}

function letterInfo({ id, kind, languages, forms, layout }: LetterSpec): LetterInfo {
  return {
    id: id.value,
    kind: kind.value,
    languages: languages.map(({ value }) => value),
    forms,
    layout,
  };
}
