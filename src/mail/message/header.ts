/**
 * Fields of a message's header: folded (RFC 5322, 2.2.3), and encoded where they are not ASCII (RFC 2047).
 *
 * Not nodemailer's (see mime.ts): it writes `=?UTF-8?B?` for `=?utf-8?B?`, ends encoded words at 52 characters where
 * ours fill the line, encodes line ends in a name where ours are blanks, and divides file names (RFC 2231) into shorter
 * parts.
 */

/** RFC 2047, 2: a line with an encoded word holds at most 76 characters. */
const LINE = 76;
/** `=?utf-8?B?` and `?=`; the word itself holds at most 75 characters. */
const FRAME = 12;
/** What no line may exceed, its end not counted (RFC 5322, 2.1.1); a little less leaves room for the fold. */
const LONGEST_WORD = 900;

/** A header field of free text, such as Subject, without its line end. */
export function textField(name: string, value: string): string {
  const text = value.replace(/\s+/g, ' ').trim();
  if (!needsEncoding(text)) return fold(`${name}: ${text}`);
  return `${name}: ${encodedWords(text, LINE - name.length - 2)}`;
}

/** A field of one mailbox: `Name <address>`; the address must be fit for an envelope. */
export function mailboxField(field: string, address: string, name: string | undefined): string {
  const text = name?.replace(/\s+/g, ' ').trim();
  if (!text) return `${field}: ${address}`;
  const phrase = needsEncoding(text) ? encodedWords(text, LINE - field.length - 2) : quoted(text);
  const last = phrase.slice(phrase.lastIndexOf('\n') + 1).length;
  const before = phrase.includes('\n') ? last : last + field.length + 2;
  const gap = before + address.length + 3 > LINE ? '\r\n ' : ' ';
  return `${field}: ${phrase}${gap}<${address}>`;
}

/**
 * A field with a parameter for a file's name: ASCII in quotes, else by RFC 2231, in numbered parts
 * where it does not fit a line.
 */
export function parameterField(field: string, parameter: string, value: string): string {
  if (!needsEncoding(value)) return `${field};\r\n ${parameter}=${quotedString(value)}`;
  const parts = percentParts(value, LINE - parameter.length - 8);
  const single = parts.length === 1;
  const lines = parts.map((part, index) => {
    const start = index === 0 ? "utf-8''" : '';
    return ` ${parameter}*${single ? '' : `${index}*`}=${start}${part}`;
  });
  return `${field};\r\n${lines.join(';\r\n')}`;
}

/** Whether a text is anything but printable ASCII, or could be taken for an encoded word. */
function needsEncoding(text: string): boolean {
  const isLong = text.split(' ').some((word) => word.length > LONGEST_WORD);
  return /[^ -~]/.test(text) || text.includes('=?') || isLong;
}

/** @param room characters of the first line that are still free */
function encodedWords(text: string, room: number): string {
  const chunks: string[] = [];
  let chunk = '';
  for (const point of text) {
    const free = (chunks.length === 0 ? room : LINE - 1) - FRAME;
    const octets = Buffer.byteLength(chunk + point);
    if (Math.ceil(octets / 3) * 4 > free) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += point;
  }
  return [...chunks, chunk].map(encodedWord).join('\r\n ');
}

function encodedWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** A name in ASCII: as it is, or in quotes where it holds more than letters, digits and blanks. */
function quoted(text: string): string {
  return /^[A-Za-z0-9 ]+$/.test(text) ? text : quotedString(text);
}

function quotedString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Breaks lines at blanks; a line holds one word at least. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > LINE) {
      lines.push(current);
      current = '';
    }
    current += current === '' && lines.length === 0 ? word : ` ${word}`;
  }
  return [...lines, current].join('\r\n');
}

/** `attr-char` of RFC 2231, 7, and %XX for all other octets; no character is divided. */
function percentParts(text: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const point of text) {
    const encoded = /[A-Za-z0-9._~-]/.test(point) ? point : percent(point);
    const free = parts.length === 0 ? room - "utf-8''".length : room;
    if (part.length + encoded.length > free) {
      parts.push(part);
      part = '';
    }
    part += encoded;
  }
  return [...parts, part];
}

function percent(point: string): string {
  return [...Buffer.from(point)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
