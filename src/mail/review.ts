/**
 * What the ledger makes of a plan: who has had a letter, or may have. It is asked by mailbox, since ids, languages, names and
 * the order of copies change under the hands of those who keep a list.
 */
import { mailboxName } from '../data/schema/mailbox.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { Edition, Localized } from '../model.ts';
import { type ReadyMessage, subjectOf } from './content.ts';
import { isSameSending, type Sending } from './ledger/repeats.ts';
import { generationOf, messageName, plainRole } from './ledger/rows.ts';
import { MAY_HAVE_ARRIVED } from './ledger/states.ts';
import type { MessageKey, MessageRecord, MessageState, Role } from './model.ts';
import {
  alreadySent,
  nothingToRepeat,
  notSettled,
  otherAddress,
  otherName,
  otherPerson,
  samePerson,
  type Words,
} from './review-words.ts';

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
  /** Why its mailbox gets the letter once more. */
  readonly again?: string;
}

/** By the ids of the plan. */
export interface Review {
  readonly open: ReadonlyMap<string, OpenMessage>;
  /** Left out, because they have been sent, may have been, or are being sent. */
  readonly left: ReadonlyMap<string, MessageRecord>;
  /** What keeps a message from being approved until somebody says so. */
  readonly blocked: ReadonlyMap<string, Diagnostic>;
  /** Who or what has changed behind a message that was sent. */
  readonly warnings: readonly Diagnostic[];
  /** What `again` names wrongly: `nothing-to-repeat`, `not-settled`. */
  readonly errors: readonly Diagnostic[];
}

/** @param records all that the ledger has */
export function review(
  edition: Pick<Edition, 'letters'>,
  messages: readonly ReadyMessage[],
  records: readonly MessageRecord[],
  again: Again = { ids: [], reason: '' },
): Review {
  const reviewer = new Reviewer(edition, records, again);
  for (const message of messages) reviewer.take(message);
  return reviewer.end();
}

/** States of what a run may be sending at this moment. */
const TAKEN: readonly MessageState[] = ['sending', ...MAY_HAVE_ARRIVED];
/** States whose meaning a person must settle first, or a run that is under way. */
const UNSETTLED: readonly MessageState[] = ['sending', 'committing', 'unknown'];

/** A message of the plan, as it is compared with others. */
interface Candidate extends Sending {
  readonly message: ReadyMessage;
  readonly key: MessageKey;
  readonly addressee: string;
  /** What the recipient is called, folded. */
  readonly names: ReadonlySet<string>;
  /** What the ledger has under the same name, the oldest first. */
  readonly rows: readonly MessageRecord[];
  /** The last of them, if it was queued, refused or held: the message takes its place. */
  readonly earlier: MessageRecord | undefined;
}

class Reviewer {
  readonly #byName: ReadonlyMap<string, readonly MessageRecord[]>;
  readonly #byMailbox: ReadonlyMap<string, readonly MessageRecord[]>;
  /** Ids of the letters that the edition has now. */
  readonly #letters: ReadonlySet<string>;
  readonly #again: Again;
  readonly #repeated = new Set<string>();
  readonly #open: { candidate: Candidate; entry: OpenMessage }[] = [];
  readonly #left = new Map<string, MessageRecord>();
  readonly #blocked = new Map<string, Diagnostic>();
  readonly #warnings: Diagnostic[] = [];
  readonly #errors: Diagnostic[] = [];

  constructor(
    { letters }: Pick<Edition, 'letters'>,
    records: readonly MessageRecord[],
    again: Again,
  ) {
    this.#letters = new Set(letters.map(({ id }) => id.value));
    this.#byName = groupBy(records, plainName);
    this.#byMailbox = groupBy(records, ({ mailbox }) => mailbox);
    this.#again = again;
  }

  take(message: ReadyMessage): void {
    const candidate = this.#candidate(message);
    const { rows, mailbox, earlier } = candidate;
    const known = earlier?.beside ?? [];
    const taken = rows.filter(({ id, state }) => TAKEN.includes(state) && !known.includes(id));
    const had = taken.findLast((row) => row.mailbox === mailbox);
    const elsewhere = this.#elsewhere(candidate);
    if (had) this.#takeSent(candidate, had, elsewhere);
    else if (elsewhere[0] && !this.#mayRepeat(candidate))
      this.#block(candidate, alreadySent(message, elsewhere[0]));
    else this.#takeMoved(candidate, taken, elsewhere);
  }

  #candidate(message: ReadyMessage): Candidate {
    const { key, id, form, recipient, mailbox } = message;
    const rows = (this.#byName.get(id) ?? []).toSorted(
      (a, b) => generationOf(a.key.role) - generationOf(b.key.role),
    );
    const last = rows.at(-1);
    return {
      message,
      key,
      mailbox: mailboxName(mailbox.address),
      addressee: form === 'personal' ? mailboxName(recipient.email?.value ?? '') : '',
      names: new Set(namesOf(message).map(folded)),
      rows,
      earlier: last && !TAKEN.includes(last.state) ? last : undefined,
    };
  }

  /** Messages of other names that have brought the letter to the mailbox, but for those that an earlier approval knew of. */
  #elsewhere(candidate: Candidate): MessageRecord[] {
    const known = candidate.earlier?.beside ?? [];
    return (this.#byMailbox.get(candidate.mailbox) ?? []).filter(
      (row) =>
        TAKEN.includes(row.state) &&
        !candidate.rows.includes(row) &&
        !known.includes(row.id) &&
        isSameSending(candidate, this.#named(row, candidate)),
    );
  }

  /** A letter with the same subject that the edition has no more is this one under its old id. */
  #named(row: MessageRecord, { message, key }: Candidate): MessageRecord {
    const isRenamed = !this.#letters.has(row.key.letter) && row.subject === subjectOf(message);
    return isRenamed ? { ...row, key: { ...row.key, letter: key.letter } } : row;
  }

  /** Its mailbox has had the letter under this very name. */
  #takeSent(candidate: Candidate, had: MessageRecord, elsewhere: readonly MessageRecord[]): void {
    const { message, rows } = candidate;
    if (this.#mayRepeat(candidate, had)) {
      this.#queue(candidate, [...rows, ...elsewhere]);
      return;
    }
    this.#left.set(message.id, had);
    if (isOther(candidate, had)) this.#warn(candidate, otherName(message, had));
  }

  /** Its mailbox has not had the letter; whoever has had it under this name had it elsewhere. */
  #takeMoved(
    candidate: Candidate,
    taken: readonly MessageRecord[],
    elsewhere: readonly MessageRecord[],
  ): void {
    const same = taken.find((row) => row.state !== 'bounced' && !isOther(candidate, row));
    if (same && !this.#mayRepeat(candidate, same)) {
      this.#left.set(candidate.message.id, same);
      this.#warn(candidate, otherAddress(candidate.message, same));
      return;
    }
    const before = taken.at(-1);
    const entry = this.#queue(candidate, [...elsewhere, ...(same ? [same] : [])]);
    if (entry && before && !same) this.#warn(candidate, otherPerson(entry, before));
  }

  /** Undefined if the plan has the same person twice. */
  #queue(candidate: Candidate, known: readonly MessageRecord[]): OpenMessage | undefined {
    const mates = this.#open.filter((other) => isSameSending(other.candidate, candidate));
    const twin = mates.find((mate) => isNamedAlike(mate.candidate, candidate));
    if (twin && !this.#mayRepeat(candidate)) {
      this.#block(candidate, samePerson(candidate.message, twin.candidate.message));
      return undefined;
    }
    const entry = this.#entry(candidate, [...known, ...mates.map((mate) => mate.entry)]);
    // Each knows of the other, since either may be sent first.
    for (const mate of mates) {
      mate.entry = { ...mate.entry, beside: [...mate.entry.beside, entry.id] };
    }
    this.#open.push({ candidate, entry });
    return entry;
  }

  #entry(candidate: Candidate, known: readonly { readonly id: string }[]): OpenMessage {
    const { message, rows, addressee, earlier } = candidate;
    const key = earlier?.key ?? { ...message.key, role: nextRole(message.key.role, rows) };
    const beside = new Set([...(earlier?.beside ?? []), ...known.map(({ id }) => id)]);
    return {
      ...message,
      key,
      id: messageName(key),
      addressee,
      beside: [...beside],
      ...(earlier && { earlier }),
      ...(this.#repeated.has(message.id) && { again: this.#again.reason }),
    };
  }

  /** Whether a person has said so; not of what must be settled first. */
  #mayRepeat({ message: { id } }: Candidate, had?: MessageRecord): boolean {
    if (!this.#again.ids.includes(id)) return false;
    this.#repeated.add(id);
    if (had && UNSETTLED.includes(had.state))
      this.#errors.push({ severity: 'error', ...notSettled(had) });
    return true;
  }

  #block(candidate: Candidate, words: Words): void {
    const block: Diagnostic = { severity: 'error', span: placeOf(candidate), ...words };
    this.#blocked.set(candidate.message.id, block);
  }

  #warn(candidate: Candidate, words: Words): void {
    this.#warnings.push({ severity: 'warning', span: placeOf(candidate), ...words });
  }

  end(): Review {
    const idle = this.#again.ids.filter((id) => !this.#repeated.has(id)).map(nothingToRepeat);
    const misused = idle.map((words): Diagnostic => ({ severity: 'error', ...words }));
    return {
      open: new Map(this.#open.map(({ candidate, entry }) => [candidate.message.id, entry])),
      left: this.#left,
      blocked: this.#blocked,
      warnings: this.#warnings,
      errors: [...this.#errors, ...misused],
    };
  }
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
  return [name, ...Object.values(localized ?? {}).map(({ value }) => value)];
}

function isNamedAlike(a: Candidate, b: Candidate): boolean {
  return [...a.names].some((name) => b.names.has(name));
}

/** A name as people compare it. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a message was for somebody else; earlier versions did not note for whom. */
function isOther({ names }: Candidate, { person }: MessageRecord): boolean {
  return person !== undefined && !names.has(folded(person));
}

function placeOf({ message: { recipient, key }, mailbox }: Candidate): Span {
  const cells = key.role === 'to' ? [recipient.email] : recipient.cc;
  return cells.find((cell) => cell && mailboxName(cell.value) === mailbox)?.span ?? recipient.span;
}
