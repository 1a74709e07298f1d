/** Debian's Postfix with a configuration of its own, relaying to its own smtp-sink, all on loopback. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface Sink {
  readonly port: number;
  /** Has a file for each message. */
  readonly folder: string;
  /** What has arrived, with CRLF at the ends of lines. */
  messages(): string[];
  /** How much has arrived. */
  count(): number;
}

export async function startSink(): Promise<Sink> {
  const folder = temporary('sink');
  chmodSync(folder, 0o777);
  const port = await freePort();
  const template = join(folder, '%Y%m%d%H%M%S.');
  const args = ['-c', '-u', 'nobody', '-d', template, `127.0.0.1:${port}`, '200'];
  const sink = spawn('/usr/sbin/smtp-sink', args, { stdio: 'ignore' });
  onTestFinished(() => stopProcess(sink));
  await answers(port);
  const files = (): string[] => readdirSync(folder);
  return {
    port,
    folder,
    count: () => files().length,
    messages: () =>
      files().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\n', '\r\n')),
  };
}

export interface Postfix {
  readonly port: number;
  /** Of its certificate, which it signed itself; for `localhost`. */
  readonly certificate: string;
  log(): string;
}

/** Needs root, as Postfix does. */
export async function startPostfix(relayTo: number): Promise<Postfix> {
  const folder = temporary('postfix');
  chmodSync(folder, 0o755);
  const port = await freePort();
  const certificate = makeCertificate(folder);
  const config = join(folder, 'etc');
  for (const name of ['etc', 'spool', 'data']) mkdirSync(join(folder, name), { mode: 0o755 });
  chownSync(join(folder, 'data'), Number(idOf('-u')), Number(idOf('-g')));
  writeFileSync(join(config, 'main.cf'), mainConfig(folder, relayTo));
  writeFileSync(join(config, 'master.cf'), masterConfig(port));
  const postfix = (verb: string): void => {
    execFileSync('/usr/sbin/postfix', ['-c', config, verb], { stdio: 'pipe' });
  };
  postfix('start');
  onTestFinished(() => {
    postfix('stop');
    rmSync(folder, { recursive: true, force: true });
  });
  await answers(port);
  return { port, certificate, log: () => readFileSync(join(folder, 'log'), 'utf8') };
}

function mainConfig(folder: string, relayTo: number): string {
  const settings = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'spool'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    myhostname: 'relay.wsis.test',
    mydestination: '',
    alias_maps: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    relayhost: `[127.0.0.1]:${relayTo}`,
    smtp_dns_support_level: 'disabled',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_recipient_restrictions:
      'check_recipient_access inline:{ { nobody@x.test = 550 no such user } { later@x.test = 450 come back } }',
    smtpd_tls_security_level: 'encrypt',
    smtpd_tls_cert_file: join(folder, 'certificate.pem'),
    smtpd_tls_key_file: join(folder, 'key.pem'),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

/** Debian's services without chroot, for whose files this folder has no room. */
function masterConfig(port: number): string {
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'relay unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `${services.join('\n')}\n`;
}

function makeCertificate(folder: string): string {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', key, '-out', certificate, '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...name, ...files], { stdio: 'pipe' });
  return readFileSync(certificate, 'utf8');
}

function idOf(kind: '-u' | '-g'): string {
  return execFileSync('id', [kind, 'postfix'], { encoding: 'utf8' });
}

/** Without blanks, which Postfix's settings would not take. */
function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `wsis-letters-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until somebody listens; at most ten seconds. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await sleep(100);
  }
  throw new Error(`nobody listens on port ${port}`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
