/** From the options of the command line to a selection of letters that the edition has. */

import { relative, resolve } from 'node:path';
import type { Category, Language, LetterForm, Selection } from '../model.ts';

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
