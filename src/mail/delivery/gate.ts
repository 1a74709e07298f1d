/**
 * Holds SMTP's final dot back until the ledger has it in writing that the dot is about to be sent. A server that
 * does not see the dot drops the message (RFC 5321, 4.1.1.4), so a crash before the gate loses nothing
 * and sends nothing; only a crash between the dot and the server's answer leaves a doubt.
 */
import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** The bytes that came along are not those that were approved; the dot was not sent. */
export class MismatchError extends Error {
  override readonly name = 'MismatchError';
}

export interface GateKeeper {
  /** SHA-256 of the approved bytes, hexadecimal. */
  readonly digest: string;
  /** Makes the intention durable; if it rejects, the dot is not sent. */
  open(): Promise<void>;
}

/** Must be the last in the chain of streams: what stands behind it and reads ahead would open it too soon. */
export class Gate extends Transform {
  readonly #hash = createHash('sha256');
  readonly #keeper: GateKeeper;

  constructor(keeper: GateKeeper) {
    // With one byte allowed in wait, the end comes into sight only when SMTP's DATA has taken all before it.
    super({ readableHighWaterMark: 1 });
    this.#keeper = keeper;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.#hash.digest('hex') !== this.#keeper.digest) {
      done(new MismatchError('the bytes sent are not the bytes approved'));
      return;
    }
    this.#keeper.open().then(
      () => done(),
      (error: Error) => done(error),
    );
  }
}
