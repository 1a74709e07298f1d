/**
 * Rows that are one person, in one list or several, whichever letters they get. Two people may have one mailbox, and one
 * name; the same name at the same address, or in the same organisation, is one person.
 */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGE_KEYS } from '../../language/languages.ts';
import type { Localized, Stakeholder } from '../../model.ts';
import { mailboxName } from '../schema/mailbox.ts';
import { rowOf } from '../source/placed.ts';

/** Rows of a pair of lists that are named; of the others only how many there are is told. */
const NAMED = 10;

/** Warns at each row of a person that an earlier row has already. Each is compared with few others, by its keys. */
export function checkSamePerson(rows: readonly Stakeholder[], problems: Problems): void {
  const first = new Map<string, Stakeholder>();
  const told = new Map<string, number>();
  for (const row of rows) {
    const twin = twinOf(row, first);
    if (!twin) continue;
    const lists = JSON.stringify([twin.before.list, row.list]);
    const count = (told.get(lists) ?? 0) + 1;
    told.set(lists, count);
    if (count <= NAMED) report(row, twin, problems);
  }
  for (const [lists, count] of told) if (count > NAMED) reportRest(lists, count, problems);
  known.clear();
}

interface Twin {
  readonly before: Stakeholder;
  readonly why: string;
}

/** The earlier row of the same person; a row is remembered by the keys that none has had. */
function twinOf(row: Stakeholder, first: Map<string, Stakeholder>): Twin | undefined {
  let twin: Twin | undefined;
  for (const { key, why } of keysOf(row)) {
    const before = first.get(key);
    if (!before) first.set(key, row);
    else if (before !== row) twin ??= { before, why };
  }
  return twin;
}

function report(row: Stakeholder, { before, why }: Twin, problems: Problems): void {
  const message = `"${row.id.value}" is probably the same person as "${before.id.value}": ${why}`;
  const where = rowOf(before.id.span, before.list);
  const hint = `the other stands in ${where}: remove one of the rows, or let their names tell them apart`;
  problems.warning('same-person', row.id.span, message, hint);
}

function reportRest(lists: string, count: number, problems: Problems): void {
  const [before = '', list = ''] = JSON.parse(lists) as string[];
  const message =
    before === list
      ? `${list} has ${count - NAMED} more rows of persons that it has already`
      : `${list} has ${count - NAMED} more rows of persons that ${before} has already`;
  problems.warning('same-person', undefined, message, 'is one of them a copy of the other?');
}

interface Key {
  readonly key: string;
  readonly why: string;
}

const SAME_ADDRESS = 'they have the same name and the same address';
const SAME_BODY = 'they have the same name and the same organisation';
const SAME_POST = 'they have the same name, title and country';
const NAMELESS = 'they have the same organisation and the same address, and no name';

/** What a row shares with all rows of its person. */
function keysOf(row: Stakeholder): Key[] {
  const names = foldedTexts(row.name);
  const bodies = foldedTexts(row.organisation);
  const mailbox = row.email && mailboxName(row.email.value);
  if (names.length === 0) {
    if (mailbox === undefined) return [];
    return bodies.map((body) => ({ key: `- ${body}\n${mailbox}`, why: NAMELESS }));
  }
  const keys: Key[] = [];
  const country = row.country?.code ?? '';
  const posts = bodies.length > 0 ? [] : foldedTexts(row.title);
  for (const name of names) {
    // Beside an address, it does not matter which of the names comes first.
    if (mailbox !== undefined)
      keys.push({ key: `@ ${inAnyOrder(name)}\n${mailbox}`, why: SAME_ADDRESS });
    for (const body of bodies) keys.push({ key: `o ${name}\n${body}`, why: SAME_BODY });
    for (const post of posts) keys.push({ key: `p ${name}\n${post}\n${country}`, why: SAME_POST });
  }
  return keys;
}

function inAnyOrder(name: string): string {
  return name.split(' ').sort().join(' ');
}

/** Whether rows that share a mailbox are one person. */
export function areOnePerson(rows: readonly Stakeholder[]): boolean {
  const [first, ...others] = rows.map((row) => foldedTexts(row.name).map(inAnyOrder));
  if (!first) return false;
  return others.every((names) => names.some((name) => first.includes(name)));
}

function foldedTexts(text: Localized | undefined): string[] {
  const found: string[] = [];
  if (!text) return found;
  for (const key of LANGUAGE_KEYS) {
    const value = text[key]?.value;
    if (value === undefined) continue;
    const folded = foldedName(value);
    if (folded !== '' && !found.includes(folded)) found.push(folded);
  }
  return found;
}

const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Marks, tatweel, and what people write for one letter: Müller and Mueller are left two, as they may be.
  [/[\p{M}\u0640]/gu, ''],
  [/[ٱآأإ]/gu, 'ا'],
  [/[ىی]/gu, 'ي'],
  [/ک/gu, 'ك'],
  [/ة/gu, 'ه'],
  [/ё/gu, 'е'],
  [/ø/gu, 'o'],
  [/ł/gu, 'l'],
  [/đ/gu, 'd'],
  [/ß/gu, 'ss'],
  [/[^\p{L}\p{N}]+/gu, ' '],
];

const LONGEST_CACHE = 20_000;
/** Titles and organisations come again and again. */
const known = new Map<string, string>();

/** Without case, marks, signs and superfluous spaces. */
function foldedName(value: string): string {
  const lower = value.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const before = known.get(lower);
  if (before !== undefined) return before;
  const folded = SPELLINGS.reduce(
    (text, [pattern, letter]) => text.replace(pattern, letter),
    lower.normalize('NFKD'),
  ).trim();
  if (known.size >= LONGEST_CACHE) known.clear();
  known.set(lower, folded);
  return folded;
}
