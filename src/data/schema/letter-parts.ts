/** The shapes of what only letters have: addressees, deadlines, phases, rows, marks, recipients. */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type {
  Addressees,
  DateValue,
  Localized,
  MarkKind,
  Phase,
  RecipientFilter,
  ReferenceRow,
  Resolution,
  Text,
} from '../../model.ts';
import { CATEGORIES, MARKS, ROWS } from '../../vocabulary.ts';
import { country } from './countries.ts';
import { localized, localizedLines, localizedLink, localizedList } from './localized.ts';
import { checkOrder } from './parts.ts';
import {
  choices,
  defaulted,
  missingKey,
  object,
  optional,
  partial,
  plain,
  type Reader,
  record,
  required,
  scalar,
  text,
} from './reader.ts';
import { boolean, compareTimes, date, isoTime, oneOf, time } from './values.ts';

const category = oneOf(CATEGORIES, 'unknown-category', 'category');
const language = oneOf(LANGUAGES, 'unknown-language', 'language of letters');

/** At least one language. */
export const languages = choices(scalar(language), 1);

/** Whom a circular addresses. */
export const addressees: Reader<Addressees> = object({
  label: optional(localized),
  lines: optional(localizedLines),
  bulleted: defaulted(plain(boolean), false),
  categories: defaulted(choices(scalar(category)), []),
  names: defaulted(
    record(category, () => localized),
    {},
  ),
  separator: optional(localized),
});

/** A deadline as the file has it. */
interface Deadline {
  readonly date: DateValue;
  /** Whether it had passed when the letter went out; undefined where what the file says of it is of no use. */
  readonly over: boolean | undefined;
}

const deadlineDate = scalar(date);
// Partial, so that a template finds the date where only `over` is wrong.
const deadlineShape = partial({ date: required(deadlineDate), over: required(plain(boolean)) });

/** A date, which is taken to be still ahead, or a map that says whether it is over. */
export const deadline: Reader<Deadline> = (node, context) => {
  if (node.type === 'map') {
    const found = deadlineShape(node, context);
    return found?.date && { date: found.date, over: found.over };
  }
  const found = deadlineDate(node, context);
  return found && { date: found, over: false };
};

/** A resolution by its symbol. */
export const resolution: Reader<Resolution> = object({
  symbol: required(text),
  adopted: optional(scalar(date)),
  link: optional(localizedLink),
});

const phaseShape = object({
  start: required(scalar(date)),
  end: optional(scalar(date)),
  or: optional(scalar(date)),
  from: optional(scalar(time)),
  until: optional(scalar(time)),
  title: required(localized),
  link: optional(localizedLink),
  items: defaulted(localizedList, []),
});

/** A phase whose dates and times are in order. */
export const phase: Reader<Phase> = (node, context) => {
  const found = phaseShape(node, context);
  if (!found) return undefined;
  const { start, end, or, from, until } = found;
  if (end) checkOrder(start, end, context);
  if (or) checkOrder(start, or, context);
  if (from && until && compareTimes(from.value, until.value) > 0) {
    const times = `(${isoTime(until.value)}) before it starts (${isoTime(from.value)})`;
    const hint = 'change one of the two, or swap them';
    context.problems.error('reversed-range', until.span, `${context.path} ends ${times}`, hint);
  }
  return found;
};

const rowKey = oneOf(ROWS, 'unknown-row', 'row of the reference block');
const rowShape = object({
  row: optional(plain(rowKey)),
  label: optional(localized),
  value: optional(localizedLines),
  bold: optional(plain(boolean)),
});

/** The name of a row, or a map that gives it a label, value or look of its own. */
export const row: Reader<ReferenceRow> = (node, context) => {
  if (node.type === 'scalar') {
    const key = scalar(rowKey)(node, context);
    return key && { span: key.span, key: key.value };
  }
  const found = rowShape(node, context);
  if (!found) return undefined;
  const { row: key, ...rest } = found;
  if (key) return { ...rest, key };
  if (rest.label && rest.value) return rest;
  missingKey(rest.label ? 'value' : 'label', node.span, context);
  return undefined;
};

/** A kind of mark, or the wording of one per language. */
export const mark: Reader<{ readonly mark: MarkKind; readonly markText?: Localized }> = (
  node,
  context,
) => {
  if (node.type === 'map') {
    const markText = localized(node, context);
    return markText && { mark: 'signed', markText };
  }
  const kind = plain(oneOf(MARKS, 'unknown-mark', 'mark'))(node, context);
  return kind && { mark: kind };
};

/** The ISO code where the country has one, so that filters compare codes; else the name. */
function countryKey(found: Text, problems: Problems): string {
  return country(found, problems).code ?? found.value;
}

/** Who gets the letter. `lists` are the names of the edition's lists. */
export function recipients(lists: readonly string[]): Reader<RecipientFilter> {
  return object({
    lists: optional(choices(scalar(oneOf(lists, 'unknown-list', 'list of this edition')))),
    categories: optional(choices(scalar(category))),
    countries: optional(choices(scalar(countryKey))),
    languages: optional(languages),
  });
}
