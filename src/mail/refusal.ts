/** An error that a user can do something about, with the way out where there is one. */
import type { Code } from '../codes.ts';
import { diagnosticOf, UserError } from '../diagnostic.ts';

/** @param code see Diagnostic */
export function refusal(code: Code, message: string, hint?: string): UserError {
  return new UserError([diagnosticOf('error', code, undefined, message, hint)]);
}
