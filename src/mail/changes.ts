/** What an approval was given for, and what has changed in the edition since. */
import { readFileSync } from 'node:fs';
import type { Edition, Letter, Selection } from '../model.ts';
import { messageContent, readyMessages } from './content.ts';
import { sha256 } from './message/message.ts';
import type { Plan, PlannedMessage } from './plan.ts';

/** What was shown of one message; digests stand for its texts. */
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
export interface Basis {
  /** What was asked for: the whole edition, or some of its letters and recipients. */
  readonly selection: Selection;
  readonly messages: readonly MessageFacts[];
}

export interface Change {
  readonly id: string;
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** The facts of a plan, by id. */
export function basisOf(edition: Edition, plan: Plan, selection: Selection): Basis {
  const contents = new Map(
    readyMessages(plan.messages).map((message) => [message.id, messageContent(edition, message)]),
  );
  const letterDigest = letterFingerprinter();
  const facts = (message: PlannedMessage): MessageFacts => {
    const content = contents.get(message.id);
    return {
      id: message.id,
      name: message.name,
      address: message.mailbox?.address ?? null,
      subject: content?.subject ?? null,
      message: content ? sha256(JSON.stringify(content)) : null,
      letter: message.letter ? letterDigest(message.letter) : null,
      blocks: message.blocks.map(({ code }) => code),
    };
  };
  const messages = plan.messages.map(facts).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { selection, messages };
}

/** Stands for a basis in the ledger. */
export function basisDigest({ selection, messages }: Basis): string {
  return sha256(JSON.stringify({ selection, messages }));
}

/** What differs between the basis of an approval and the edition as it is now. */
export function changesBetween(before: Basis, now: Basis): Change[] {
  const older = new Map(before.messages.map((facts) => [facts.id, facts]));
  const newer = new Map(now.messages.map((facts) => [facts.id, facts]));
  const ids = [...new Set([...older.keys(), ...newer.keys()])].sort();
  return ids.flatMap((id) => changesOf(id, older.get(id), newer.get(id)));
}

const SHOWN = ['address', 'name', 'subject'] as const;
const DIGESTS = { message: 'text of the message', letter: 'text of the letter' } as const;

function changesOf(
  id: string,
  before: MessageFacts | undefined,
  now: MessageFacts | undefined,
): Change[] {
  if (!before || !now) {
    const added = now?.address ?? 'nobody';
    const gone = before?.address ?? 'nobody';
    return [{ id, what: before ? 'left out' : 'added', before: gone, now: added }];
  }
  const shown = SHOWN.filter((key) => before[key] !== now[key]).map((key) => {
    return { id, what: key, before: before[key] ?? '', now: now[key] ?? '' };
  });
  const digests = (['message', 'letter'] as const)
    .filter((key) => before[key] !== now[key])
    .map((key) => {
      const short = (digest: string | null): string => digest?.slice(0, 12) ?? 'none';
      return { id, what: DIGESTS[key], before: short(before[key]), now: short(now[key]) };
    });
  const [blocked, nowBlocked] = [before.blocks.join(', '), now.blocks.join(', ')];
  const blocks = { id, what: 'blocked by', before: blocked, now: nowBlocked };
  return [...shown, ...digests, ...(blocked === nowBlocked ? [] : [blocks])];
}

/** The keys of a letter that hold paths of files: see FontFamily and PlacedImage. */
const FILE_KEYS = new Set(['regular', 'bold', 'italic', 'boldItalic', 'path']);

/** Digests of letters: files count by content, places not at all. */
function letterFingerprinter(): (letter: Letter) => string {
  const files = new Map<string, string>();
  const known = new Map<Letter, string>();
  const contentOf = (path: string): string => {
    const digest = files.get(path) ?? sha256(readFileSync(path));
    files.set(path, digest);
    return digest;
  };
  const plain = (key: string, value: unknown): unknown => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && FILE_KEYS.has(key) ? contentOf(value) : value;
  };
  return (letter) => {
    const digest = known.get(letter) ?? sha256(JSON.stringify(letter, plain));
    known.set(letter, digest);
    return digest;
  };
}
