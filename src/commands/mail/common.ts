/** What the commands of mailing have in common: options and output. */
import type { LedgerOptions } from '../../app/mail/context.ts';
import type { Selection } from '../../model.ts';
import type { ReportOptions } from '../report.ts';
import { type SelectionOptions, toSelection } from '../selection.ts';

export interface MailOptions extends ReportOptions, LedgerOptions {}

/** Whoever picks recipients wants all that goes to them, circulars included. */
export function mailSelection(folder: string, options: SelectionOptions): Selection {
  const { forms: _, ...selection } = toSelection(folder, options);
  const forms = [
    ...(options.circular ? (['circular'] as const) : []),
    ...(options.personal ? (['personal'] as const) : []),
  ];
  return { ...selection, ...(forms.length > 0 && { forms }) };
}

/** One object a line on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A line on standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
