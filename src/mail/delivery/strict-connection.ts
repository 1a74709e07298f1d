/**
 * nodemailer's SMTP connection, held to the grammar and the order of replies (RFC 5321, 4.2 and 4.3). nodemailer takes the first
 * digit of a reply's last line for the reply, whenever it comes, so a refusal can pass for an acceptance.
 */
import type { Transform } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { Dialogue, outOfTurn } from './dialogue.ts';
import { ProtocolError, quote, type Reply, ReplyReader } from './replies.ts';

/** Inner parts of the pinned version, which its types leave out. A test looks whether they are still there and used. */
declare class InnerConnection extends SMTPConnection {
  /** Handlers of replies to come. */
  protected _responseActions: ((reply: string) => void)[];
  protected _sendCommand(command: string, shown?: string): void;
  protected _onData(chunk: Buffer): void;
  protected _onClose(): void;
  protected _onError(error: Error, code: string, response: false, command: string): void;
  protected _createSendStream(done: unknown): Transform;
}

const Inner = SMTPConnection as unknown as typeof InnerConnection;

/** nodemailer gets to see whole replies only, and only those that are due and fit. Anything else ends the connection at once. */
export class StrictConnection extends Inner {
  readonly #reader = new ReplyReader();
  readonly #dialogue = new Dialogue();

  constructor(options: SMTPConnectionOptions) {
    // A connection that is given up must not send what waits in its buffer: the dot may be in there.
    super({ ...options, socketCloseTimeout: 0 });
    // Every failure ends a step as well; one of an idle connection is nobody's.
    this.on('error', () => {});
  }

  /** Whether commands can still be sent. */
  get isOpen(): boolean {
    return !this.destroyed && !!this._socket && this._socket.writable;
  }

  protected override _sendCommand(command: string, shown?: string): void {
    if (command === '.') {
      this.#dropEmptyMessage();
    } else {
      this.#dialogue.sent(command);
      super._sendCommand(command, shown);
    }
  }

  /**
   * Where a server refuses the recipient and takes DATA all the same, nodemailer would end an empty message
   * (RFC 2920, 3.1). No dot goes out but through the gate: the connection ends instead, with the refusal.
   */
  #dropEmptyMessage(): void {
    const [refuse] = this._responseActions;
    this.close();
    refuse?.('');
  }

  /** Its end is the final dot, which the gate has let through. */
  protected override _createSendStream(done: unknown): Transform {
    return super._createSendStream(done).once('end', () => this.#dialogue.sentMessage());
  }

  protected override _onData(chunk: Buffer): void {
    // TLS reports what was written as written in the next turn of the event loop.
    if (this.#holdsDot()) setImmediate(() => this.#read(chunk));
    else this.#read(chunk);
  }

  /** The dot is still in this process, so no reply can be about it. */
  #holdsDot(): boolean {
    return this.#dialogue.next === 'message' && !!this._socket && this._socket.writableLength > 0;
  }

  #read(chunk: Buffer): void {
    if (this.destroyed) return;
    const said = chunk.toString('latin1');
    try {
      if (this.#holdsDot()) throw outOfTurn([said.trimEnd()]);
      const { lines, goodbye } = this.#check(said);
      if (lines.length > 0) super._onData(Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
      if (goodbye) this.#fail(new Error(`the server has shut down: ${quote(goodbye.lines)}`));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#fail(error);
    }
  }

  #fail(error: Error): void {
    this._onError(
      error,
      error instanceof ProtocolError ? 'EPROTOCOL' : 'ECONNECTION',
      false,
      'CONN',
    );
  }

  /** Whole replies out of a chunk, all of them in order or none. */
  #check(chunk: string): { lines: string[]; goodbye?: Reply } {
    const lines: string[] = [];
    for (const reply of this.#reader.read(chunk)) {
      if (this.#dialogue.isGoodbye(reply)) return { lines, goodbye: reply };
      const asked = this.#dialogue.heard(reply);
      lines.push(...reply.lines);
      if (asked === 'STARTTLS' && reply.code < 400) {
        // What else came in clear may be anybody's (RFC 3207, 6; CVE-2011-0411).
        this.#reader.clear();
        return { lines };
      }
    }
    const { pending } = this.#reader;
    if (pending.length > 0 && !this.#dialogue.next) throw outOfTurn(pending);
    return { lines };
  }

  /** Half a reply is none, however it begins. */
  protected override _onClose(): void {
    const { pending } = this.#reader;
    if (pending.length === 0) super._onClose();
    else this.#fail(new Error(`the connection ended in the middle of a reply: ${quote(pending)}`));
  }
}
