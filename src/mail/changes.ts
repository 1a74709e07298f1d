/** What an approval was given for, and what has changed in the edition since. */
import { readFileSync } from 'node:fs';
import type { Edition, Letter, Selection } from '../model.ts';
import { letterSource } from '../pdf/fingerprint.ts';
import { type MessageContent, messageContent, readyMessages } from './content.ts';
import { letterText } from './letter-text.ts';
import { sha256 } from './message/message.ts';
import { differingPassages } from './passages.ts';
import type { Plan, PlannedMessage } from './plan.ts';

/** What was shown of one message; its texts stand in the basis, by the digests of what has them. */
export interface MessageFacts {
  readonly id: string;
  readonly name: string;
  /** Null if there is none. */
  readonly address: string | null;
  readonly subject: string | null;
  /** Of all that the message says beside the letter. */
  readonly message: string | null;
  /** Of all that the letter says. */
  readonly letter: string | null;
  /** Codes of what keeps it from being mailed. */
  readonly blocks: readonly string[];
}

/** Everything that an approval was given for. */
export interface ApprovalSnapshot {
  /** What was asked for: the whole edition, or some of its letters and recipients. */
  readonly selection: Selection;
  readonly messages: readonly MessageFacts[];
  /** What letters and messages say, by the digest that their facts have: the numbers of its lines. */
  readonly texts: Readonly<Record<string, readonly number[]>>;
  /** Each line once: letters to many differ in few. */
  readonly lines: readonly string[];
}

/** A difference; of texts, the passage that differs, with a few words around it. */
export interface Change {
  readonly id: string;
  readonly what: string;
  readonly before: string;
  readonly now: string;
  /** How many further passages differ, on the last one that is given. */
  readonly more?: number;
}

/** The facts of a plan, by id. */
export function snapshotOf(edition: Edition, plan: Plan, selection: Selection): ApprovalSnapshot {
  const contents = new Map(
    readyMessages(plan.messages).map((message) => [message.id, messageContent(edition, message)]),
  );
  const letterDigest = letterFingerprinter();
  const texts = new TextStore();
  const facts = (message: PlannedMessage): MessageFacts => {
    const { letter } = message;
    const content = contents.get(message.id);
    return {
      id: message.id,
      name: message.name,
      address: message.mailbox?.address ?? null,
      subject: content?.subject ?? null,
      message: content ? texts.keep(sha256(JSON.stringify(content)), () => said(content)) : null,
      letter: letter ? texts.keep(letterDigest(letter), () => letterText(letter)) : null,
      blocks: message.blocks.map(({ code }) => code),
    };
  };
  const messages = plan.messages.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(facts);
  return { selection, messages, ...texts.kept() };
}

/** Everything but the subject, which has a line of its own among the facts. */
function said({ from, replyTo, to, fileName, text }: MessageContent): string[] {
  const mailboxes = [from, replyTo, to].flatMap((one) =>
    one ? [`${one.name ?? ''} <${one.address}>`] : [],
  );
  return [...mailboxes, fileName, ...text.split('\n')].filter((line) => line !== '');
}

/** Texts by digest, each line once. */
class TextStore {
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<string, readonly number[]>();

  /** Gives the digest. */
  keep(digest: string, lines: () => readonly string[]): string {
    if (!this.#texts.has(digest))
      this.#texts.set(
        digest,
        lines().map((line) => this.#number(line)),
      );
    return digest;
  }

  #number(line: string): number {
    const number = this.#numbers.get(line) ?? this.#numbers.size;
    this.#numbers.set(line, number);
    return number;
  }

  kept(): Pick<ApprovalSnapshot, 'texts' | 'lines'> {
    return { texts: Object.fromEntries(this.#texts), lines: [...this.#numbers.keys()] };
  }
}

/** Stands for a basis in the ledger. */
export function snapshotDigest({ selection, messages, texts, lines }: ApprovalSnapshot): string {
  return sha256(JSON.stringify({ selection, messages, texts, lines }));
}

/** What differs between the basis of an approval and the edition as it is now. */
export function changesBetween(before: ApprovalSnapshot, now: ApprovalSnapshot): Change[] {
  const older = new Map(before.messages.map((facts) => [facts.id, facts]));
  const newer = new Map(now.messages.map((facts) => [facts.id, facts]));
  const ids = [...new Set([...older.keys(), ...newer.keys()])].sort();
  const textChanges = comparer(before, now);
  return ids.flatMap((id) => {
    const [a, b] = [older.get(id), newer.get(id)];
    return a && b ? [...factChanges(a, b), ...textChanges(a, b)] : presence(id, a, b);
  });
}

function presence(id: string, before?: MessageFacts, now?: MessageFacts): Change[] {
  const [gone, added] = [before, now].map((facts) => facts?.address ?? 'nobody');
  return [{ id, what: before ? 'left out' : 'added', before: gone ?? '', now: added ?? '' }];
}

const SHOWN = ['address', 'name', 'subject'] as const;
const TEXTS = { message: 'text of the message', letter: 'text of the letter' } as const;
/** What else there is to a text with the same words. */
const LOOKS = {
  message: 'looks of the message, not its words',
  letter: 'looks of the letter (layout, fonts, pictures, annexes), not its words',
} as const;

function factChanges(before: MessageFacts, now: MessageFacts): Change[] {
  const { id } = now;
  const shown = SHOWN.map((what) => ({
    id,
    what,
    before: before[what] ?? '',
    now: now[what] ?? '',
  }));
  const [blocked, nowBlocked] = [before.blocks.join(', '), now.blocks.join(', ')];
  const blocks = { id, what: 'blocked by', before: blocked, now: nowBlocked };
  return [...shown, blocks].filter((change) => change.before !== change.now);
}

/** Compares the texts of messages; what many share is compared once. */
function comparer(
  before: ApprovalSnapshot,
  now: ApprovalSnapshot,
): (a: MessageFacts, b: MessageFacts) => Change[] {
  const known = new Map<string, readonly Omit<Change, 'id'>[]>();
  const compared = (key: 'message' | 'letter', a: MessageFacts, b: MessageFacts) => {
    const pair = `${key} ${a[key]} ${b[key]}`;
    const found =
      known.get(pair) ?? differences(key, linesOf(before, a[key]), linesOf(now, b[key]));
    known.set(pair, found);
    return found.map((change) => ({ id: b.id, ...change }));
  };
  return (a, b) =>
    (['message', 'letter'] as const).flatMap((key) =>
      a[key] === b[key] ? [] : compared(key, a, b),
    );
}

function linesOf({ texts, lines }: ApprovalSnapshot, digest: string | null): string[] {
  return (texts[digest ?? ''] ?? []).map((number) => lines[number] ?? '');
}

/** At least one: what has another digest has changed. */
function differences(
  key: keyof typeof TEXTS,
  before: readonly string[],
  now: readonly string[],
): readonly Omit<Change, 'id'>[] {
  const { passages, more } = differingPassages(before, now);
  if (passages.length === 0) return [{ what: LOOKS[key], before: '', now: '' }];
  const last = passages.length - 1;
  return passages.map((passage, index) => ({
    what: TEXTS[key],
    ...passage,
    ...(index === last && more > 0 && { more }),
  }));
}

/** Digests of letters: files count by content, places not at all. */
function letterFingerprinter(): (letter: Letter) => string {
  const files = new Map<string, string>();
  const known = new Map<Letter, string>();
  const contentOf = (path: string): string => {
    const digest = files.get(path) ?? sha256(readFileSync(path));
    files.set(path, digest);
    return digest;
  };
  return (letter) => {
    const digest = known.get(letter) ?? sha256(letterSource(letter, contentOf));
    known.set(letter, digest);
    return digest;
  };
}
