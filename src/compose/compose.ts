/** Edition → letters: each entry in each of its languages, as a circular and to each recipient. */

import { type Diagnostic, Problems } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type {
  Edition,
  Language,
  Layout,
  Letter,
  LetterForm,
  LetterSpec,
  Selection,
  Stakeholder,
} from '../model.ts';
import { reportResidues } from './check/residues.ts';
import { reportUnknownColumns } from './check/unknown-columns.ts';
import { reportUnusedTemplates } from './check/unused-templates.ts';
import { LetterComposer } from './letter-composer.ts';
import type { LetterVariant } from './parts/shared.ts';
import {
  checkSelection,
  formFor,
  isSelected,
  isWanted,
  languageNotOffered,
  selectedForms,
  selectedRecipients,
} from './select.ts';
import { TemplateStore } from './template/store.ts';

export interface Composed {
  readonly letters: readonly Letter[];
  /** In the order in which they were found, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A letter, or what stands in its way; warnings come with both. */
export interface Composition {
  readonly letter?: Letter;
  readonly diagnostics: readonly Diagnostic[];
}

/** Composes all selected letters and collects all problems. */
export function composeEdition(edition: Edition, selection: Selection = {}): Composed {
  const all = [...composeEach(edition, selection)];
  return {
    letters: all.flatMap(({ letter }) => letter ?? []),
    diagnostics: unique(all.flatMap(({ diagnostics }) => diagnostics)),
  };
}

/** The same, letter by letter; what belongs to no letter that could be composed comes without one. */
export function* composeEach(edition: Edition, selection: Selection = {}): Generator<Composition> {
  const problems = new Problems();
  reportUnknownColumns(edition, problems);
  reportResidues(edition, problems);
  const store = new TemplateStore(edition.folder, problems);
  for (const letter of composeWith(store, edition, selection, problems))
    yield { letter, diagnostics: problems.drain() };
  // A kind that is misspelt leaves its templates unused: that is reported once.
  if (!store.hasMissing) reportUnusedTemplates(edition, problems);
  yield { diagnostics: problems.drain() };
}

/** Composes one letter; the circular where `recipient` is null. */
export function composeLetter(
  edition: Edition,
  spec: LetterSpec,
  language: Language,
  recipient: Stakeholder | null,
): Composition {
  const problems = new Problems();
  const store = new TemplateStore(edition.folder, problems);
  const form = recipient ? 'personal' : 'circular';
  const variant = { edition, spec, language, form } as const;
  const letter = LetterComposer.prepare(variant, store, problems)?.compose(recipient);
  const diagnostics = unique(problems.all);
  return letter && !problems.hasErrors ? { letter, diagnostics } : { diagnostics };
}

/** A letter as it is to be set: in one language, or in both languages of its file. */
export interface LetterFile {
  readonly layout: Layout;
  /** The one that leads. */
  readonly language: Language;
  readonly second?: Language | undefined;
}

/** Composes the letter of one file; `recipient` null gives the circular. */
export function composeFile(
  edition: Edition,
  spec: LetterSpec,
  { layout, language, second }: LetterFile,
  recipient: Stakeholder | null,
): Composition {
  const first = composeLetter(edition, spec, language, recipient);
  if (layout === 'separate' || !second) return first;
  const other = composeLetter(edition, spec, second, recipient);
  const diagnostics = [...first.diagnostics, ...other.diagnostics];
  if (!first.letter || !other.letter) return { diagnostics };
  return { letter: { ...first.letter, companion: { layout, letter: other.letter } }, diagnostics };
}

/** Composes one letter after the other. What letters share is prepared when the first needs it. */
function* composeWith(
  store: TemplateStore,
  edition: Edition,
  selection: Selection,
  problems: Problems,
): Generator<Letter> {
  checkSelection(edition, selection, problems);
  for (const spec of edition.letters) {
    for (const batch of batches(edition, spec, selection, problems)) {
      yield* composeBatch(batch, (variant) => LetterComposer.prepare(variant, store, problems));
    }
  }
}

/** One letter a recipient; in a letter of two languages, both must have come about. */
function* composeBatch(
  { variant, companion, recipients }: Batch,
  prepare: (variant: LetterVariant) => LetterComposer | undefined,
): Generator<Letter> {
  const first = prepare(variant);
  const second = companion && prepare(companion.variant);
  for (const recipient of recipients) {
    const letter = first?.compose(recipient);
    if (!companion) {
      if (letter) yield letter;
      continue;
    }
    const other = second?.compose(recipient);
    if (letter && other) {
      yield { ...letter, companion: { layout: companion.layout, letter: other } };
    }
  }
}

interface Batch {
  readonly variant: LetterVariant;
  /** The same in the second language of a file. */
  readonly companion?: {
    readonly layout: Exclude<Layout, 'separate'>;
    readonly variant: LetterVariant;
  };
  /** Null stands for all: a circular. */
  readonly recipients: readonly (Stakeholder | null)[];
}

/** The letters of an entry by language: the circular, then those to its recipients. */
function batches(
  edition: Edition,
  spec: LetterSpec,
  selection: Selection,
  problems: Problems,
): Batch[] {
  if (!isSelected(spec, selection)) return [];
  const forms = selectedForms(spec, selection);
  const all = forms.includes('personal') ? selectedRecipients(edition, spec, selection) : [];
  if (forms.includes('personal')) reportNobody(edition, spec, problems);
  reportStrangers([...all, ...circularReaders(edition, spec, selection)], spec, problems);
  return files(spec)
    .filter((languages) => languages.some((one) => selection.languages?.includes(one) ?? true))
    .flatMap((languages) =>
      forms.map((form): Batch => {
        const readers = all.filter((one) => languages.includes(one.language.value));
        const recipients = form === 'circular' ? [null] : readers;
        return { ...variantsOf(edition, spec, languages, form), recipients };
      }),
    )
    .filter(({ recipients }) => recipients.length > 0);
}

/** To whom the circular is mailed, if letters are. */
function circularReaders(edition: Edition, spec: LetterSpec, selection: Selection): Stakeholder[] {
  if (!edition.mail || !selectedForms(spec, selection).includes('circular')) return [];
  return edition.stakeholders.filter(
    (one) => isWanted(one, selection) && formFor(one, spec) === 'circular',
  );
}

/** The languages of each file of a letter. */
function files(spec: LetterSpec): Language[][] {
  const languages = spec.languages.map(({ value }) => value);
  return spec.layout === 'separate' ? languages.map((language) => [language]) : [languages];
}

function variantsOf(
  edition: Edition,
  spec: LetterSpec,
  [language = 'en', second]: readonly Language[],
  form: LetterForm,
): Omit<Batch, 'recipients'> {
  const variant = { edition, spec, language, form };
  const { layout } = spec;
  if (layout === 'separate' || !second) return { variant };
  return { variant, companion: { layout, variant: { ...variant, language: second } } };
}

/** A personal letter to nobody is a list that is gone or a filter too narrow; a selection may be narrow. */
function reportNobody(edition: Edition, spec: LetterSpec, problems: Problems): void {
  if (edition.hasFaultyList || selectedRecipients(edition, spec, {}).length > 0) return;
  const message = `the letter "${spec.id.value}" is personal, but has no recipient`;
  const hint =
    edition.stakeholders.length === 0
      ? 'add a list of stakeholders, or leave "personal" out of its forms'
      : 'its filter `recipients` lets no stakeholder through';
  problems.warning('no-recipients', spec.formsAt ?? spec.span, message, hint);
}

/** Recipients who read a language in which the letter is not written get none: that must be said. */
function reportStrangers(
  recipients: readonly Stakeholder[],
  spec: LetterSpec,
  problems: Problems,
): void {
  const strangers = recipients.filter((recipient) => languageNotOffered(recipient, spec));
  for (const [language, group] of groupBy(strangers, (recipient) => recipient.language.value)) {
    for (const recipient of group.slice(0, STRANGERS_NAMED)) {
      const { message, hint } = languageNotOffered(recipient, spec) ?? { message: '' };
      problems.warning('language-not-offered', recipient.language.span, message, hint);
    }
    const next = group[STRANGERS_NAMED];
    if (!next) continue;
    const more = group.length - STRANGERS_NAMED;
    const message = `${more} more who read "${language}" get no letter "${spec.id.value}"`;
    problems.warning('language-not-offered', next.language.span, message);
  }
}

/** Of a language, those who are named one by one. */
const STRANGERS_NAMED = 5;

/** What many recipients or letters run into at one place is one problem. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = JSON.stringify([code, span?.file, span?.line, span?.column, message]);
    return !seen.has(key) && seen.add(key);
  });
}
