/** What is wrong, or probably wrong, with the sense of a text. */
import type { Code } from '../../codes.ts';
import type { Problems, Severity } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { placeWithin } from '../source/placed.ts';

export interface Slip {
  readonly severity: Severity;
  readonly code: Code;
  /** Index in the value, in code units. */
  readonly index: number;
  readonly message: string;
  readonly hint?: string;
}

/** Reports a slip at its character. */
export function reportSlip(
  { severity, code, index, message, hint }: Slip,
  text: Text,
  problems: Problems,
): void {
  problems[severity](code, placeWithin(text, index, index + 1), message, hint);
}
