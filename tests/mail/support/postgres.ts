/** A PostgreSQL server of its own in a temporary folder. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  /** Address of an empty database. */
  newDatabase(): string;
  stop(): void;
}

/** @param settings e.g. `fsync=off` */
export async function startPostgres(settings: readonly string[] = []): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  asPostgres('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const options = [...all, ...settings].map((setting) => `-c ${setting}`).join(' ');
  asPostgres('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  let databases = 0;
  return {
    newDatabase() {
      databases += 1;
      const name = `forum_${databases}`;
      asPostgres('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name]);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    stop() {
      asPostgres('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, args: readonly string[]): void {
  const command = [join(programs(), program), ...args];
  const whole =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const [file = '', ...rest] = whole;
  // Not a pipe: the server would keep it open.
  execFileSync(file, rest, { stdio: 'ignore', cwd: '/' });
}

/** Debian keeps each version in a folder of its own. */
function programs(): string {
  const root = '/usr/lib/postgresql';
  const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] ?? '';
  return join(root, newest, 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
