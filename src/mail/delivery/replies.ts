/** Reads a server's replies by the grammar of RFC 5321, 4.2, and nothing that only looks like one. */

/** What a server says to one command, on one line or several. */
export interface Reply {
  readonly code: number;
  /** Byte for byte: each character is one byte. Without the ends of lines. */
  readonly lines: readonly string[];
}

/** Whatever else the server meant by it, it is no answer. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** RFC 5321, 4.5.3.1.5, allows 512 octets a line; this is for a whole reply, and generous. */
const LONGEST = 16_384;
/**
 * `Reply-code` of RFC 5321, 4.2; a code alone is allowed by the same grammar. Text beyond ASCII is common (RFC 6531, 3.7.4.2);
 * control characters are not text: what comes after a bare CR or a NUL, two programs would read differently.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const LINE = /^([2-5][0-5][0-9])(?:([ -])[^\x00-\x08\x0a-\x1f\x7f]*)?$/;

/** Puts replies together from the pieces that come from the network. */
export class ReplyReader {
  #lines: string[] = [];
  #rest = '';
  #size = 0;

  /** What has come of a reply that is not complete. */
  get pending(): readonly string[] {
    return this.#rest === '' ? this.#lines : [...this.#lines, this.#rest];
  }

  /** Forgets what has come of a reply. */
  clear(): void {
    this.#lines = [];
    this.#rest = '';
    this.#size = 0;
  }

  /**
   * Whole replies, in order; stop asking, and the rest of the piece is not read.
   * @param piece each character is one byte
   * @throws ProtocolError
   */
  *read(piece: string): Generator<Reply> {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = this.#add(line.replace(/\r$/, ''));
      if (reply) yield reply;
    }
    if (this.#size + this.#rest.length > LONGEST) throw broken(this.pending);
  }

  /** Gives the reply that the line completes. */
  #add(line: string): Reply | undefined {
    this.#lines.push(line);
    this.#size += line.length;
    const [, code, separator] = LINE.exec(line) ?? [];
    const isSame = code !== undefined && this.#lines[0]?.startsWith(code);
    if (!isSame || this.#size > LONGEST) throw broken(this.#lines);
    if (separator === '-') return undefined;
    const reply = { code: Number(code), lines: this.#lines };
    this.#lines = [];
    this.#size = 0;
    return reply;
  }
}

function broken(lines: readonly string[]): ProtocolError {
  return new ProtocolError(`the server's reply breaks the rules of SMTP: ${quote(lines)}`);
}

/** What a server said, in words: the end of it, where the trouble is. */
export function quote(lines: readonly string[]): string {
  return lines
    .slice(-2)
    .map((line) => `"${readable(line)}"`)
    .join(', then ');
}

const LONGEST_QUOTE = 200;

/** As UTF-8 if it is; servers use other encodings, too. */
function readable(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return (text.includes('\ufffd') ? bytes : text).slice(0, LONGEST_QUOTE);
}
