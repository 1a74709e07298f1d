/** Reads WSIS_SMTP_* variables, or the files that WSIS_SMTP_*_FILE name, and collects what is wrong with them. */

import { readFileSync, statSync } from 'node:fs';
import type { Code } from '../../codes.ts';
import { Problems } from '../../diagnostic.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'WSIS_SMTP_';
/** Read or written by others than the owner. */
const OTHERS = 0o077;

/** Names are given without their common beginning. */
export class ServerVariables {
  readonly problems = new Problems();
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** Without blanks at either end; undefined if it is given neither way. */
  text(name: string): string | undefined {
    const value = this.#env[PREFIX + name];
    const file = this.fileOf(name);
    if (value && file) {
      this.complain('bad-server', `${name} and ${name}_FILE are both given`, 'give one of them');
    }
    return (file ? this.#fromFile(name, file)?.trim() : value?.trim()) || undefined;
  }

  /** Like `text`, from a file that nobody else may read. */
  secret(name: string): string | undefined {
    const file = this.fileOf(name);
    if (file && isOpenToOthers(file)) {
      const hint = `chmod 600 ${file}`;
      this.complain('secret-file', `${name}_FILE names a file that others may read`, hint);
    }
    return this.text(name);
  }

  fileOf(name: string): string | undefined {
    return this.#env[`${PREFIX}${name}_FILE`] || undefined;
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['yes', 'no']) === 'yes';
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name);
    const found = values.find((value) => value === text);
    if (text !== undefined && found === undefined) {
      this.complain('bad-server', `${name} is "${text}"`, `use one of: ${values.join(', ')}`);
    }
    return found;
  }

  /** From 1 to 65535. */
  port(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535) return port;
    this.complain('bad-server', `${name} is "${text}"`, 'give a number such as 587');
    return undefined;
  }

  /** @param what goes on from the variables' common beginning */
  complain(code: Code, what: string, hint: string): void {
    this.problems.error(code, undefined, PREFIX + what, hint);
  }

  #fromFile(name: string, file: string): string | undefined {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      const hint = (error as Error).message;
      this.complain('missing-file', `${name}_FILE names a file that cannot be read: ${file}`, hint);
      return undefined;
    }
  }
}

/** Windows has no such modes; a file that cannot be read is complained of elsewhere. */
function isOpenToOthers(file: string): boolean {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}
