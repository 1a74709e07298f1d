/** Renders the letters of a plan, freezes the messages that bring them, and records who approved them. */
import { join } from 'node:path';
import type { UserError } from '../diagnostic.ts';
import type { Edition, Letter, Selection } from '../model.ts';
import { renderLetters } from '../pdf/pool.ts';
import { basisDigest, basisOf } from './changes.ts';
import {
  type MessageContent,
  messageContent,
  type ReadyMessage,
  readyMessages,
} from './content.ts';
import { wrongLetter } from './guard.ts';
import { nextState } from './ledger/states.ts';
import type { DkimKey } from './message/dkim.ts';
import { type BuiltMessage, buildMessage, type MessageInput, sha256 } from './message/message.ts';
import type { FrozenMessage, Ledger, MessageRecord, MessageState } from './model.ts';
import { freeze, frozenBytes, keepBasis, messageFile } from './outbox.ts';
import type { Plan } from './plan.ts';
import { refusal } from './refusal.ts';

export interface ApproveOptions {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly selection: Selection;
  readonly ledger: Ledger;
  /** The ledger's folder, `.wsis` of the edition. */
  readonly folder: string;
  readonly by: string;
  readonly at: Date;
  readonly dkim?: DkimKey;
  readonly signal: AbortSignal;
  /** Messages frozen so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Approved {
  /** What `send` asks for; undefined if there is nothing to approve. */
  readonly hash?: string;
  readonly messages: readonly FrozenMessage[];
  /** Left out, because they have been sent, may have been, or are being sent. */
  readonly left: readonly { readonly id: string; readonly state: MessageState }[];
}

/**
 * Nothing is recorded unless all messages are frozen.
 * @throws UserError `render-failed`, `wrong-letter`, `interrupted`
 */
export async function approve(options: ApproveOptions): Promise<Approved> {
  const { edition, plan, selection, ledger, folder, by, at } = options;
  const records = new Map((await ledger.messages()).map((record) => [record.id, record]));
  const ready = readyMessages(plan.messages);
  const isOpen = ({ id }: ReadyMessage) => {
    const record = records.get(id);
    return !record || nextState(record.state, 'approve') !== undefined;
  };
  const left = ready
    .filter((message) => !isOpen(message))
    .flatMap(({ id }) => records.get(id) ?? []);
  const messages = await freezeAll(ready.filter(isOpen), records, options);
  if (messages.length === 0) return { messages, left };
  const basis = basisOf(edition, plan, selection);
  const hash = batchHash(messages);
  keepBasis(folder, hash, basis);
  const approval = { hash, by, at, edition: basisDigest(basis) };
  const result = await ledger.recordApproval({ ...approval, messages });
  return {
    hash,
    messages,
    left: [...left, ...result.left].map(({ id, state }) => ({ id, state })),
  };
}

/** Over id, address, envelope and digest of each message, in the order of their ids. */
export function batchHash(messages: readonly FrozenMessage[]): string {
  const lines = messages.map(({ key, address, envelope, digest }) => {
    const { letter, recipient, language, role } = key;
    const { from, to } = envelope;
    return JSON.stringify([letter, recipient, language, role, address, from, to, digest]);
  });
  return sha256(lines.sort().join('\n'));
}

type Records = ReadonlyMap<string, MessageRecord>;

async function freezeAll(
  messages: readonly ReadyMessage[],
  records: Records,
  options: ApproveOptions,
): Promise<FrozenMessage[]> {
  const byLetter = new Map<Letter, ReadyMessage[]>();
  for (const message of messages) {
    const { letter } = message;
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), message]);
  }
  const frozen: FrozenMessage[] = [];
  for await (const outcome of renderLetters([...byLetter.keys()], { signal: options.signal })) {
    const group = byLetter.get(outcome.letter) ?? [];
    if ('error' in outcome) throw renderFailed(group, outcome.error);
    for (const message of group) {
      frozen.push(freezeMessage(message, outcome.pdf, records.get(message.id), options));
    }
    options.onProgress?.(frozen.length, messages.length);
  }
  if (frozen.length < messages.length) throw interrupted();
  return frozen;
}

function freezeMessage(
  message: ReadyMessage,
  pdf: Uint8Array,
  earlier: MessageRecord | undefined,
  options: ApproveOptions,
): FrozenMessage {
  const { edition, folder } = options;
  const wrong = wrongLetter(pdf, edition.id, message);
  if (wrong)
    throw refusal('wrong-letter', `${message.id} is not the letter that it should be: ${wrong}`);
  const content = messageContent(edition, message);
  const built = build({ ...content, pdf }, earlier, options);
  const file = messageFile(message.key, built.digest);
  if (!frozenBytes(folder, file)?.equals(built.bytes)) freeze(folder, file, built.bytes);
  return {
    key: message.key,
    messageId: built.messageId,
    envelope: { from: content.from.address, to: content.to.address },
    address: message.mailbox.address,
    file,
    digest: built.digest,
    pdfDigest: built.pdfDigest,
    subject: content.subject,
  };
}

/** What was frozen before, and has not changed since, stays as it is, its date and Message-ID included. */
function build(
  letter: MessageContent & Pick<MessageInput, 'pdf'>,
  earlier: MessageRecord | undefined,
  { folder, at, dkim }: ApproveOptions,
): BuiltMessage {
  const input = { ...letter, ...(dkim && { dkim }) };
  const date = earlier && dateOf(frozenBytes(folder, earlier.file));
  const again = date && buildMessage({ ...input, date });
  return again && again.digest === earlier?.digest ? again : buildMessage({ ...input, date: at });
}

function dateOf(bytes: Buffer | undefined): Date | undefined {
  const text = /^Date: (.+?)\r?$/m.exec(bytes?.subarray(0, 4096).toString('latin1') ?? '')?.[1];
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Where an edition keeps its mail. */
export function mailFolder(edition: Pick<Edition, 'folder'>): string {
  return join(edition.folder, '.wsis');
}

function renderFailed(group: readonly ReadyMessage[], { message }: Error): UserError {
  const who = group.map(({ id }) => id).join(', ');
  const hint = 'this is a fault of wsis-letters: please report it; nothing was approved';
  return refusal('render-failed', `cannot render the letter of ${who}: ${message}`, hint);
}

function interrupted(): UserError {
  return refusal('interrupted', 'interrupted: nothing was approved');
}
