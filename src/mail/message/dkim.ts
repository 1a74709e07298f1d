/** Signs a message (DKIM, RFC 6376; Ed25519 by RFC 8463). It is part of the frozen bytes, so a relay need not sign. */
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly key: KeyObject;
}

/**
 * Fields that are signed where the message has them. The first four count once more than they occur,
 * so that another one added on the way breaks the signature (RFC 6376, 8.15).
 */
const SIGNED = [
  'from',
  'to',
  'subject',
  'date',
  'reply-to',
  'message-id',
  'mime-version',
  'content-type',
  'content-language',
  'x-wsis-letter-id',
];
const OVERSIGNED = SIGNED.slice(0, 4);

/**
 * A private key in PEM: RSA of 1024 bits at least, or Ed25519.
 * @throws Error in words for the user
 */
export function dkimKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new Error('the DKIM key is not a private key in PEM without a passphrase');
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType === 'ed25519') return key;
  if (key.asymmetricKeyType === 'rsa' && bits >= 1024) return key;
  throw new Error('the DKIM key must be RSA of 1024 bits or more, or Ed25519');
}

/** The field that signs a message, with its line end. `at` is the time that it states. */
export function dkimField(message: string, { domain, selector, key }: DkimKey, at: Date): string {
  const end = message.indexOf('\r\n\r\n');
  const fields = message.slice(0, end).split(/\r\n(?![ \t])/);
  const names = fields.map(nameOf);
  const present = SIGNED.filter((name) => names.includes(name));
  const signed = present.flatMap((name) => (OVERSIGNED.includes(name) ? [name, name] : [name]));
  const algorithm = key.asymmetricKeyType === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256';
  const tags = [
    `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    `t=${Math.floor(at.getTime() / 1000)};`,
    ...wrapped(`h=${signed.join(':')};`),
    `bh=${sha256(relaxedBody(message.slice(end + 4))).toString('base64')};`,
    'b=',
  ];
  const unsigned = `DKIM-Signature: ${tags.join('\r\n ')}`;
  const text = [...present.map((name) => fields[names.lastIndexOf(name)] ?? ''), unsigned]
    .map(relaxedField)
    .join('\r\n');
  const signature = signText(text, key).toString('base64');
  return `${unsigned}${(signature.match(/.{1,70}/g) ?? []).join('\r\n ')}\r\n`;
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).trim().toLowerCase();
}

/** RFC 8463, 3: Ed25519 signs the digest. */
function signText(text: string, key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sign(null, sha256(text), key);
  return sign('sha256', Buffer.from(text), key);
}

/** RFC 6376, 3.4.2. */
function relaxedField(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** RFC 6376, 3.4.4. */
function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');
  const text = lines.replace(/(?:\r\n)*$/, '');
  return text === '' ? '' : `${text}\r\n`;
}

/** At colons, so that no line is long. */
function wrapped(list: string): string[] {
  return list.match(/.{1,60}(?::|;$)/g) ?? [list];
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
