/** From the options of the command line to a selection of letters that the edition has. */

import { relative, resolve } from 'node:path';
import type { Code } from '../codes.ts';
import { hintFor } from '../data/suggest.ts';
import type { Category, Edition, Language, LetterForm, Selection } from '../model.ts';
import { UsageError } from './report.ts';

export interface SelectionOptions {
  readonly letter?: readonly string[];
  readonly language?: readonly Language[];
  readonly to?: readonly string[];
  readonly category?: readonly Category[];
  readonly list?: string;
  readonly circular?: boolean;
  readonly personal?: boolean;
}

/** `folder` is the edition's: a list may be named as it stands there or by its path from here. */
export function toSelection(folder: string, options: SelectionOptions): Selection {
  const forms = chosenForms(options);
  return {
    ...(options.letter && { letters: options.letter }),
    ...(options.language && { languages: options.language }),
    ...(forms.length > 0 && { forms }),
    ...(options.to && { recipients: options.to }),
    ...(options.category && { categories: options.category }),
    ...(options.list && { lists: [options.list, relative(folder, resolve(options.list))] }),
  };
}

/** Whoever picks recipients wants their letters, not the circulars beside them. */
function chosenForms(options: SelectionOptions): LetterForm[] {
  const forms: LetterForm[] = [];
  if (options.circular) forms.push('circular');
  const picks = options.to ?? options.category ?? options.list;
  if (options.personal || picks !== undefined) forms.push('personal');
  return forms;
}

/** @throws UsageError at the first name that the edition does not know. */
export function verifySelection(selection: Selection, edition: Edition): void {
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
