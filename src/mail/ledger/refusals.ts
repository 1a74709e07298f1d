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

export function missingLedger(place: string): UserError {
  return refusal(
    'ledger-missing',
    `there was a ledger at ${place}, and it is gone; without it letters could be sent again`,
    'bring it back, or the newest of its copies; or go on without it by --adopt: what went out from this machine is unknown then, until you settle it; for another event, begin anew: approve with --new-ledger',
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

/** A symbolic link in the place of a file. */
export function linked(file: string): UserError {
  return refusal(
    'ledger-linked',
    `${file} is a link; the ledger must be in the folder itself`,
    'remove the link, and put the file that it leads to in its place',
  );
}

export function otherEdition(ledger: string, edition: string): UserError {
  return refusal(
    'ledger-of-another-edition',
    `the ledger in this folder is that of "${ledger}", and this edition is "${edition}"`,
    'for a new event, set it aside and begin anew: approve with --new-ledger; if the edition only has a new id, keep it: --adopt',
  );
}

/** Beginning anew would forget who has had the letters. */
export function ledgerInUse(): UserError {
  return refusal(
    'ledger-in-use',
    'the ledger is that of this very edition; without it letters would be sent again',
    'only another event begins a new ledger: give the edition an id of its own',
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
