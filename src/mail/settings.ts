/** What an edition says of its mail → limits, preset and key for signing. */
import { UserError } from '../diagnostic.ts';
import type { MailSettings } from '../model.ts';
import { type Environment, ServerVariables } from './delivery/environment.ts';
import { DEFAULT_LIMITS, PRESETS, type Preset } from './delivery/presets.ts';
import { type DkimKey, dkimKey } from './message/dkim.ts';
import type { Limits } from './model.ts';

/** The preset that an edition names. */
export function presetOf(mail: MailSettings | undefined): Preset | undefined {
  return mail?.preset && PRESETS[mail.preset];
}

/** The edition's limits before those of its preset. @param messages most in this run */
export function limitsOf(mail: MailSettings | undefined, messages?: number): Limits {
  const base = presetOf(mail)?.limits ?? DEFAULT_LIMITS;
  return { ...base, ...mail?.limits, ...(messages !== undefined && { messages }) };
}

/**
 * The key that signs messages at approval; undefined if the edition leaves signing to the relay. The key
 * comes from WSIS_SMTP_DKIM_KEY_FILE.
 * @throws UserError `missing-dkim-key`, `bad-dkim-key`, `secret-file`
 */
export function dkimOf(mail: MailSettings | undefined, env: Environment): DkimKey | undefined {
  if (!mail?.dkim) return undefined;
  const variables = new ServerVariables(env);
  const pem = variables.secret('DKIM_KEY');
  if (pem === undefined) {
    const hint = 'name the file of the private key, or remove `dkim` if the relay signs';
    variables.complain('missing-dkim-key', 'DKIM_KEY_FILE is not set', hint);
  }
  const key = pem === undefined ? undefined : readKey(pem, variables);
  if (!key || !variables.problems.isEmpty) throw new UserError(variables.problems.all);
  return { ...mail.dkim, key };
}

function readKey(pem: string, variables: ServerVariables) {
  try {
    return dkimKey(pem);
  } catch (error) {
    variables.problems.error('bad-dkim-key', undefined, (error as Error).message);
    return undefined;
  }
}
