import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UserError } from '../../src/diagnostic.ts';
import { PRESETS } from '../../src/mail/delivery/presets.ts';
import { watchSecrets } from '../../src/mail/delivery/secrets.ts';
import { isLoopback } from '../../src/mail/delivery/security.ts';
import { readServer, type ServerOptions } from '../../src/mail/delivery/server.ts';
import { temporaryFolder } from '../support/cli.ts';

type Variables = Readonly<Record<string, string>>;

/** Variables without their common beginning. */
function read(variables: Variables, options: ServerOptions = {}) {
  const env = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [`WSIS_SMTP_${name}`, value]),
  );
  return readServer(env, options);
}

async function codes(variables: Variables, options: ServerOptions = {}): Promise<string[]> {
  return read(variables, options).then(
    () => [],
    (error: UserError) => error.diagnostics.map(({ code }) => code),
  );
}

const HOST = 'mail.itu.test';

test.each([
  [{ HOST }, { host: HOST, port: 587, security: 'starttls' }],
  [
    { HOST, SECURITY: 'tls' },
    { host: HOST, port: 465, security: 'tls' },
  ],
  [
    { HOST, PORT: '2525' },
    { host: HOST, port: 2525, security: 'starttls' },
  ],
  [
    { HOST: '127.0.0.1', PORT: '2525', SECURITY: 'none', TEST_SERVER: 'yes' },
    { host: '127.0.0.1', port: 2525, security: 'none', testServer: true },
  ],
  [
    { HOST, NAME: 'office.itu.test' },
    { host: HOST, port: 587, security: 'starttls', name: 'office.itu.test' },
  ],
] as const)('%j', async (variables, settings) => {
  expect(await read(variables)).toEqual(settings);
});

test.each([
  [{}, ['missing-server']],
  [{ HOST: 'smtp://mail.itu.test' }, ['bad-server']],
  [{ HOST: 'office:secret@mail.itu.test' }, ['secret-in-address']],
  [{ HOST, PORT: '70000' }, ['bad-server']],
  [{ HOST, PORT: 'smtp' }, ['bad-server']],
  [{ HOST, SECURITY: 'ssl' }, ['bad-server']],
  [{ HOST, SECURITY: 'none' }, ['insecure-server']],
  [{ HOST, TEST_SERVER: 'yes' }, ['insecure-server']],
  [{ TEST_SERVER: 'yes' }, ['missing-server']],
  [{ HOST: '127.0.0.1', SECURITY: 'none' }, ['insecure-server']],
  [{ HOST, TEST_SERVER: 'maybe' }, ['bad-server']],
  [{ HOST, PASSWORD: 'p' }, ['bad-server']],
  [{ HOST, USER: 'u', PASSWORD: 'p', TOKEN: 't' }, ['bad-server']],
  [{ HOST, USER: 'u' }, ['missing-server']],
  [{ HOST, NAME: 'a', NAME_FILE: '/no/such' }, ['bad-server', 'missing-file']],
  [
    { PORT: 'x', SECURITY: 'x', PASSWORD: 'p' },
    ['bad-server', 'missing-server', 'bad-server', 'bad-server'],
  ],
] as const)('%j is refused: %j', async (variables, expected) => {
  expect((await codes(variables)).sort()).toEqual([...expected].sort());
});

describe('secrets', () => {
  function secretFile(text: string, mode: number): string {
    const file = join(temporaryFolder(), 'secret');
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  }

  test.each([
    [0o600, []],
    [0o400, []],
    [0o640, ['secret-file']],
    [0o604, ['secret-file']],
  ])('a file of mode %o', async (mode, expected) => {
    const file = secretFile('right\n', mode);
    expect(await codes({ HOST, USER: 'u', PASSWORD_FILE: file })).toEqual(expected);
    expect(await codes({ HOST, USER: 'u', TOKEN_FILE: file })).toEqual(expected);
  });

  test('a password from a file, without the newline at its end', async () => {
    const settings = await read({ HOST, USER: 'u', PASSWORD_FILE: secretFile('right\n', 0o600) });
    expect(settings.signIn).toEqual({ method: 'password', user: 'u', password: 'right' });
  });

  test('a token is read again each time, from a file or from a command', async () => {
    const file = secretFile('one', 0o600);
    const command = `tr -d '\\n' < '${file}'`;
    const ways = [{ TOKEN_FILE: file }, { TOKEN_COMMAND: command }];
    for (const way of ways) {
      writeFileSync(file, 'one');
      const { signIn } = await read({ HOST, USER: 'u', ...way });
      if (signIn?.method !== 'xoauth2') throw new Error('no token');
      expect(await signIn.token()).toBe('one');
      writeFileSync(file, 'two\n');
      expect(await signIn.token()).toBe('two');
    }
  });

  test('are asked for where there is somebody to ask, and only then', async () => {
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return 'right';
    };
    const settings = await read({ HOST, USER: 'u' }, { ask });
    expect(settings.signIn).toEqual({ method: 'password', user: 'u', password: 'right' });
    await read({ HOST }, { ask });
    expect(asked).toEqual(['Password of u: ']);
  });

  test('do not get into what is recorded', () => {
    const { redact } = watchSecrets({ method: 'password', user: 'u', password: 'hunter2' });
    const base64 = Buffer.from('hunter2').toString('base64');
    expect(redact(`535 no\r\nhunter2 ${base64}\u001b[1m`)).toBe('535 no … … [1m');
  });
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['127.0.0.1.evil.test', false],
  ['localhost.evil.test', false],
  ['10.0.0.1', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test('a preset fills in what is not given', async () => {
  const preset = PRESETS['microsoft-365'];
  expect(await read({}, { preset })).toMatchObject({ host: 'smtp.office365.com', port: 587 });
  expect(await read({ HOST }, { preset })).toMatchObject({ host: HOST });
  expect(await codes({}, { preset: PRESETS['amazon-ses'] })).toEqual(['missing-server']);
});
