/** The folder `.wsis` of an edition: frozen messages, and what approvals were given for. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers, syncFolder, writeWhole } from '../whole-file.ts';
import { type ApprovalSnapshot, snapshotDigest } from './changes.ts';
import type { Approval, MessageKey } from './model.ts';

const OUTBOX = 'outbox';
const APPROVALS = 'approvals';
/** Characters: names of files have 255 bytes at the most. */
const LONGEST_ROLE = 40;

/** Makes the folders, where only the user can read them, and clears them of what a killed run has left half written. */
export function openOutbox(folder: string): void {
  for (const path of [join(folder, OUTBOX), join(folder, APPROVALS)]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    clearLeftovers(path);
  }
}

/**
 * `outbox/<letter>.<recipient>.<language>.<role>.<digest>.eml`: another text is another file, so nothing is overwritten. Of an
 * address in the role stands what every system takes in the name of a file.
 */
export function messageFile(
  { letter, recipient, language, role }: MessageKey,
  digest: string,
): string {
  const plain = role.replace(/[^\p{L}\p{N}@._+-]+/gu, '-').slice(0, LONGEST_ROLE);
  return `${OUTBOX}/${[letter, recipient, language, plain, digest.slice(0, 12)].join('.')}.eml`;
}

/** Writes a message where only the user can read it. */
export function freeze(folder: string, file: string, bytes: Uint8Array): void {
  writeWhole(join(folder, file), bytes, 0o600);
}

/** The bytes of a frozen message, undefined if it is gone. */
export function frozenBytes(folder: string, file: string): Buffer | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Keeps what an approval was given for. On the disk when it returns, and so are the messages frozen before. */
export function keepSnapshot(folder: string, hash: string, basis: ApprovalSnapshot): void {
  const path = join(folder, APPROVALS, `${hash}.json`);
  writeWhole(path, `${JSON.stringify(basis, null, 1)}\n`, 0o600);
  for (const part of [OUTBOX, APPROVALS]) syncFolder(join(folder, part));
}

/** What an approval was given for; undefined if that is gone or not what the ledger vouches for. */
export function readSnapshot(
  folder: string,
  { hash, edition }: Approval,
): ApprovalSnapshot | undefined {
  try {
    const basis: ApprovalSnapshot = JSON.parse(
      readFileSync(join(folder, APPROVALS, `${hash}.json`), 'utf8'),
    );
    return snapshotDigest(basis) === edition ? basis : undefined;
  } catch {
    return undefined;
  }
}
