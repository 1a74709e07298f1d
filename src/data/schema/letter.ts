/** An entry of `letters:`: its shape, then what its parts ask of each other. */
import type { Problems, Span } from '../../diagnostic.ts';
import type {
  DateValue,
  LetterForm,
  LetterSpec,
  Person,
  ReferenceRow,
  RowKey,
} from '../../model.ts';
import { FORMS, HEADS, LAYOUTS, POSITIONS, ROWS } from '../../vocabulary.ts';
import type { Folder } from '../source/files.ts';
import { entryOf, type Node } from '../source/tree.ts';
import {
  addressees,
  deadline,
  languages,
  mark,
  phase,
  recipients,
  resolution,
  row,
} from './letter-parts.ts';
import {
  localized,
  localizedLines,
  localizedLink,
  localizedList,
  properName,
} from './localized.ts';
import { annexFile } from './named-files.ts';
import { idOf, image, person, type Registry, reference } from './parts.ts';
import {
  type Context,
  choices,
  defaulted,
  list,
  missingKey,
  object,
  optional,
  plain,
  type Reader,
  record,
  required,
  scalar,
} from './reader.ts';
import {
  boolean,
  compareDates,
  date,
  fieldName,
  id,
  isoDate,
  letterId,
  number,
  oneOf,
} from './values.ts';

/** What the letters of an edition refer to. */
export interface EditionRefs {
  readonly folder: Folder;
  /** Keys of the contact; undefined if there is none to be read. */
  readonly contact: readonly string[] | undefined;
  readonly signatories: Registry<Person>;
  /** Names of the stakeholder lists. */
  readonly lists: readonly string[];
}

const fields = <T>(read: Reader<T>) =>
  defaulted(
    record(fieldName, () => read),
    {},
  );

const form = plain(oneOf(FORMS, 'unknown-form', 'form of letters'));
const DEFAULT_FORMS: readonly LetterForm[] = ['circular'];

function letterShape({ folder, signatories, lists }: EditionRefs) {
  const signatory = idOf(signatories, 'signatory');
  return object({
    id: required(scalar(letterId)),
    kind: required(scalar(id)),
    forms: defaulted(choices(form, 1), DEFAULT_FORMS),
    languages: required(languages),
    layout: defaulted(plain(oneOf(LAYOUTS, 'unknown-layout', 'layout')), 'separate'),
    date: required(scalar(date)),
    place: optional(properName),
    unit: optional(localized),
    reference: optional(localizedLines),
    rows: optional(list(row)),
    head: defaulted(plain(oneOf(HEADS, 'unknown-head', 'arrangement of the head')), 'rows-first'),
    addressees: optional(addressees),
    subjectLabel: optional(plain(boolean)),
    confidential: defaulted(plain(boolean), false),
    draft: defaulted(plain(boolean), false),
    deadlines: fields(deadline),
    links: fields(localizedLink),
    resolutions: fields(resolution),
    phases: defaulted(list(phase), []),
    persons: defaulted(
      record(fieldName, ({ value }) => person(value)),
      {},
    ),
    numbers: fields(scalar(number)),
    texts: fields(localized),
    signatories: required(choices(reference(signatories, 'signatory'), 1)),
    mark: optional(mark),
    images: defaulted(
      record(signatory, ({ value, span }) =>
        // The name of a signatory who is not there was reported; it must not be asked for again.
        image(folder, signatories.values[value]?.name ?? { span }),
      ),
      {},
    ),
    enclosures: defaulted(localizedList, []),
    annexes: defaulted(choices(scalar(annexFile(folder))), []),
    copies: defaulted(localizedList, []),
    copiesLabel: optional(localized),
    recipients: defaulted(recipients(lists), {}),
    insideAddress: defaulted(plain(oneOf(POSITIONS, 'unknown-position', 'place')), 'head'),
  });
}

type Shaped = NonNullable<ReturnType<ReturnType<typeof letterShape>>>;

/** A letter of an edition; everything it refers to is there. */
export function letter(refs: EditionRefs): Reader<LetterSpec> {
  const read = letterShape(refs);
  return (node, context) => {
    const found = read(node, context);
    if (!found) return undefined;
    const { mark: given, addressees: to, rows, deadlines, ...rest } = found;
    const known = knownRows(node, refs.contact);
    const formsAt = entryOf(node, 'forms')?.key.span;
    checkDeadlines(found, context.problems);
    checkImages(node, found, context);
    checkLayout(found, context.problems);
    warnOfAnnexes(found, context.problems);
    if (found.forms.includes('circular')) checkAddressees(node, found, context);
    return {
      ...rest,
      ...(formsAt && { formsAt }),
      deadlines: datesOf(deadlines),
      ...(given ?? { mark: 'none' }),
      addressees: to ?? { span: found.span, bulleted: false, categories: [], names: {} },
      rows: rows ? checkedRows(rows, known, context.problems) : defaultRows(known, found.span),
    };
  };
}

/** A circular says whom it addresses; what of that could not be read was reported. */
function checkAddressees(letter: Node, { span, rows }: Shaped, context: Context): void {
  const given = entryOf(letter, 'addressees')?.node;
  if (!given) missingKey('addressees', span, context);
  if (given?.type !== 'map') return;
  const whom = ['lines', 'categories'].map((key) => entryOf(given, key)?.node);
  if (whom.some((one) => one && (one.type !== 'list' || one.items.length > 0))) return;
  // A row of one's own may be the one that says it.
  if (given.entries.length === 0 && rows?.some(({ value }) => value !== undefined)) return;
  const message = `${context.path}.addressees names nobody, so that nothing would stand after "To:"`;
  const hint =
    'give it lines: {en: …} or categories: […]; write {} where a row {label: …, value: …} says it';
  context.problems.error('empty-value', given.span, message, hint);
}

/** What templates see of deadlines. */
function datesOf(deadlines: Shaped['deadlines']): Record<string, DateValue> {
  return Object.fromEntries(Object.entries(deadlines).map(([name, { date }]) => [name, date]));
}

/** A deadline before the letter is more often a slip than a fact, unless the data says that it is over. */
function checkDeadlines({ deadlines, date: sent }: Shaped, problems: Problems): void {
  const letterDate = `the letter's date (${isoDate(sent.value)})`;
  for (const [name, { date: due, over }] of Object.entries(deadlines)) {
    const order = compareDates(due.value, sent.value);
    const day = isoDate(due.value);
    const subject = `the deadline "${name}" (${day})`;
    if (over === false && order < 0) {
      const message = `${subject} lies before ${letterDate}`;
      const hint = `if it was over by then, write {date: ${day}, over: true}`;
      problems.warning('deadline-before-letter', due.span, message, hint);
    }
    if (over && order > 0) {
      const message = `${subject} is said to be over, but lies after ${letterDate}`;
      const hint = 'change the date, or write over: false';
      problems.warning('deadline-not-over', due.span, message, hint);
    }
  }
}

/** Two languages, no more and no fewer, share a file. */
function checkLayout({ layout, languages: given, id: { span } }: Shaped, problems: Problems): void {
  if (layout === 'separate' || given.length === 2) return;
  const message = `the layout "${layout}" takes two languages, not ${given.length}`;
  const hint = 'e.g. languages: [en, ar]; the first is that of the head and of the file';
  problems.error('bad-layout', given[2]?.span ?? given[0]?.span ?? span, message, hint);
}

/** Pages from elsewhere are not known to be tagged or fit for an archive, so the file makes no such claim. */
function warnOfAnnexes({ annexes: [first], id: { value } }: Shaped, problems: Problems): void {
  if (!first) return;
  const message = `with its annexes the letter "${value}" is neither PDF/UA nor PDF/A`;
  problems.warning('claims-dropped', first.span, message, 'send annexes as files of their own');
}

/** The mark `image` needs one for each who signs; one that could not be read was reported. */
function checkImages(
  letter: Node,
  { mark: given, signatories, span }: Shaped,
  context: Context,
): void {
  if (given?.mark !== 'image') return;
  const images = entryOf(letter, 'images')?.node;
  for (const { id: name } of signatories) {
    if (!images || !entryOf(images, name)) missingKey(`images.${name}`, span, context);
  }
}

/** Rows whose text the data has, be it wrong: that was reported at its place. */
function knownRows(letter: Node, contact: readonly string[] | undefined): readonly RowKey[] {
  const hasReference = entryOf(letter, 'reference') !== undefined;
  return ROWS.filter((key) => {
    if (key === 'reference') return hasReference;
    return !contact || contact.includes(key === 'contact' ? 'name' : key);
  });
}

function checkedRows(
  rows: readonly ReferenceRow[],
  known: readonly RowKey[],
  problems: Problems,
): ReferenceRow[] {
  return rows.filter(({ key, value, span }) => {
    if (!key || value || known.includes(key)) return true;
    const owner = key === 'reference' ? 'the letter' : 'the contact';
    problems.error('missing-key', span, `the row "${key}" is empty: ${owner} has no ${key}`);
    return false;
  });
}

/** Without `rows`, whatever is known, in the order of the letters of ITU. */
function defaultRows(known: readonly RowKey[], span: Span): ReferenceRow[] {
  return known.map((key) => ({ span, key }));
}
