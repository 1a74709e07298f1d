/** An edition under preview: its files, its letters, and what is wrong with them. */
import type { Diagnostic } from '../diagnostic.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Letter, LetterSpec } from '../model.ts';
import { forgetFaces } from '../pdf/font/face.ts';
import type { EditionInfo, LetterInfo, Problem, ProblemCounts, RecipientPage } from './api.ts';
import { Desk } from './desk.ts';
import { countProblems, showProblems } from './problem.ts';
import { type Counts, RecipientIndex, type RecipientQuery } from './recipients.ts';
import { RowFinder } from './rows.ts';
import { Workspace } from './workspace.ts';

export interface SessionOptions {
  readonly folder: string;
  /** Paths are shown relative to it. */
  readonly cwd: string;
  /** Path of the PDF that `render` makes of a letter. */
  readonly fileOf: (letter: Letter) => string;
}

export class Session {
  readonly workspace: Workspace;
  readonly desk: Desk;
  readonly options: SessionOptions;
  #recipients = new RecipientIndex([]);
  #rows: RowFinder | undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.workspace = new Workspace(options.folder);
    this.desk = new Desk(this.workspace, () => this.#rows);
  }

  /** Reads the files again; what did not change is kept. `changed` holds the paths of those that did. */
  async reload(changed: readonly string[] = []): Promise<void> {
    // Nothing may be drawing with a font that is forgotten.
    await this.desk.idle();
    for (const file of changed) if (isFont(file)) forgetFaces(file);
    const before = this.workspace.edition?.stakeholders;
    this.workspace.read();
    const { edition, shown } = this.workspace;
    if (!edition || edition.stakeholders === before) return;
    this.#recipients = new RecipientIndex(edition.stakeholders);
    this.#rows = new RowFinder(edition, shown);
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
    return this.#recipients.find(query, new Map<string, Counts>());
  }

  problemCounts(): ProblemCounts {
    return countProblems(this.workspace.diagnostics, false);
  }

  problems(): Problem[] {
    return this.shown(this.workspace.diagnostics);
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
