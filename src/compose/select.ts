/** Which letters a selection asks for. */
import { hintFor } from '../data/suggest.ts';
import type { Problems } from '../diagnostic.ts';
import { findCountry } from '../language/country-search.ts';
import type { Edition, LetterForm, LetterSpec, Selection, Stakeholder, Text } from '../model.ts';

/** Reports names that the edition does not have. */
export function checkSelection(edition: Edition, selection: Selection, problems: Problems): void {
  const recipients = edition.stakeholders.map(({ id }) => id.value);
  const lists = [...new Set(edition.stakeholders.map(({ list }) => list))];
  const letters = edition.letters.map(({ id }) => id.value);
  for (const id of selection.letters ?? []) known('letter', id, letters, problems);
  for (const id of selection.recipients ?? []) known('recipient', id, recipients, problems);
  const named = selection.lists ?? [];
  if (!named.some((list) => lists.includes(list))) {
    for (const list of named.slice(0, 1)) known('list', list, lists, problems);
  }
}

function known(
  what: 'letter' | 'recipient' | 'list',
  id: string,
  ids: readonly string[],
  problems: Problems,
): void {
  if (ids.includes(id)) return;
  const message = `the edition has no ${what} "${id}"`;
  problems.error(`unknown-${what}`, undefined, message, hintFor(id, ids));
}

/** The forms in which a letter is wanted: those that it has, as far as the selection lets them through. */
export function selectedForms(spec: LetterSpec, selection: Selection): LetterForm[] {
  return spec.forms.filter((form) => selection.forms?.includes(form) ?? true);
}

function passes<T>(filter: readonly T[] | undefined, value: T): boolean {
  return filter?.includes(value) ?? true;
}

/** Whether the selection lets this entry through. */
export function isSelected(spec: LetterSpec, selection: Selection): boolean {
  return passes(selection.letters, spec.id.value);
}

/** Who gets the personal form: those whom both the letter's own filter and the selection let through. */
export function selectedRecipients(
  edition: Edition,
  spec: LetterSpec,
  selection: Selection,
): Stakeholder[] {
  return edition.stakeholders.filter((one) => isAddressed(one, spec) && isWanted(one, selection));
}

/** Whether the selection lets a stakeholder through. */
export function isWanted({ id, category, list }: Stakeholder, selection: Selection): boolean {
  return (
    passes(selection.recipients, id.value) &&
    passes(selection.categories, category.value) &&
    passes(selection.lists, list)
  );
}

/** Whether the letter's own filter lets a stakeholder through. */
export function isAddressed(one: Stakeholder, { recipients }: LetterSpec): boolean {
  const { lists, categories, countries, languages } = recipients;
  return (
    passes(valuesOf(lists), one.list) &&
    passes(valuesOf(categories), one.category.value) &&
    passes(valuesOf(languages), one.language.value) &&
    isFrom(one, countries)
  );
}

function valuesOf<T>(located: readonly { readonly value: T }[] | undefined): T[] | undefined {
  return located?.map(({ value }) => value);
}

/** Countries are filtered by code or by any of their names. */
function isFrom({ country }: Stakeholder, wanted: readonly Text[] | undefined): boolean {
  if (!wanted) return true;
  if (!country) return false;
  const { span: _, ...forms } = country.name;
  const names = Object.values(forms).map((form) => form.name.value);
  return wanted.some(({ value }) => {
    const code = findCountry(value)?.code;
    return code === undefined ? names.includes(value) : code === country.code;
  });
}
