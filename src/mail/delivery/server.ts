/**
 * How to reach the server: from WSIS_SMTP_HOST, PORT, SECURITY (starttls, tls; none for a test), USER, PASSWORD or TOKEN or
 * TOKEN_COMMAND, NAME, CA and TEST_SERVER (yes, no) alone. Each may be given as WSIS_SMTP_…_FILE, the name of a file.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UserError } from '../../diagnostic.ts';
import type { SignIn, TransportSettings } from '../model.ts';
import { type Environment, ServerVariables } from './environment.ts';
import type { Preset } from './presets.ts';
import { securityProblem } from './security.ts';

export interface ServerOptions {
  readonly preset?: Preset;
  /** Asks for the password, where there is somebody to ask; used if it is given nowhere. */
  readonly ask?: (question: string) => Promise<string>;
}

/** @throws UserError with all that is wrong: `missing-server`, `bad-server`, `secret-in-address`, `secret-file`, `insecure-server`, `missing-file` */
export async function readServer(
  env: Environment,
  { preset, ask }: ServerOptions = {},
): Promise<TransportSettings> {
  const variables = new ServerVariables(env);
  const place = readPlace(variables, preset);
  const name = variables.text('NAME');
  const ca = variables.text('CA');
  const settings: TransportSettings = {
    ...place,
    ...(name !== undefined && { name }),
    ...(ca !== undefined && { ca }),
    ...(variables.flag('TEST_SERVER') && { testServer: true }),
  };
  // Without a server there is nothing to secure; what is missing has been told.
  const insecure = settings.host === '' ? undefined : securityProblem(settings);
  if (insecure) variables.problems.error('insecure-server', undefined, insecure);
  const signIn = readSignIn(variables);
  if (!variables.problems.isEmpty) throw new UserError(variables.problems.all);
  const complete = await askPassword(signIn, variables.text('USER'), ask);
  return { ...settings, ...(complete && { signIn: complete }) };
}

function readPlace(
  variables: ServerVariables,
  preset: Preset | undefined,
): Pick<TransportSettings, 'host' | 'port' | 'security'> {
  const security = variables.oneOf('SECURITY', ['starttls', 'tls', 'none'] as const);
  const usualPort = security === 'tls' ? 465 : (preset?.port ?? 587);
  return {
    host: readHost(variables, preset),
    port: variables.port('PORT') ?? usualPort,
    security: security ?? preset?.security ?? 'starttls',
  };
}

/** A name or an address. People put passwords into URLs, and URLs end up in logs. */
const HOST = /^[\p{L}\d.:-]+$/u;

const NO_SERVER =
  'give the name of the mail server; or try everything on this machine: `wsis-letters mail test-server` prints what to set';

function readHost(variables: ServerVariables, preset: Preset | undefined): string {
  const host = variables.text('HOST') ?? preset?.host;
  if (host === undefined) {
    variables.complain('missing-server', 'HOST is not set', NO_SERVER);
  } else if (host.includes('@')) {
    const hint = 'give the bare name of the server, and the password in WSIS_SMTP_PASSWORD_FILE';
    variables.complain('secret-in-address', 'HOST has room for a password', hint);
  } else if (!HOST.test(host)) {
    const hint = 'give the bare name of the server, such as smtp.example.org';
    variables.complain('bad-server', `HOST is "${host}"`, hint);
  }
  return host ?? '';
}

/** Undefined without a user, or if the password has yet to be asked for. */
function readSignIn(variables: ServerVariables): SignIn | undefined {
  const user = variables.text('USER');
  const password = variables.secret('PASSWORD');
  const token = readToken(variables);
  if (password !== undefined && token) {
    variables.complain('bad-server', 'PASSWORD and a token are both given', 'give one of them');
  }
  if (user === undefined && (password !== undefined || token)) {
    variables.complain('bad-server', 'USER is not set', 'say who signs in');
  }
  if (user === undefined) return undefined;
  if (token) return { method: 'xoauth2', user, token };
  return password === undefined ? undefined : { method: 'password', user, password };
}

/** Tokens live for an hour, so what gives them is kept, not the token. */
function readToken(variables: ServerVariables): (() => Promise<string>) | undefined {
  const command = variables.text('TOKEN_COMMAND');
  if (command !== undefined) return () => tokenFrom(command);
  const token = variables.secret('TOKEN');
  if (token === undefined) return undefined;
  const file = variables.fileOf('TOKEN');
  if (!file) return async () => token;
  return async () => new ServerVariables({ WSIS_SMTP_TOKEN_FILE: file }).secret('TOKEN') ?? '';
}

const COMMAND_TIME = 60_000;

/** Runs as the user's own shell would, so that it may have arguments and pipes. */
async function tokenFrom(command: string): Promise<string> {
  const [shell, flag] = process.platform === 'win32' ? ['cmd', '/c'] : ['/bin/sh', '-c'];
  try {
    const { stdout } = await promisify(execFile)(shell, [flag, command], { timeout: COMMAND_TIME });
    return stdout.trim();
  } catch {
    // Node's error repeats the command, and what the command wrote: either may hold a secret.
    throw new Error('the command of WSIS_SMTP_TOKEN_COMMAND failed');
  }
}

async function askPassword(
  signIn: SignIn | undefined,
  user: string | undefined,
  ask: ServerOptions['ask'],
): Promise<SignIn | undefined> {
  if (signIn || user === undefined) return signIn;
  const password = await ask?.(`Password of ${user}: `);
  if (password) return { method: 'password', user, password };
  throw new UserError([
    {
      severity: 'error',
      code: 'missing-server',
      message: `WSIS_SMTP_USER is ${user}, and there is no password or token`,
      hint: 'give WSIS_SMTP_PASSWORD_FILE, WSIS_SMTP_TOKEN_FILE or WSIS_SMTP_TOKEN_COMMAND',
    },
  ]);
}
