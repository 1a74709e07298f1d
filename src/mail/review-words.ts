/** How the review of a plan tells what it has found. */
import { mailboxName } from '../data/schema/mailbox.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { plural } from '../words.ts';
import type { ReadyMessage } from './content.ts';
import { hasHad } from './ledger/repeats.ts';
import type { MessageRecord } from './model.ts';

/** A diagnostic that has yet to be placed. */
export type Words = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

function sayAgain(id: string): string {
  return `--again ${id} --reason "…"`;
}

export function alreadySent({ id, name, mailbox }: ReadyMessage, had: MessageRecord): Words {
  const isThere = mailboxName(mailbox.address) === had.mailbox;
  return {
    code: 'already-sent',
    message: hasHad(isThere ? mailbox.address : `"${name}", at ${had.address},`, had),
    hint: `to send it there once more: ${sayAgain(id)}; to leave it out: --skip-blocked`,
  };
}

export function otherName(message: ReadyMessage, { id, person, state }: MessageRecord): Words {
  return {
    code: 'other-name',
    message: `${id} was for "${person}" (${state}); the list now has "${message.name}" at the same address, where nothing more is sent`,
    hint: `if this is somebody else: ${sayAgain(message.id)}`,
  };
}

export function otherAddress(message: ReadyMessage, { id, address, state }: MessageRecord): Words {
  return {
    code: 'other-address',
    message: `${id} went to ${address} (${state}); the list now has ${message.mailbox.address}, where nothing is sent`,
    hint: `if it is to go there as well: ${sayAgain(message.id)}`,
  };
}

/** @param fresh the message that the new recipient gets */
export function otherPerson(fresh: ReadyMessage, before: MessageRecord): Words {
  const { id, person, address, state } = before;
  const whom = person === undefined ? address : `"${person}" at ${address}`;
  return {
    code: 'other-person',
    message: `${id} was for ${whom} (${state}); the list now has "${fresh.name}" at ${fresh.mailbox.address}, for whom ${fresh.id} is a message of its own`,
  };
}

/** @param fresh the message to an address in place of one from which a letter came back */
export function newAddress(fresh: ReadyMessage, { id, address, state }: MessageRecord): Words {
  return {
    code: 'new-address',
    message: `${id} to ${address} is ${state}; ${fresh.id} goes to ${fresh.mailbox.address}`,
  };
}

export function stillHeld({ id, reply = '' }: MessageRecord): Words {
  return {
    code: 'still-held',
    message: `${id} is ${reply}`,
    hint: `to let it go: wsis-letters mail resolve ${id} --resend --reason "…", then approve again`,
  };
}

export function repeatedCopy({ mailbox }: ReadyMessage): Words {
  return { code: 'repeated-copy', message: `${mailbox.address} gets this letter already` };
}

/** @param change a letter, one that the edition has no more, and how many mailboxes have had that */
export function replacedLetter({
  letter,
  former,
  count,
}: {
  readonly letter: string;
  readonly former: string;
  readonly count: number;
}): Words {
  return {
    code: 'letter-replaced',
    message: `"${letter}" goes to ${plural(count, 'mailbox', 'mailboxes')} that had "${former}", which the edition no longer has`,
    hint: `if it is the same letter, call it "${former}" again: nobody gets it twice then`,
  };
}

export function samePerson(message: ReadyMessage, twin: ReadyMessage): Words {
  const [id, other] = [message, twin].map(({ recipient }) => recipient.id.value);
  return {
    code: 'same-person',
    message: `"${id}" and "${other}" are one person at one address, ${message.mailbox.address}`,
    hint: `remove one of the rows; if they are two people: ${sayAgain(message.id)}`,
  };
}

export function notSettled({ id, state }: MessageRecord): Words {
  return {
    code: 'not-settled',
    message: `${id} is ${state}: whether it has arrived is not known`,
    hint: `settle it first: wsis-letters mail resolve ${id}`,
  };
}

export function nothingToRepeat(id: string): Words {
  const message = `"${id}" is no message of this plan that was sent, or is blocked, so there is nothing to repeat`;
  return { code: 'nothing-to-repeat', message };
}
