/** Reports of mail systems on what became of a message (RFC 3464), as they come in somebody's mailbox. */
import { simpleParser } from 'mailparser';

export interface DeliveryNotice {
  /** ENVID of the message (RFC 3461, 4.4), if the report gives it. */
  readonly envelopeId?: string;
  /** Message-IDs in the returned message, with angle brackets. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly NoticeRecipient[];
}

export interface NoticeRecipient {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** E.g. 5.1.1. */
  readonly status: string;
  readonly diagnostic: string;
  /** Final and original recipient, in lower case. */
  readonly addresses: readonly string[];
}

type Fields = ReadonlyMap<string, string>;

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** What the returned message, or its header alone, comes as. */
const RETURNED = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i;
const STATUS = /^message\/(?:global-)?delivery-status$/i;

/** Undefined if the message is no delivery report. */
export async function readNotice(bytes: Buffer): Promise<DeliveryNotice | undefined> {
  const { attachments } = await simpleParser(bytes, { keepDeliveryStatus: true });
  const status = attachments.find(({ contentType }) => STATUS.test(contentType));
  if (!status) return undefined;
  const [message, ...recipients] = fieldGroups(status.content.toString('utf8'));
  const returned = attachments.filter(({ contentType }) => RETURNED.test(contentType));
  const texts = returned.map(({ content }) => content.toString('latin1'));
  const envelopeId = message?.get('original-envelope-id');
  return {
    ...(envelopeId && { envelopeId }),
    messageIds: texts.flatMap((text) => messageIdOf(text) ?? []),
    recipients: recipients.flatMap((fields) => recipientOf(fields) ?? []),
  };
}

/** Groups of fields, parted by empty lines. */
function fieldGroups(text: string): Fields[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((group) => group.trim() !== '')
    .map(fieldsOf);
}

function fieldsOf(group: string): Fields {
  const lines = group.trim().split(/\n(?![ \t])/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replace(/\s+/g, ' ')
        .trim();
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), value]];
    }),
  );
}

function messageIdOf(message: string): string | undefined {
  const header = message.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^message-id:\s*(<[^<>\s]+>)/im.exec(header)?.[1];
}

function recipientOf(fields: Fields): NoticeRecipient | undefined {
  const action = ACTIONS.find((name) => name === fields.get('action')?.toLowerCase());
  if (!action) return undefined;
  const addresses = ['final-recipient', 'original-recipient'].flatMap((name) => {
    const address = addressOf(fields.get(name));
    return address === undefined ? [] : [address];
  });
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '';
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '');
  return { action, status, diagnostic, addresses };
}

/** `rfc822; name@example.org`, or `utf-8; …` with letters as `\x{…}` (RFC 6533, 3). */
function addressOf(field: string | undefined): string | undefined {
  if (!field) return undefined;
  const text = afterType(field).replace(/\\x\{([0-9a-f]{2,6})\}/gi, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
  return text.replace(/^<|>$/g, '').toLowerCase() || undefined;
}

/** What follows the type. */
function afterType(field: string): string {
  return field.replace(/^[^;]*;\s*/, '').trim();
}
