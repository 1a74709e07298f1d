/** Which replies are due, and which of them fit: a server answers what it was asked, in that order, and nothing else. */
import { ProtocolError, quote, type Reply } from './replies.ts';

/** What says that a command was done (RFC 5321, 4.3.2; STARTTLS: RFC 3207, 4; AUTH: RFC 4954, 4 and 6). */
const SUCCESS = {
  greeting: [220],
  EHLO: [250],
  HELO: [250],
  STARTTLS: [220],
  AUTH: [235, 334],
  MAIL: [250],
  RCPT: [250, 251],
  DATA: [354],
  message: [250],
  RSET: [250],
  QUIT: [221],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** A command; or the connection itself, or a message with its final dot, which are answered too. */
export type Asked = keyof typeof SUCCESS;

const CLOSING = 421;

/** One session, from its greeting on. */
export class Dialogue {
  readonly #due: Asked[] = ['greeting'];
  #challenged = false;

  /** What the next reply answers; undefined if none is due. */
  get next(): Asked | undefined {
    return this.#due[0];
  }

  /** A command went out, or the answer to a challenge of AUTH. */
  sent(command: string): void {
    this.#due.push(this.#challenged ? 'AUTH' : askedBy(command));
    this.#challenged = false;
  }

  /** The final dot went out. */
  sentMessage(): void {
    this.#due.push('message');
  }

  /** A server may shut down, and say so, at any time (RFC 5321, 3.8). */
  isGoodbye({ code }: Reply): boolean {
    return code === CLOSING && this.#due.length === 0;
  }

  /** Gives what the reply answers. @throws ProtocolError if it is not due or does not fit */
  heard(reply: Reply): Asked {
    const asked = this.#due.shift();
    if (asked === undefined) throw outOfTurn(reply.lines);
    const fits = (SUCCESS[asked] as readonly number[]).includes(reply.code);
    if (!fits && reply.code < 400) {
      throw new ProtocolError(
        `the server's reply to ${asked} breaks the rules of SMTP: ${quote(reply.lines)}`,
      );
    }
    this.#challenged = asked === 'AUTH' && reply.code === 334;
    return asked;
  }
}

function askedBy(command: string): Asked {
  const [verb = ''] = command.split(' ');
  if (verb in SUCCESS) return verb as Asked;
  throw new Error(`nobody knows what answers ${verb}`);
}

/** What nothing asked for. */
export function outOfTurn(lines: readonly string[]): ProtocolError {
  return new ProtocolError(`the server spoke out of turn: ${quote(lines)}`);
}
