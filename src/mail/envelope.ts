/** Addresses as SMTP gets them. */
import { domainToUnicode } from 'node:url';
import { parseMailbox } from '../data/schema/mailbox.ts';

/**
 * The address as SMTP gets it. The domain is in ASCII, except where the local part needs SMTPUTF8 anyway:
 * there it keeps its own letters (RFC 6531, 3.2).
 */
export function envelopeAddress(address: string): string {
  const inEnvelope = plainAddress(address);
  if (inEnvelope === undefined) throw new Error(`${address} was to have been checked before`);
  return inEnvelope;
}

/** Whether SMTP gets the address just as it is, and every server reads it as that one mailbox. */
export function isEnvelopeAddress(address: string): boolean {
  return plainAddress(address) === address;
}

function plainAddress(address: string): string | undefined {
  const mailbox = parseMailbox(address);
  if ('problem' in mailbox) return undefined;
  const { local, domain } = mailbox;
  return /\P{ASCII}/u.test(local) ? `${local}@${domainToUnicode(domain)}` : `${local}@${domain}`;
}
