/** The shape of edition.yaml. Sections that others refer to are read first. */
import type { Problems } from '../../diagnostic.ts';
import type {
  Contact,
  Event,
  FontFamily,
  Letterhead,
  LetterSpec,
  MailSettings,
  Organisation,
  Person,
  Settings,
  Text,
} from '../../model.ts';
import type { Folder } from '../source/files.ts';
import type { Node } from '../source/tree.ts';
import { ownFamilies, type ShippedFonts } from './fonts.ts';
import { type EditionRefs, letter } from './letter.ts';
import { resolveLikes } from './like.ts';
import { type ListEntry, listEntries } from './lists.ts';
import { mail } from './mail.ts';
import { type Registry, signatory } from './parts.ts';
import { choices, optional, partial, type Reader, record, required, scalar } from './reader.ts';
import { contact, defaultSettings, event, letterhead, organisation, settings } from './sections.ts';
import { id } from './values.ts';

/** What edition.yaml says; what could not be read is missing, and was reported. */
export interface EditionFile {
  readonly id?: string;
  readonly event?: Event;
  readonly contact?: Contact;
  readonly letterhead: Letterhead;
  readonly organisations: Readonly<Record<string, Organisation>>;
  readonly signatories: Readonly<Record<string, Person>>;
  readonly letters: readonly LetterSpec[];
  readonly settings: Settings;
  readonly families: readonly FontFamily[];
  readonly mail?: MailSettings;
  /** The stakeholder lists that it names. */
  readonly lists: readonly ListEntry[];
}

/** A section to be read once those are that it refers to. */
const later: Reader<Node> = (node) => node;

const sections = partial({
  id: optional(scalar(id)),
  event: required(later),
  organisations: optional(later),
  contact: required(later),
  letterhead: optional(later),
  signatories: required(later),
  letters: required(later),
  lists: optional(listEntries),
  settings: optional(later),
  fonts: optional(later),
  mail: optional(later),
});

/** Reads edition.yaml. `lists` returns the names of the stakeholder lists where the file names none. */
export function readEdition(
  node: Node,
  folder: Folder,
  shipped: ShippedFonts,
  lists: () => readonly Text[],
  problems: Problems,
): EditionFile | undefined {
  const found = sections(node, { problems, path: '' });
  if (!found) return undefined;
  const section = <T>(
    name: 'event' | 'contact' | 'letterhead' | 'letters' | 'settings' | 'fonts' | 'mail',
    read: Reader<T>,
  ) => {
    const part = found[name];
    return part && read(part, { problems, path: name });
  };
  const none: Node = { type: 'map', span: node.span, entries: [] };
  const organisations = registry(
    found.organisations ?? none,
    organisation,
    'organisations',
    problems,
  );
  const signing = (name: string) => signatory(name, organisations);
  const signatories = registry(found.signatories, signing, 'signatories', problems);
  const listed = found.lists ?? lists().map((file) => ({ file, columns: [] }));
  const refs: EditionRefs = {
    folder,
    contact: keysOf(found.contact),
    signatories,
    lists: listed.map(({ file }) => file.value),
  };
  const { families, chains } = shipped;
  const familyNames = [...families.map(({ name }) => name), ...(keysOf(found.fonts) ?? [])];
  const foundEvent = section('event', event(organisations));
  const foundContact = section('contact', contact);
  const foundMail = section('mail', mail);
  return {
    ...(found.id && { id: found.id.value }),
    ...(foundEvent && { event: foundEvent }),
    ...(foundContact && { contact: foundContact }),
    letterhead: section('letterhead', letterhead(folder)) ?? { start: [], end: [] },
    organisations: organisations.values,
    signatories: signatories.values,
    letters: distinct(section('letters', lettersOf(refs)) ?? [], problems),
    settings: section('settings', settings(familyNames, chains)) ?? defaultSettings(chains),
    families: [...(section('fonts', ownFamilies(folder)) ?? []), ...families],
    ...(foundMail && { mail: foundMail }),
    lists: listed,
  };
}

function lettersOf(refs: EditionRefs): Reader<readonly LetterSpec[]> {
  const read = choices(letter(refs), 1);
  return (node, context) => read(resolveLikes(node, context.problems), context);
}

/** Letters whose ids differ: they name the output files. */
function distinct(letters: readonly LetterSpec[], problems: Problems): LetterSpec[] {
  const seen = new Set<string>();
  return letters.filter(({ id: { value, span } }) => {
    if (seen.has(value)) problems.error('duplicate-id', span, `two letters have the id "${value}"`);
    return !seen.has(value) && seen.add(value);
  });
}

/** Reads a map of entries with ids, and remembers the ids of those that could not be read. */
function registry<T>(
  node: Node | undefined,
  read: (id: string) => Reader<T>,
  path: string,
  problems: Problems,
): Registry<T> {
  const values = node && record(id, (key) => read(key.value))(node, { problems, path });
  return { ids: keysOf(node), values: values ?? {} };
}

function keysOf(node: Node | undefined): string[] | undefined {
  return node?.type === 'map' ? node.entries.map((entry) => entry.key.value) : undefined;
}
