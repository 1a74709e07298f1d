/** Renders the letters of a plan, freezes the messages that bring them, and records who approved them. */
import { join } from 'node:path';
import { UserError } from '../diagnostic.ts';
import type { Edition, Letter, Selection } from '../model.ts';
import { renderLetters } from '../pdf/pool.ts';
import { isSystemError } from '../system-error.ts';
import { snapshotDigest, snapshotOf } from './changes.ts';
import { type MessageContent, messageContent, readyMessages } from './content.ts';
import { wrongLetter } from './guard.ts';
import type { DkimKey } from './message/dkim.ts';
import { type BuiltMessage, buildMessage, type MessageInput, sha256 } from './message/message.ts';
import type { FrozenMessage, Ledger, MessageRecord, MessageState } from './model.ts';
import { freeze, frozenBytes, keepSnapshot, messageFile, openOutbox } from './outbox.ts';
import type { Plan } from './plan.ts';
import { refusal } from './refusal.ts';
import { type Again, type OpenMessage, review } from './review.ts';

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
  /** Leaves out what the ledger blocks, instead of refusing. */
  readonly skipBlocked?: boolean;
  readonly again?: Again;
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
 * @throws UserError `already-sent`, `same-person`, `render-failed`, `wrong-letter`, `interrupted`, `nothing-to-repeat`,
 * `not-settled`
 */
export async function approve(options: ApproveOptions): Promise<Approved> {
  const { edition, plan, selection, ledger, folder, by, at } = options;
  const reviewed = review(
    edition,
    readyMessages(plan.messages),
    await ledger.messages(),
    options.again,
  );
  const wrong = [...reviewed.errors, ...(options.skipBlocked ? [] : reviewed.blocked.values())];
  if (wrong.length > 0) throw new UserError(wrong);
  const left = [...reviewed.left.values()];
  const open = [...reviewed.open.values()];
  openOutbox(folder);
  const messages = await freezeAll(open, options);
  if (messages.length === 0) return { messages, left: left.map(shortRecord) };
  const basis = snapshotOf(edition, plan, selection);
  const digest = snapshotDigest(basis);
  const hash = batchHash(messages, digest);
  keepSnapshot(folder, hash, basis);
  const approval = { hash, by, at, edition: digest };
  const again = Object.fromEntries(
    open.flatMap((message) => (message.again ? [[message.id, message.again]] : [])),
  );
  const result = await ledger.recordApproval({ ...approval, messages, again });
  return { hash, messages, left: [...left.map(shortRecord), ...result.left] };
}

function shortRecord({ id, state }: MessageRecord): Approved['left'][number] {
  return { id, state };
}

/**
 * Over id, address, envelope and digest of each message, in the order of their ids, and over what the approval was given for:
 * another selection, or a change in what is left out, is another approval.
 */
export function batchHash(messages: readonly FrozenMessage[], basis: string): string {
  const lines = messages.map(({ key, address, envelope, digest }) => {
    const { letter, recipient, language, role } = key;
    const { from, to } = envelope;
    return JSON.stringify([letter, recipient, language, role, address, from, to, digest]);
  });
  return sha256([...lines.sort(), basis].join('\n'));
}

async function freezeAll(
  messages: readonly OpenMessage[],
  options: ApproveOptions,
): Promise<FrozenMessage[]> {
  const byLetter = new Map<Letter, OpenMessage[]>();
  for (const message of messages) {
    const { letter } = message;
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), message]);
  }
  const frozen: FrozenMessage[] = [];
  for await (const outcome of renderLetters([...byLetter.keys()], { signal: options.signal })) {
    const group = byLetter.get(outcome.letter) ?? [];
    if ('error' in outcome) throw renderFailed(group, outcome.error);
    for (const message of group) {
      frozen.push(freezeMessage(message, outcome.pdf, options));
    }
    options.onProgress?.(frozen.length, messages.length);
  }
  if (frozen.length < messages.length) throw interrupted();
  return frozen;
}

function freezeMessage(
  message: OpenMessage,
  pdf: Uint8Array,
  options: ApproveOptions,
): FrozenMessage {
  const { edition, folder } = options;
  const wrong = wrongLetter(pdf, edition.id, message);
  if (wrong)
    throw refusal('wrong-letter', `${message.id} is not the letter that it should be: ${wrong}`);
  const content = messageContent(edition, message);
  const built = build({ ...content, pdf }, message.earlier, options);
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
    person: message.name,
    addressee: message.addressee,
    ...(message.beside.length > 0 && { beside: message.beside }),
    ...(message.formerly.length > 0 && { formerly: message.formerly }),
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

function renderFailed(group: readonly OpenMessage[], error: Error): Error {
  if (isSystemError(error)) return error;
  const who = group.map(({ id }) => id).join(', ');
  const hint = 'this is a fault of wsis-letters: please report it; nothing was approved';
  return refusal('render-failed', `cannot render the letter of ${who}: ${error.message}`, hint);
}

function interrupted(): UserError {
  return refusal('interrupted', 'interrupted: nothing was approved');
}
