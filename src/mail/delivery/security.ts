/** How connections are secured; what would send letters or passwords in clear is refused here, in one place. */
import { isIPv4 } from 'node:net';
import type { SMTPConnectionOptions } from 'nodemailer';
import type { TransportSettings } from '../model.ts';

const MINUTE = 60_000;

/** Whether a host can only be this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/** What is wrong with the settings; undefined if nothing can leave this machine in clear. */
export function securityProblem(settings: TransportSettings): string | undefined {
  const { host, security, testServer } = settings;
  if (testServer && !isLoopback(host)) {
    return `only a server on this machine can be a test server, not ${host}`;
  }
  if (security === 'none' && !testServer) {
    return 'a connection without TLS is for a test server on this machine only';
  }
  return undefined;
}

/** @throws Error if `securityProblem` finds one: settings are checked before */
export function connectionOptions(settings: TransportSettings): SMTPConnectionOptions {
  const problem = securityProblem(settings);
  if (problem) throw new Error(problem);
  const { host, port, security, name, timeout = 5 * MINUTE } = settings;
  return {
    host,
    port,
    ...(name !== undefined && { name }),
    secure: security === 'tls',
    // Without it nodemailer goes on in clear, password included, when a server does not offer STARTTLS.
    requireTLS: security === 'starttls',
    ...(security === 'none' && { ignoreTLS: true }),
    tls: tlsOptions(settings),
    connectionTimeout: Math.min(timeout, MINUTE),
    greetingTimeout: Math.min(timeout, MINUTE),
    socketTimeout: timeout,
    dnsTimeout: Math.min(timeout, MINUTE / 2),
  };
}

function tlsOptions({
  ca,
  testServer,
}: TransportSettings): NonNullable<SMTPConnectionOptions['tls']> {
  return {
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca }),
    ...(testServer && ca === undefined && { rejectUnauthorized: false }),
  };
}
