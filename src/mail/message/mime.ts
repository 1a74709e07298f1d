/**
 * Parts of a message, and how they are put together (RFC 2045, 2046). Lines end in CRLF.
 *
 * Not nodemailer's MailComposer (10.6): approval builds an earlier message again and keeps it, date and Message-ID
 * included, only if its bytes are the same; with MailComposer no message of the examples would be. Set as close to ours
 * as it can be (`baseBoundary`, `boundaryPrefix: '=_'`, `textEncoding: 'B'`, `newline: 'win'`, our order of fields and
 * each text in our encoding), it changes
 * - boundaries: `=_-…-Part_1` for `=_…_m`, and one more empty line after the end of multipart/alternative;
 * - quoted-printable: soft line breaks after a blank instead of at 76 characters, and tabs within a line for `=09`;
 * - the attachment: Content-Transfer-Encoding before Content-Disposition, `filename=a.pdf` for `filename="a.pdf"` on a
 *   line of its own, and as `name`, where ours is ASCII, the file name once more: an Arabic one as encoded words within
 *   quotes, which RFC 2047, 5 forbids;
 * - the fields of header.ts, as that says.
 */

/** A part: its header and its body, which ends without a line end. */
export interface Entity {
  readonly headers: readonly string[];
  readonly body: string;
}

/** RFC 2045, 6.7 and 6.8. */
const LINE = 76;

/** A text part in UTF-8: base64 where most octets would have to be escaped, as in Arabic; else quoted-printable. */
export function textEntity(type: string, text: string, headers: readonly string[] = []): Entity {
  // RFC 2045, 6.8: text has its line ends in canonical form before it is encoded.
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'));
  const escaped = bytes.filter((byte) => byte > 126).length;
  const base64 = escaped > bytes.length / 6;
  const encoding = base64 ? 'base64' : 'quoted-printable';
  return {
    headers: [
      `Content-Type: ${type}; charset=utf-8`,
      `Content-Transfer-Encoding: ${encoding}`,
      ...headers,
    ],
    body: base64 ? base64Lines(bytes) : quotedPrintable(text),
  };
}

/** A file, in base64. */
export function fileEntity(headers: readonly string[], content: Uint8Array): Entity {
  return {
    headers: [...headers, 'Content-Transfer-Encoding: base64'],
    body: base64Lines(Buffer.from(content)),
  };
}

/** Several parts; `boundary` must not occur in any of them. */
export function multipart(subtype: string, boundary: string, parts: readonly Entity[]): Entity {
  const lines = parts.map((part) => `--${boundary}\r\n${entityText(part)}\r\n`);
  return {
    headers: [`Content-Type: multipart/${subtype};\r\n boundary="${boundary}"`],
    body: `${lines.join('')}--${boundary}--`,
  };
}

/** Header, empty line, body. */
export function entityText({ headers, body }: Entity): string {
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

function base64Lines(bytes: Buffer): string {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
}

/** RFC 2045, 6.7, with a line end for each of the text's own. */
function quotedPrintable(text: string): string {
  return text.split('\n').map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const unit of quotedUnits(line)) {
    // One character is for the soft line break.
    if (current.length + unit.length > LINE - 1) {
      lines.push(`${current}=`);
      current = '';
    }
    current += unit;
  }
  return [...lines, current].join('\r\n');
}

/** A blank at the end of a line would be lost on the way (rule 3). */
function quotedUnits(line: string): string[] {
  return [...Buffer.from(line)].map((byte, index, bytes) => {
    const isPlain = byte > 32 && byte < 127 && byte !== 61;
    const isInnerBlank = byte === 32 && index < bytes.length - 1;
    if (isPlain || isInnerBlank) return String.fromCharCode(byte);
    return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
