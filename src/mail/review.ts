/**
 * What the ledger makes of a plan: who has had a letter, or may have. It is asked by mailbox and by person, since ids,
 * languages, names and the order of copies change under the hands of those who keep a list.
 */
import { mailboxName } from '../data/schema/mailbox.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { LANGUAGE_KEYS } from '../language/languages.ts';
import type { Edition, Localized } from '../model.ts';
import { type ReadyMessage, subjectOf } from './content.ts';
import { isSameSending, type Sending } from './ledger/repeats.ts';
import { generationOf, isCopy, messageName, plainRole } from './ledger/rows.ts';
import { MAY_HAVE_ARRIVED } from './ledger/states.ts';
import type { MessageKey, MessageRecord, MessageState, Role } from './model.ts';
import * as words from './review-words.ts';

/** A person's word that some messages go out although their mailboxes have had the letter. */
export interface Again {
  /** Ids as the plan gives them. */
  readonly ids: readonly string[];
  readonly reason: string;
}

/** A message that may be approved, under the name that the ledger will know it by. */
export interface OpenMessage extends ReadyMessage {
  /** The row whose place it takes: it was queued, refused or held. */
  readonly earlier?: MessageRecord;
  readonly addressee: string;
  readonly beside: readonly string[];
  readonly formerly: readonly string[];
  /** Why its mailbox gets the letter once more. */
  readonly again?: string;
}

/** By the ids of the plan. */
export interface Review {
  readonly open: ReadonlyMap<string, OpenMessage>;
  /** Left out, because they have been sent, may have been, are being sent, or are held by a person. */
  readonly left: ReadonlyMap<string, MessageRecord>;
  /** What keeps a message from being approved until somebody says so. */
  readonly blocked: ReadonlyMap<string, Diagnostic>;
  /** Who or what has changed behind a message that was sent. */
  readonly warnings: readonly Diagnostic[];
  /** What `again` names wrongly: `nothing-to-repeat`, `not-settled`. */
  readonly errors: readonly Diagnostic[];
}

/** What the review asks of an edition. */
export type ReviewedEdition = Pick<Edition, 'letters' | 'stakeholders'>;

/** @param records all that the ledger has */
export function review(
  edition: ReviewedEdition,
  messages: readonly ReadyMessage[],
  records: readonly MessageRecord[],
  again: Again = { ids: [], reason: '' },
): Review {
  const reviewer = new Reviewer(new Past(edition, records), again);
  // Whoever gets a circular as its reader needs no copy of it, wherever the two are in the lists.
  const [originals, copies] = [false, true].map((copy) =>
    messages.filter(({ key }) => isCopy(key.role) === copy),
  );
  for (const message of [...(originals ?? []), ...(copies ?? [])]) reviewer.take(message);
  return reviewer.end(messages);
}

/** States of what a run may be sending at this moment. */
const TAKEN: readonly MessageState[] = ['sending', ...MAY_HAVE_ARRIVED];
/** States whose meaning a person must settle first, or a run that is under way. */
const UNSETTLED: readonly MessageState[] = ['sending', 'committing', 'unknown'];

function isTaken({ state }: MessageRecord): boolean {
  return TAKEN.includes(state);
}

/** A message of the plan, as it is compared with others. */
interface Candidate extends Sending {
  readonly message: ReadyMessage;
  readonly key: MessageKey;
  readonly addressee: string;
  readonly formerly: readonly string[];
  /** What the recipient is called, folded. */
  readonly names: ReadonlySet<string>;
  /** What the ledger has under the same name, the oldest first. */
  readonly rows: readonly MessageRecord[];
  /** The last of them, if it was queued, refused or held: the message takes its place. */
  readonly earlier: MessageRecord | undefined;
  /** Messages to the same mailbox that were known when that one was approved. */
  readonly known: readonly string[];
}

/** What the ledger has, and how the edition has changed since. */
class Past {
  readonly #byName: ReadonlyMap<string, readonly MessageRecord[]>;
  readonly #byMailbox: ReadonlyMap<string, readonly MessageRecord[]>;
  readonly #byPerson: ReadonlyMap<string, readonly MessageRecord[]>;
  /** The languages of each letter that the edition has now. */
  readonly #letters: ReadonlyMap<string, readonly string[]>;
  readonly #recipients: ReadonlySet<string>;

  constructor({ letters, stakeholders }: ReviewedEdition, records: readonly MessageRecord[]) {
    this.#byName = groupBy(records, plainName);
    this.#byMailbox = groupBy(records, ({ mailbox }) => mailbox);
    this.#byPerson = groupBy(records, ({ person = '' }) => folded(person));
    this.#letters = new Map(
      letters.map(({ id, languages }) => [id.value, languages.map(({ value }) => value)]),
    );
    this.#recipients = new Set(stakeholders.map(({ id }) => id.value));
  }

  candidate(message: ReadyMessage): Candidate {
    const { key, id, form, recipient } = message;
    const mailbox = mailboxName(message.mailbox.address);
    const names = new Set(namesOf(message).map(folded));
    const rows = (this.#byName.get(id) ?? []).toSorted(
      (a, b) => generationOf(a.key.role) - generationOf(b.key.role),
    );
    const last = rows.at(-1);
    const earlier = last && !isTaken(last) ? last : undefined;
    const isUnchanged = earlier?.mailbox === mailbox && !isOther(names, earlier);
    return {
      message,
      key,
      mailbox,
      addressee: form === 'personal' ? mailboxName(recipient.email?.value ?? '') : '',
      formerly: this.#formerIds(message, mailbox),
      names,
      rows,
      earlier,
      known: isUnchanged ? (earlier?.beside ?? []) : [],
    };
  }

  /** A letter with the same subject that the edition has no more, or no more in that language, is this one under its old id. */
  #formerIds(message: ReadyMessage, mailbox: string): string[] {
    const gone = this.#gone(message, mailbox).filter((row) => row.subject === subjectOf(message));
    return [...new Set(gone.map(({ key }) => key.letter))];
  }

  #gone({ key }: ReadyMessage, mailbox: string): MessageRecord[] {
    return (this.#byMailbox.get(mailbox) ?? []).filter(
      (row) =>
        row.key.letter !== key.letter &&
        !this.#letters.get(row.key.letter)?.includes(row.key.language),
    );
  }

  /** Letters of another subject that the mailbox has had, and that the edition has no more. */
  replaced({ message, mailbox, formerly }: Candidate): string[] {
    const gone = this.#gone(message, mailbox).filter(isTaken);
    const letters = new Set(gone.map(({ key }) => key.letter));
    return [...letters].filter((letter) => !formerly.includes(letter));
  }

  /** Messages of other names that have brought the letter to the mailbox, but for those that an earlier approval knew of. */
  elsewhere(candidate: Candidate): MessageRecord[] {
    const { rows, known, addressee } = candidate;
    return (this.#byMailbox.get(candidate.mailbox) ?? []).filter((row) => {
      if (!isTaken(row) || rows.includes(row) || known.includes(row.id)) return false;
      const toOne = this.#isSamePerson(candidate, row) ? { ...row, addressee } : row;
      return isSameSending(candidate, toOne);
    });
  }

  /** A circular goes to a mailbox once, so a copy of it that a person holds must not get there by another row. */
  heldCopy(candidate: Candidate): MessageRecord | undefined {
    if (!isCopyOfCircular(candidate)) return undefined;
    return (this.#byMailbox.get(candidate.mailbox) ?? []).find(
      (row) => isHeldByPerson(row) && isCopy(row.key.role) && isSameSending(candidate, row),
    );
  }

  /** The letter to the same person at another mailbox, from a row that the lists have no more. */
  movedPerson(candidate: Candidate): MessageRecord | undefined {
    if (isCopy(candidate.key.role)) return undefined;
    const { mailbox, rows } = candidate;
    return [...candidate.names]
      .flatMap((name) => (name === '' ? [] : (this.#byPerson.get(name) ?? [])))
      .find(
        (row) =>
          isTaken(row) &&
          row.state !== 'bounced' &&
          !isCopy(row.key.role) &&
          !rows.includes(row) &&
          this.#isSamePerson(candidate, row) &&
          isSameSending({ ...candidate, addressee: '' }, { ...row, mailbox }),
      );
  }

  /** Of the same name, and from a row that has another id or language now. Two people of one name are two rows. */
  #isSamePerson({ key, names }: Candidate, row: MessageRecord): boolean {
    const isGone = row.key.recipient === key.recipient || !this.#recipients.has(row.key.recipient);
    return isGone && row.person !== undefined && names.has(folded(row.person));
  }
}

class Reviewer {
  readonly #past: Past;
  readonly #again: Again;
  /** Ids of `again` that were of use. */
  readonly #repeated = new Set<string>();
  /** By mailbox. */
  readonly #open = new Map<string, { candidate: Candidate; entry: OpenMessage }[]>();
  readonly #left = new Map<string, MessageRecord>();
  readonly #blocked = new Map<string, Diagnostic>();
  readonly #warnings: Diagnostic[] = [];
  readonly #errors: Diagnostic[] = [];
  /** How many mailboxes get a letter that have had another, which the edition has no more. */
  readonly #replaced = new Map<string, { letter: string; former: string; count: number }>();

  constructor(past: Past, again: Again) {
    this.#past = past;
    this.#again = again;
  }

  take(message: ReadyMessage): void {
    const candidate = this.#past.candidate(message);
    const { rows, mailbox, known, earlier } = candidate;
    const taken = rows.filter((row) => isTaken(row) && !known.includes(row.id));
    const had = taken.findLast((row) => row.mailbox === mailbox);
    const elsewhere = this.#past.elsewhere(candidate);
    const before = elsewhere[0] ?? this.#past.movedPerson(candidate);
    const held = earlier && isHeldByPerson(earlier) ? earlier : this.#past.heldCopy(candidate);
    if (held && !this.#isAsked(candidate)) {
      this.#leave(candidate, held, words.stillHeld(held));
    } else if (had) {
      this.#takeSent(candidate, had, elsewhere);
    } else if (before && isCopyOfCircular(candidate)) {
      this.#leave(candidate, before);
    } else if (before && !this.#repeats(candidate, before)) {
      this.#block(candidate, words.alreadySent(message, before));
    } else {
      this.#takeMoved(candidate, taken, before ? [...elsewhere, before] : elsewhere);
    }
  }

  #isAsked({ message: { id } }: Candidate): boolean {
    return this.#again.ids.includes(id);
  }

  /** Whether a person has said that the mailbox gets the letter once more; what is not settled must be so first. */
  #repeats(candidate: Candidate, had: MessageRecord): boolean {
    if (!this.#isAsked(candidate)) return false;
    this.#repeated.add(candidate.message.id);
    if (UNSETTLED.includes(had.state)) this.#errors.push(error(words.notSettled(had)));
    return true;
  }

  /** Its mailbox has had the letter under this very name. */
  #takeSent(candidate: Candidate, had: MessageRecord, elsewhere: readonly MessageRecord[]): void {
    const { message, rows, names } = candidate;
    if (this.#repeats(candidate, had)) this.#queue(candidate, [...rows, ...elsewhere]);
    else this.#leave(candidate, had, isOther(names, had) && words.otherName(message, had));
  }

  /** Its mailbox has not had the letter; whoever has had it under this name had it elsewhere. */
  #takeMoved(
    candidate: Candidate,
    taken: readonly MessageRecord[],
    known: readonly MessageRecord[],
  ): void {
    const { message, names } = candidate;
    const same = taken.findLast((row) => row.state !== 'bounced' && !isOther(names, row));
    if (same && !this.#repeats(candidate, same)) {
      this.#leave(candidate, same, words.otherAddress(message, same));
      return;
    }
    const before = taken.at(-1);
    const entry = this.#queue(candidate, [...known, ...(same ? [same] : [])]);
    if (!entry || !before || same) return;
    const isSame = !isOther(names, before);
    this.#warn(
      candidate,
      isSame ? words.newAddress(entry, before) : words.otherPerson(entry, before),
    );
  }

  /** Undefined if the mailbox gets the letter already, or the plan has the same person twice. */
  #queue(candidate: Candidate, known: readonly MessageRecord[]): OpenMessage | undefined {
    const { message, mailbox } = candidate;
    const there = this.#open.get(mailbox) ?? [];
    const mates = there.filter((other) => isSameSending(other.candidate, candidate));
    if (mates.length > 0 && isCopyOfCircular(candidate)) {
      this.#warn(candidate, words.repeatedCopy(message));
      return undefined;
    }
    const twin = mates.find((mate) => isNamedAlike(mate.candidate, candidate));
    if (twin && !this.#isAsked(candidate)) {
      this.#block(candidate, words.samePerson(message, twin.candidate.message));
      return undefined;
    }
    const others = [...known, ...mates.map((mate) => mate.entry)];
    // Said once before, it may be said again.
    const isRepeat = twin !== undefined || others.length + candidate.known.length > 0;
    if (isRepeat && this.#isAsked(candidate)) this.#repeated.add(message.id);
    const entry = this.#entry(candidate, others);
    // Each knows of the other, since either may be sent first.
    for (const mate of mates) {
      mate.entry = { ...mate.entry, beside: [...mate.entry.beside, entry.id] };
    }
    this.#open.set(mailbox, [...there, { candidate, entry }]);
    this.#noteReplaced(candidate);
    return entry;
  }

  #entry(candidate: Candidate, others: readonly { readonly id: string }[]): OpenMessage {
    const { message, rows, addressee, earlier, formerly, known } = candidate;
    const key = earlier?.key ?? { ...message.key, role: nextRole(message.key.role, rows) };
    const beside = new Set([...known, ...others.map(({ id }) => id)]);
    const isRepeated = this.#repeated.has(message.id) && beside.size > 0;
    return {
      ...message,
      key,
      id: messageName(key),
      addressee,
      formerly,
      beside: [...beside],
      ...(earlier && { earlier }),
      ...(isRepeated && { again: this.#again.reason }),
    };
  }

  #leave(candidate: Candidate, row: MessageRecord, warning: words.Words | false = false): void {
    this.#left.set(candidate.message.id, row);
    if (warning) this.#warn(candidate, warning);
  }

  #noteReplaced(candidate: Candidate): void {
    const { letter } = candidate.key;
    for (const former of this.#past.replaced(candidate)) {
      const name = JSON.stringify([letter, former]);
      const { count } = this.#replaced.get(name) ?? { count: 0 };
      this.#replaced.set(name, { letter, former, count: count + 1 });
    }
  }

  #block(candidate: Candidate, block: words.Words): void {
    this.#blocked.set(candidate.message.id, { ...error(block), span: placeOf(candidate) });
  }

  #warn(candidate: Candidate, warning: words.Words): void {
    this.#warnings.push({ severity: 'warning', span: placeOf(candidate), ...warning });
  }

  /** In the order of the plan. */
  end(messages: readonly ReadyMessage[]): Review {
    const entries = [...this.#open.values()].flat();
    const open = new Map(entries.map(({ candidate, entry }) => [candidate.message.id, entry]));
    const ids = messages.map(({ id }) => id);
    const idle = this.#again.ids.filter((id) => !this.#repeated.has(id));
    const replaced = [...this.#replaced.values()].map(
      (one): Diagnostic => ({ severity: 'warning', ...words.replacedLetter(one) }),
    );
    return {
      open: inOrder(open, ids),
      left: inOrder(this.#left, ids),
      blocked: this.#blocked,
      warnings: [...this.#warnings, ...replaced],
      errors: [...this.#errors, ...idle.map((id) => error(words.nothingToRepeat(id)))],
    };
  }
}

function inOrder<T>(found: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  return new Map(
    ids.flatMap((id) => {
      const one = found.get(id);
      return one === undefined ? [] : [[id, one] as const];
    }),
  );
}

function error(found: words.Words): Diagnostic {
  return { severity: 'error', ...found };
}

/** The name that the plan gives to a message of the ledger, whatever number it has. */
function plainName({ key, mailbox }: MessageRecord): string {
  return messageName({ ...key, role: plainRole(key.role, mailbox) });
}

/** `to`, then `to/2` and so on. */
function nextRole(role: Role, rows: readonly MessageRecord[]): Role {
  const last = rows.at(-1);
  return last ? (`${role}/${generationOf(last.key.role) + 1}` as Role) : role;
}

/** Every form of the name: a list may get a column for another script. */
function namesOf({ name, recipient }: ReadyMessage): string[] {
  const localized: Localized | undefined = recipient.name ?? recipient.organisation;
  return [name, ...LANGUAGE_KEYS.flatMap((key) => localized?.[key]?.value ?? [])];
}

function isCopyOfCircular({ key, addressee }: Candidate): boolean {
  return isCopy(key.role) && addressee === '';
}

function isNamedAlike(a: Candidate, b: Candidate): boolean {
  return [...a.names].some((name) => b.names.has(name));
}

/** A name as people compare it. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a message was for somebody else; earlier versions did not note for whom. */
function isOther(names: ReadonlySet<string>, { person }: MessageRecord): boolean {
  return person !== undefined && !names.has(folded(person));
}

/** What the tool has put back itself may be approved anew. */
function isHeldByPerson({ state, reply = '' }: MessageRecord): boolean {
  return state === 'held' && reply.startsWith('held by ');
}

function placeOf({ message: { recipient, key }, mailbox }: Candidate): Span {
  const cells = isCopy(key.role) ? recipient.cc : [recipient.email];
  return cells.find((cell) => cell && mailboxName(cell.value) === mailbox)?.span ?? recipient.span;
}
