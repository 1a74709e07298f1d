/** A letter and its covering text → the bytes of one message (RFC 5322). The same input gives the same bytes. */
import { createHash } from 'node:crypto';
import type { Direction, Language } from '../../model.ts';
import { type DkimKey, dkimField } from './dkim.ts';
import { mailboxField, parameterField, textField } from './header.ts';
import { entityText, fileEntity, multipart, textEntity } from './mime.ts';

export interface MessageInput {
  /** Says which letter this is, for ever: `edition/letter/recipient/language/role`. */
  readonly letterId: string;
  readonly from: { readonly address: string; readonly name?: string };
  readonly replyTo?: { readonly address: string; readonly name?: string };
  readonly to: { readonly address: string; readonly name?: string };
  readonly date: Date;
  readonly language: Language;
  readonly direction: Direction;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly pdf: Uint8Array;
  /** Name of the attachment, and one in ASCII for programs that cannot read the first. */
  readonly fileName: string;
  readonly asciiFileName: string;
  readonly dkim?: DkimKey;
}

export interface BuiltMessage {
  readonly bytes: Buffer;
  /** With angle brackets. */
  readonly messageId: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  readonly pdfDigest: string;
}

/** Addresses must be fit for an envelope: they are not checked again. */
export function buildMessage(input: MessageInput): BuiltMessage {
  const pdfDigest = sha256(input.pdf);
  const name = sha256(JSON.stringify({ ...input, dkim: null, pdf: pdfDigest })).slice(0, 40);
  const messageId = `<${name}@${input.from.address.split('@').at(-1)}>`;
  const body = multipart('mixed', boundary(name, 'm'), [
    multipart('alternative', boundary(name, 'a'), [
      textEntity('text/plain', input.text),
      textEntity('text/html', input.html),
    ]),
    attachment(input),
  ]);
  const headers = [...messageHeaders(input, messageId), 'MIME-Version: 1.0', ...body.headers];
  const message = `${entityText({ headers, body: body.body })}\r\n`;
  const signature = input.dkim ? dkimField(message, input.dkim, input.date) : '';
  const bytes = Buffer.from(signature + message);
  return { bytes, messageId, digest: sha256(bytes), pdfDigest };
}

function messageHeaders(input: MessageInput, messageId: string): string[] {
  const { from, replyTo, to, date, subject, language, letterId } = input;
  return [
    `Date: ${mailDate(date)}`,
    mailboxField('From', from.address, from.name),
    ...(replyTo ? [mailboxField('Reply-To', replyTo.address, replyTo.name)] : []),
    mailboxField('To', to.address, to.name),
    textField('Subject', subject),
    `Message-ID: ${messageId}`,
    `Content-Language: ${language}`,
    textField('X-Wsis-Letter-ID', letterId),
  ];
}

function attachment({ pdf, fileName, asciiFileName }: MessageInput) {
  return fileEntity(
    [
      parameterField('Content-Type: application/pdf', 'name', asciiFileName),
      parameterField('Content-Disposition: attachment', 'filename', fileName),
    ],
    pdf,
  );
}

/** `=_` occurs neither in base64 nor in quoted-printable (RFC 2045, 6.7). */
function boundary(name: string, level: string): string {
  return `=_${name}_${level}`;
}

/** RFC 5322, 3.3, in UTC. */
function mailDate(date: Date): string {
  return date.toUTCString().replace(/GMT$/, '+0000');
}

/** In hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
