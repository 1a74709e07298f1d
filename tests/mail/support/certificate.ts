/** A certificate for `localhost`, and the authority that vouches for it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/cli.ts';

export interface Identity {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export function makeIdentity(): Identity {
  const folder = temporaryFolder();
  const file = (name: string): string => join(folder, name);
  const make = (name: string, subject: string, ...more: readonly string[]): void => {
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const files = ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`), '-days', '2'];
    const args = ['req', '-x509', ...kind, '-subj', subject, ...files, ...more];
    execFileSync('openssl', args, { stdio: 'pipe' });
  };
  make('ca', '/CN=Test authority');
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key')];
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-addext', 'basicConstraints=CA:FALSE'];
  make('server', '/CN=localhost', ...signed, ...names);
  const text = (name: string): string => readFileSync(file(name), 'utf8');
  return { ca: text('ca.pem'), cert: text('server.pem'), key: text('server.key') };
}
