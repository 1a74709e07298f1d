/** The folder `.wsis` of an edition: frozen messages, and what approvals were given for. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Basis, basisDigest } from './changes.ts';
import type { Approval, MessageKey } from './model.ts';

const OUTBOX = 'outbox';
const APPROVALS = 'approvals';
/** Characters: names of files have 255 bytes at the most. */
const LONGEST_ROLE = 40;

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

/** Writes a message where only the user can read it; on the disk when it returns. */
export function freeze(folder: string, file: string, bytes: Uint8Array): void {
  write(folder, OUTBOX, file, bytes);
}

/** The bytes of a frozen message, undefined if it is gone. */
export function frozenBytes(folder: string, file: string): Buffer | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Keeps what an approval was given for. */
export function keepBasis(folder: string, hash: string, basis: Basis): void {
  write(folder, APPROVALS, join(APPROVALS, `${hash}.json`), `${JSON.stringify(basis, null, 1)}\n`);
}

/** What an approval was given for; undefined if that is gone or not what the ledger vouches for. */
export function readBasis(folder: string, { hash, edition }: Approval): Basis | undefined {
  try {
    const basis: Basis = JSON.parse(readFileSync(join(folder, APPROVALS, `${hash}.json`), 'utf8'));
    return basisDigest(basis) === edition ? basis : undefined;
  } catch {
    return undefined;
  }
}

function write(folder: string, part: string, file: string, content: Uint8Array | string): void {
  mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  const temporary = `${path}.tmp`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
}
