/** The edition as its files have it now. */
import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { loadEdition } from '../data/load.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Edition, LetterSpec, Stakeholder } from '../model.ts';
import { KnownLists } from './known-lists.ts';

export class Workspace {
  /** As the user named it, made absolute: what spans begin with. */
  readonly shown: string;
  /** With symbolic links resolved. */
  readonly folder: string;
  readonly #lists = new KnownLists();
  #revision = 0;
  #edition: Edition | undefined;
  #letters = new Map<string, LetterSpec>();
  #stakeholders = new Map<string, Stakeholder>();
  #diagnostics: readonly Diagnostic[] = [];
  #readable = false;

  /** @throws NodeJS.ErrnoException if there is no such folder. */
  constructor(path: string) {
    this.shown = resolve(path);
    this.folder = realpathSync(path);
  }

  /** Reads the files. What does not hold together any more stays as it was last, beside the problems of now. */
  read(): void {
    const { edition, diagnostics } = loadEdition(this.shown, (files, problems) =>
      this.#lists.read(files, problems),
    );
    this.#revision += 1;
    this.#diagnostics = diagnostics;
    this.#readable = edition !== undefined;
    if (!edition) return;
    this.#edition = edition;
    this.#letters = new Map(edition.letters.map((spec) => [spec.id.value, spec]));
    this.#stakeholders = new Map(edition.stakeholders.map((one) => [one.id.value, one]));
  }

  /** How often the files have been read. */
  get revision(): number {
    return this.#revision;
  }

  /** Of the last time that it could be read. */
  get edition(): Edition | undefined {
    return this.#edition;
  }

  /** Whether {@link edition} is that of now. */
  get readable(): boolean {
    return this.#readable;
  }

  /** What is wrong with the files, letters aside. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get id(): string {
    return this.#edition?.id ?? basename(this.folder);
  }

  letter(id: string): LetterSpec | undefined {
    return this.#letters.get(id);
  }

  stakeholder(id: string): Stakeholder | undefined {
    return this.#stakeholders.get(id);
  }
}
