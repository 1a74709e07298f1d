/** Ledgers that could make the tool send a letter twice: what is wrong, and the ways on. */
import type { UserError } from '../../diagnostic.ts';
import { refusal } from '../refusal.ts';

/** There is nothing to look at. */
export function noLedger(): UserError {
  return refusal(
    'no-ledger',
    'this edition has no ledger yet',
    'it is made by the first approval: wsis-letters mail approve',
  );
}

/** @param where it was used last, in words; undefined in ledgers of earlier versions */
export function unknownLedger(where: string | undefined): UserError {
  return refusal(
    'ledger-unknown',
    `this ledger was begun by another user or on another machine${where ? `: it was last used ${where}` : ''}`,
    'if it is the newest copy and nobody sends from another one, take it over with --adopt',
  );
}

/** Another copy of the same ledger is where it was. */
export function copied(place: string): UserError {
  return refusal(
    'ledger-copied',
    `this is a copy of the ledger at ${place}; sent from both, letters would arrive twice`,
    'send from there; or go on here, and no more there, with --adopt; or, for another event, give the edition an id of its own and approve with --new-ledger',
  );
}

/** Another copy has been taken for the ledger while this one was open. */
export function movedAway(place: string | undefined): UserError {
  return refusal(
    'ledger-moved',
    place ? `this ledger goes on at ${place}, and no more here` : 'the mark of this ledger is gone',
    'send from there; or take it back with --adopt',
  );
}

/** @param place where it was seen last: here, or elsewhere with the same edition */
export function missingLedger(place: string): UserError {
  return refusal(
    'ledger-missing',
    `this edition had a ledger at ${place}, and it is not here; without it letters could be sent again`,
    'bring it here, or the newest of its copies; or go on without it by --adopt: what went out from this machine is unknown then, until you settle it; for another event, give the edition an id of its own',
  );
}

/** @param sequence of the event that the ledger lacks */
export function restored(sequence: number): UserError {
  return refusal(
    'ledger-restored',
    `this ledger is an old copy, or was changed by hand: event ${sequence}, which this user has seen, is not in it`,
    'bring back the newest copy; with --adopt every letter that may have been sent becomes unknown, for you to settle one by one',
  );
}

/** Locks and what is written through cannot be relied on there. */
export function onNetworkShare(type: string): UserError {
  return refusal(
    'network-share',
    `the ledger would lie on a network share (${type}), where locks cannot be trusted`,
    'keep the edition on a disk of this machine, or use a PostgreSQL ledger',
  );
}

/** A symbolic link in the place of a file. */
export function linked(file: string): UserError {
  return refusal(
    'ledger-linked',
    `${file} is a link; the ledger must be in the folder itself`,
    'remove the link, and put the file that it leads to in its place',
  );
}

/** @param original where the ledger is that this one is a copy of, if it is one */
export function otherEdition(ledger: string, edition: string, original?: string): UserError {
  const message = `the ledger is that of "${ledger}", and this edition is "${edition}"`;
  const anew = 'for a new event, set it aside and begin anew: approve with --new-ledger';
  return original === undefined
    ? refusal(
        'ledger-of-another-edition',
        message,
        `${anew}; if the edition only has a new id, keep it: --adopt`,
      )
    : refusal(
        'ledger-of-another-edition',
        `${message}; it is a copy of the one at ${original}`,
        `${anew}; for the same event, send from there`,
      );
}

/** Beginning anew would forget who has had the letters. */
export function ledgerInUse(): UserError {
  return refusal(
    'ledger-in-use',
    'there is, or was, a ledger of this very edition; without it letters would be sent again',
    'only another event begins a new ledger: give the edition an id of its own; where the ledger is lost, go on with --adopt',
  );
}

/** @param what the database says, or what does not fit */
export function damaged(what: string): UserError {
  return refusal(
    'ledger-damaged',
    `the ledger is damaged: ${what.replace(/\s+/g, ' ').trim()}`,
    'nothing is sent meanwhile; .wsis/copies has it as it was before each of the last runs: see "A damaged ledger" in the README',
  );
}

export function wrongVersion(version: string, own: string): UserError {
  return refusal(
    'ledger-version',
    `the ledger has version ${version} and this tool reads version ${own}`,
    'use the version of wsis-letters that made it',
  );
}
