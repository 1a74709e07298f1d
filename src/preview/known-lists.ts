/** Lists are long, and edited more rarely than the rest: they are read again only if one of them has changed. */
import { type ListFile, readLists } from '../data/lists/stakeholders.ts';
import { fileStamp } from '../data/source/stamp.ts';
import { type Diagnostic, Problems } from '../diagnostic.ts';
import type { Stakeholder } from '../model.ts';

export class KnownLists {
  #source = '';
  #stakeholders: Stakeholder[] = [];
  #diagnostics: readonly Diagnostic[] = [];

  /** As `readLists`; the same array as long as nothing has changed. */
  read(files: readonly ListFile[], problems: Problems): Stakeholder[] {
    const source = JSON.stringify(files.map((list) => [list, fileStamp(list.path)]));
    if (source !== this.#source) {
      const own = new Problems();
      this.#stakeholders = readLists(files, own);
      this.#diagnostics = own.all;
      this.#source = source;
    }
    problems.add(this.#diagnostics);
    return this.#stakeholders;
  }
}
