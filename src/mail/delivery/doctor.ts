/** Looks whether mail could be sent, and would be believed, without sending any. */
import { Resolver } from 'node:dns/promises';
import type { TransportSettings } from '../model.ts';
import { outcomeOf, type SmtpFailure } from './outcome.ts';
import { type Probe, probe } from './probe.ts';
import { watchSecrets } from './secrets.ts';

/** `unseen`: it cannot be told from here, which is no sign of health. `skipped`: it does not matter to this server. */
export interface Finding {
  readonly about:
    | 'connection'
    | 'tls'
    | 'sign-in'
    | 'extensions'
    | 'dns'
    | 'mx'
    | 'spf'
    | 'dkim'
    | 'dmarc';
  readonly status: 'ok' | 'warning' | 'error' | 'unseen' | 'skipped';
  readonly detail: string;
}

export interface DoctorOptions {
  readonly transport: TransportSettings;
  /** The sender's address, as in the envelope. */
  readonly from: string;
  /** Selector of the sender's DKIM key; keys cannot be listed. */
  readonly dkimSelector?: string;
  readonly signal?: AbortSignal;
  /** Default the system's. */
  readonly dns?: Dns;
}

export interface Dns {
  resolveTxt(name: string): Promise<string[][]>;
  resolveMx(name: string): Promise<{ readonly exchange: string }[]>;
}

const DNS_TIME = 5000;

/** Findings in the order in which mail goes: the server first, then what receivers ask the DNS of the sender's domain. */
export async function examine(options: DoctorOptions): Promise<readonly Finding[]> {
  const server = await examineServer(options);
  return [...server, ...(await examineDomain(options))];
}

/** Only receivers ask for these records, and a test server sends nothing on to any. */
async function examineDomain(options: DoctorOptions): Promise<readonly Finding[]> {
  const { from, dkimSelector, transport } = options;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  if (transport.testServer) {
    const detail = `MX, SPF, DKIM and DMARC of ${domain} do not matter to a test server on this machine`;
    return [{ about: 'dns', status: 'skipped', detail }];
  }
  const dns = options.dns ?? new Resolver({ timeout: DNS_TIME, tries: 2 });
  return Promise.all([
    mxFinding(dns, domain),
    spfFinding(dns, domain),
    dkimFinding(dns, domain, dkimSelector),
    dmarcFinding(dns, domain),
  ]);
}

async function examineServer({ transport, signal }: DoctorOptions): Promise<Finding[]> {
  const { signIn, redact } = watchSecrets(transport.signIn);
  const settings = { ...transport, ...(signIn && { signIn }) };
  try {
    const seen = await probe(settings, { signIn: true, ...(signal && { signal }) });
    return [
      ok('connection', `${settings.host}:${settings.port} answers`),
      tlsFinding(seen, settings),
      signInFinding(seen, settings),
      extensionsFinding(seen),
    ];
  } catch (error) {
    return [failureFinding(error as SmtpFailure, redact)];
  }
}

function failureFinding(failure: SmtpFailure, redact: (text: string) => string): Finding {
  const detail = redact(failure.response ?? failure.message);
  const { stop } = outcomeOf(failure);
  if (stop === 'sign-in-failed') return { about: 'sign-in', status: 'error', detail };
  if (stop === 'insecure-connection') return { about: 'tls', status: 'error', detail };
  return { about: 'connection', status: 'error', detail };
}

function tlsFinding({ tls }: Probe, { testServer, ca }: TransportSettings): Finding {
  const unchecked = testServer && ca === undefined;
  const certificate = unchecked ? 'the certificate was not looked at' : 'the certificate is good';
  if (tls !== undefined) return ok('tls', `${tls}, and ${certificate}`);
  return { about: 'tls', status: 'skipped', detail: 'no TLS: a test server on this machine' };
}

function signInFinding({ signedIn }: Probe, { testServer }: TransportSettings): Finding {
  if (signedIn) return ok('sign-in', 'accepted');
  if (testServer) {
    return { about: 'sign-in', status: 'skipped', detail: 'nobody signs in to a test server' };
  }
  return {
    about: 'sign-in',
    status: 'unseen',
    detail: 'WSIS_SMTP_USER is not set: nobody signs in',
  };
}

/** What letters may need, and what is lost where the server does not have it. */
const USEFUL: readonly (readonly [RegExp, string])[] = [
  [/^DSN$/, 'without DSN, no report of a failure is asked for'],
  [/^SMTPUTF8$/, 'without SMTPUTF8, addresses beyond ASCII before the @ are rejected'],
];

function extensionsFinding({ extensions }: Probe): Finding {
  const missing = USEFUL.filter(([name]) => !extensions.some((line) => name.test(line)));
  const detail = [extensions.join(', '), ...missing.map(([, loss]) => loss)].join('; ');
  return { about: 'extensions', status: missing.length > 0 ? 'warning' : 'ok', detail };
}

async function mxFinding(dns: Dns, domain: string): Promise<Finding> {
  const hosts = await ask(() => dns.resolveMx(domain));
  if (typeof hosts === 'string') return { about: 'mx', status: 'unseen', detail: hosts };
  if (hosts.length > 0) return ok('mx', hosts.map(({ exchange }) => exchange).join(', '));
  const detail = `${domain} receives no mail: replies and reports of failures have nowhere to go`;
  return { about: 'mx', status: 'error', detail };
}

async function spfFinding(dns: Dns, domain: string): Promise<Finding> {
  const records = await txtRecords(dns, domain, /^v=spf1(\s|$)/i);
  if (typeof records === 'string') return { about: 'spf', status: 'unseen', detail: records };
  const [record, another] = records;
  if (record === undefined) return warning('spf', `${domain} has no SPF record`);
  // RFC 7208, 4.5: two records are as good as none.
  if (another !== undefined) return warning('spf', `${domain} has more than one SPF record`);
  if (/\+all\b/.test(record)) return warning('spf', `"${record}" lets anybody send`);
  return ok('spf', `"${record}"; whether it lets this server send cannot be seen from here`);
}

async function dkimFinding(
  dns: Dns,
  domain: string,
  selector: string | undefined,
): Promise<Finding> {
  if (selector === undefined) {
    const detail =
      'the server signs or does not; without the selector of its key it cannot be seen';
    return { about: 'dkim', status: 'unseen', detail };
  }
  const name = `${selector}._domainkey.${domain}`;
  const records = await txtRecords(dns, name, /(^|;)\s*p=/i);
  if (typeof records === 'string') return { about: 'dkim', status: 'unseen', detail: records };
  const [record] = records;
  if (record === undefined) return warning('dkim', `there is no key at ${name}`);
  // RFC 6376, 3.6.1
  if (/(^|;)\s*p=\s*(;|$)/i.test(record)) return warning('dkim', `the key at ${name} is revoked`);
  return ok('dkim', `there is a key at ${name}; whether the server signs with it cannot be seen`);
}

async function dmarcFinding(dns: Dns, domain: string): Promise<Finding> {
  for (const name of [domain, parentOf(domain)]) {
    const records = await txtRecords(dns, `_dmarc.${name}`, /^v=DMARC1\b/i);
    if (typeof records === 'string') return { about: 'dmarc', status: 'unseen', detail: records };
    if (records[0] !== undefined) return ok('dmarc', `"${records[0]}" at _dmarc.${name}`);
  }
  return warning('dmarc', `${domain} has no DMARC record`);
}

/** A step towards the organisation's own domain (RFC 7489, 3.2). */
function parentOf(domain: string): string {
  const labels = domain.split('.');
  return labels.length > 2 ? labels.slice(1).join('.') : domain;
}

/** The records that begin as asked for; a text if the DNS gave no answer. */
async function txtRecords(dns: Dns, name: string, start: RegExp): Promise<string[] | string> {
  const records = await ask(() => dns.resolveTxt(name));
  if (typeof records === 'string') return records;
  return records.map((parts) => parts.join('')).filter((record) => start.test(record));
}

/** That there is no such name or record is an answer; anything else is not. */
async function ask<T>(question: () => Promise<T[]>): Promise<T[] | string> {
  try {
    return await question();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return /^(ENODATA|ENOTFOUND)$/.test(code) ? [] : `the DNS could not be asked (${code})`;
  }
}

function ok(about: Finding['about'], detail: string): Finding {
  return { about, status: 'ok', detail };
}

function warning(about: Finding['about'], detail: string): Finding {
  return { about, status: 'warning', detail };
}
