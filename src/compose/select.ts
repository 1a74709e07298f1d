/** Which letters a selection asks for. */
import { hintFor } from '../data/suggest.ts';
import type { Problems } from '../diagnostic.ts';
import { findCountry } from '../language/country-search.ts';
import type {
  Edition,
  LetterForm,
  LetterSpec,
  RecipientFilter,
  Selection,
  Stakeholder,
  Text,
} from '../model.ts';

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
  return isLetThrough(one, recipients);
}

function isLetThrough(
  one: Stakeholder,
  { lists, categories, countries, languages }: RecipientFilter,
): boolean {
  return (
    passes(valuesOf(lists), one.list) &&
    passes(valuesOf(categories), one.category.value) &&
    passes(valuesOf(languages), one.language.value) &&
    isFrom(one, countries)
  );
}

/** Whether a circular says to whom it is mailed: by the categories that it lists, or by its filter. */
export function namesReaders({ addressees, recipients }: LetterSpec): boolean {
  const { lists, categories, countries, languages } = recipients;
  const filters = [lists, categories, countries, languages];
  return addressees.categories.length > 0 || filters.some((filter) => filter !== undefined);
}

/**
 * The form in which a stakeholder gets a letter by mail; undefined for none. Whoever gets it in person gets no circular.
 * The filter holds for both forms; only its categories, in a letter that has both, are those who get it in person.
 */
export function formFor(one: Stakeholder, spec: LetterSpec): LetterForm | undefined {
  if (spec.forms.includes('personal') && isAddressed(one, spec)) return 'personal';
  return spec.forms.includes('circular') && isReaderOfCircular(one, spec) ? 'circular' : undefined;
}

function isReaderOfCircular(one: Stakeholder, spec: LetterSpec): boolean {
  const listed = spec.addressees.categories.map(({ value }) => value);
  if (listed.length === 0) return namesReaders(spec) && isAddressed(one, spec);
  const { categories, ...others } = spec.recipients;
  const filter = spec.forms.includes('personal') || !categories ? others : spec.recipients;
  return listed.includes(one.category.value) && isLetThrough(one, filter);
}

/** Warns of each list from which nobody gets a letter, if others do. */
export function reportUnusedLists(
  { stakeholders, letters, mail }: Edition,
  problems: Problems,
): void {
  const lists = new Map<string, Stakeholder[]>();
  for (const one of stakeholders) {
    const members = lists.get(one.list);
    if (members) members.push(one);
    else lists.set(one.list, [one]);
  }
  if (lists.size < 2) return;
  const isReader = (one: Stakeholder) =>
    letters.some((spec) => {
      const form = formFor(one, spec);
      // A circular that is not mailed is for no list.
      return form === 'personal' || (form === 'circular' && mail !== undefined);
    });
  const unused = [...lists].filter(([, members]) => !members.some(isReader));
  if (unused.length === lists.size) return;
  for (const [list, [first]] of unused) {
    if (!first) continue;
    const message = `nobody of the list "${list}" gets a letter`;
    const hint = 'name it in the filter `recipients` of a letter, or take it out of the edition';
    problems.warning('unused-list', { file: first.span.file, line: 1, column: 1 }, message, hint);
  }
}

/** What is said of a recipient who reads a language in which a letter is not written, and so gets none. */
export function languageNotOffered(
  { id, language }: Stakeholder,
  spec: LetterSpec,
): { readonly message: string; readonly hint: string } | undefined {
  const languages = spec.languages.map(({ value }) => value);
  if (languages.includes(language.value)) return undefined;
  const message = `"${id.value}" gets no letter "${spec.id.value}", which is not written in "${language.value}"`;
  return { message, hint: `its languages: ${languages.join(', ')}` };
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
