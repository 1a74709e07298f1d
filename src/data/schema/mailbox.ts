/** What counts as an e-mail address: one plain mailbox, of which nobody can be in doubt. */
import { domainToASCII, domainToUnicode } from 'node:url';
import { isOneScript } from './scripts.ts';

export interface Mailbox {
  /** As it was written. */
  readonly address: string;
  readonly local: string;
  /** In ASCII and lower case: an international domain in its form `xn--…` (RFC 5890, A-labels). */
  readonly domain: string;
}

/** RFC 5321, 4.5.3.1 and 4.5.3.1.3, octets; RFC 1035, 2.3.4. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;
const LONGEST_LABEL = 63;

/**
 * `dot-atom` of RFC 5322 as RFC 6531 widens it, narrower in two ways: `%` and `!` stood for routes
 * over other hosts, and letters beyond ASCII must be letters, marks or digits.
 */
const ATOM = String.raw`[a-z0-9#$&'*+/=?^_{|}~\x60\p{L}\p{M}\p{N}-]+`;
const LOCAL = new RegExp(String.raw`^(?!['\p{M}])${ATOM}(?:\.${ATOM})*$`, 'iu');
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Nearly every address there is; what this takes, the rules below take too. They ask Unicode's
 * tables, which takes as long as reading all the rest of a row.
 */
const PLAIN =
  /^([a-z0-9]+(?:[._-][a-z0-9]+)*)@((?!xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.(?!xn--))+[a-z][a-z0-9-]*[a-z0-9])$/i;

/** Reads one address; returns in words what is wrong with it. */
export function parseMailbox(value: string): Mailbox | { readonly problem: string } {
  // So short, no part of it is too long.
  const [, name, host] = (value.length <= LONGEST_LABEL && PLAIN.exec(value)) || [];
  if (name && host) return { address: value, local: name, domain: host.toLowerCase() };
  const outer = outerProblem(value);
  if (outer) return { problem: outer };
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const domain = asciiDomain(value.slice(at + 1));
  const problem = localProblem(local) ?? (domain === undefined ? DOMAIN : undefined);
  if (problem || domain === undefined) return { problem: problem ?? DOMAIN };
  const octets = Buffer.byteLength(`${local}@${domain}`);
  if (octets > LONGEST_ADDRESS) return { problem: TOO_LONG };
  return { address: value, local, domain };
}

/**
 * Names a mailbox, however its address is written: a domain in Unicode or in ASCII is one, and so are capitals and small
 * letters. RFC 5321, 2.4, leaves the case of the local part to its host; nearly none minds it.
 */
export function mailboxName(address: string): string {
  const read = parseMailbox(address);
  const [local, domain] = 'problem' in read ? [address] : [read.local, read.domain];
  const name = local.normalize('NFC').toLowerCase();
  return domain === undefined ? name : `${name}@${domain}`;
}

const EXAMPLE = 'like name@example.org';
const TOO_LONG = 'it is longer than RFC 5321 allows';
const DOMAIN = `its domain is not a name on the Internet; ${EXAMPLE}`;
const ROUTE = 'signs for routes (% and !) are not taken';

function outerProblem(value: string): string | undefined {
  if (/[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(value)) {
    return 'it holds an invisible character; type it anew';
  }
  if (/[<>"()]|^'/.test(value)) return 'write the address alone, without name, brackets or quotes';
  if (/[,;:\s]/.test(value)) return 'write one address, without spaces, commas or semicolons';
  if (value.split('@').length !== 2) return EXAMPLE;
  return value === value.normalize('NFKC') ? undefined : LOOKALIKE;
}

const LOOKALIKE = 'it holds a letter that only looks like another; type it anew';

function localProblem(local: string): string | undefined {
  if (/[%!]/.test(local)) return ROUTE;
  // Careless programs decode it wherever it is (RFC 2047, 2), and see another address.
  if (local.includes('=?') || !LOCAL.test(local)) return EXAMPLE;
  if (Buffer.byteLength(local) > LONGEST_LOCAL) return TOO_LONG;
  const isPlain = local.split(/[.+_=-]/).every(isOneScript) && !PHONETIC.test(local);
  return isPlain ? undefined : LOOKALIKE;
}

/** Undefined unless the domain, as written, is the name that its ASCII form stands for. */
function asciiDomain(written: string): string | undefined {
  const lower = written.toLowerCase();
  // Only what is beyond ASCII goes through UTS #46, which would also make addresses of numbers and of %2e.
  const isPlain = /^[a-z0-9.-]+$/.test(lower) && !/(?:^|\.)xn--/.test(lower);
  const ascii = isPlain ? lower : domainToASCII(lower);
  if (!isDomain(ascii)) return undefined;
  const shown = isPlain ? ascii : domainToUnicode(ascii);
  // Node 24 gives back an A-label that stands for nothing as it is.
  if (/(?:^|\.)xn--/.test(shown)) return undefined;
  const isItself = shown === lower || ascii === lower;
  return isItself && shown.split('.').every(isWord) ? ascii : undefined;
}

/** Letters and digits of one script; signs such as hearts are no part of names (RFC 5892, 2). */
function isWord(label: string): boolean {
  return /^[\p{L}\p{M}\p{N}-]+$/u.test(label) && !PHONETIC.test(label) && isOneScript(label);
}

/** Latin by script, but in nobody's orthography: small capitals, the script forms of a and g. */
const PHONETIC = /[\u0251\u0261\u1d00-\u1dbf]/;

/** At least two labels, and no number for a top-level domain. */
function isDomain(ascii: string): boolean {
  const labels = ascii.split('.');
  const isName = /^[a-z][a-z0-9-]*[a-z0-9]$/.test(labels.at(-1) ?? '');
  const fits = labels.every((label) => LABEL.test(label) && label.length <= LONGEST_LABEL);
  return labels.length > 1 && isName && fits;
}
