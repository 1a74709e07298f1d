/** Shapes that several sections of edition.yaml share. */
import type { Span } from '../../diagnostic.ts';
import type {
  DateValue,
  Image,
  Localized,
  LocalizedLines,
  Organisation,
  Period,
  Person,
} from '../../model.ts';
import { GENDERS, RANKS } from '../../vocabulary.ts';
import type { Folder } from '../source/files.ts';
import type { Node } from '../source/tree.ts';
import { countryReader } from './countries.ts';
import { localized, localizedLines, localizedName, properName } from './localized.ts';
import { imageFile } from './named-files.ts';
import {
  type Context,
  defaulted,
  missingKey,
  object,
  optional,
  type Parser,
  plain,
  type Reader,
  required,
  scalar,
} from './reader.ts';
import { boolean, compareDates, date, isoDate, length, oneOf } from './values.ts';

/** The entries of a section that others refer to by id. */
export interface Registry<T> {
  /** All that are named, also those that could not be read; undefined if the section itself could not. */
  readonly ids: readonly string[] | undefined;
  readonly values: Readonly<Record<string, T>>;
}

/** What registries hold. */
type Registered = 'organisation' | 'signatory';

/** Accepts an id of a registry; any, if it is not known which there are. */
export function idOf<T>({ ids }: Registry<T>, what: Registered): Parser<string> {
  return ids ? oneOf(ids, `unknown-${what}`, `known ${what}`) : ({ value }) => value;
}

/** An id of a registry → its entry. One that could not be read was reported at its own place. */
export function reference<T>(registry: Registry<T>, what: Registered): Reader<T> {
  const known = idOf(registry, what);
  return plain((text, problems) => {
    const found = known(text, problems);
    return found === undefined ? undefined : registry.values[found];
  });
}

const periodShape = object({
  start: required(scalar(date)),
  end: required(scalar(date)),
  name: optional(properName),
});

/** From a start to an end that does not come before it. */
export const period: Reader<Period> = (node, context) => {
  const found = periodShape(node, context);
  if (found) checkOrder(found.start, found.end, context);
  return found;
};

/** Reports an end that comes before its start. */
export function checkOrder(start: DateValue, end: DateValue, { problems, path }: Context): void {
  if (compareDates(start.value, end.value) <= 0) return;
  const message = `${path} ends (${isoDate(end.value)}) before it starts (${isoDate(start.value)})`;
  problems.error('reversed-range', end.span, message, 'change one of the two, or swap them');
}

/** What is known of every person; a signatory has more. */
const personShape = {
  name: required(localized),
  gender: optional(scalar(oneOf(GENDERS, 'unknown-gender', 'gender', 'female'))),
  rank: optional(scalar(oneOf(RANKS, 'unknown-rank', 'rank', 'none'))),
  style: optional(localized),
  courtesy: optional(localized),
  title: optional(localizedLines),
  country: optional(countryReader),
  acting: optional(plain(boolean)),
};

/** A person named in a text, with its id. */
export function person(id: string): Reader<Person> {
  const read = object(personShape);
  return (node, context) => withId(id, actingIn(read(node, context), context));
}

/** It is the title that says that somebody is acting. */
function actingIn<
  T extends { readonly span: Span; readonly acting?: boolean; readonly title?: unknown },
>(found: T | undefined, context: Context): T | undefined {
  if (found?.acting && !found.title) missingKey('title', found.span, context);
  return found;
}

/** A person who signs; the organisation is one of the edition's, or lines of text. */
export function signatory(id: string, organisations: Registry<Organisation>): Reader<Person> {
  const read = object({
    ...personShape,
    name: required(localizedName),
    organisation: optional(organisationOf(organisations)),
  });
  return (node, context) => withId(id, actingIn(read(node, context), context));
}

function withId<T extends object>(
  id: string,
  found: T | undefined,
): (T & { id: string }) | undefined {
  return found && { ...found, id };
}

/** An id is a word in small letters; anything else is the text itself. */
function organisationOf(
  organisations: Registry<Organisation>,
): Reader<Organisation | LocalizedLines> {
  const byId = reference(organisations, 'organisation');
  return (node, context) => (isId(node) ? byId(node, context) : localizedLines(node, context));
}

function isId(node: Node): boolean {
  return node.type === 'scalar' && /^[a-z0-9.-]+$/.test(node.value);
}

/**
 * A map with `image`, `alt` and at will `width` and `height`. Where there is a text to fall back
 * upon for `alt`, the path alone will do.
 */
export function image(folder: Folder, alt?: Localized): Reader<Image> {
  const path = scalar(imageFile(folder));
  const read = object({
    image: required(path),
    alt: alt ? defaulted(localized, alt) : required(localized),
    width: optional(plain(length)),
    height: optional(plain(length)),
  });
  return (node, context) => {
    if (alt && node.type === 'scalar') {
      const file = path(node, context);
      return file && { span: file.span, path: file.value, alt };
    }
    const found = read(node, context);
    if (!found) return undefined;
    const { image, ...rest } = found;
    return { ...rest, span: image.span, path: image.value };
  };
}
