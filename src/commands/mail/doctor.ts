/** `mail doctor`: whether this machine could send for this edition, without sending anything. */
import { loadEdition } from '../../data/load.ts';
import { hasErrors, UsageError } from '../../diagnostic.ts';
import { examine, type Finding } from '../../mail/delivery/doctor.ts';
import { passwordPrompt } from '../../mail/delivery/prompt.ts';
import { readServer } from '../../mail/delivery/server.ts';
import { envelopeAddress } from '../../mail/envelope.ts';
import { presetOf } from '../../mail/settings.ts';
import { printDiagnostics, type ReportOptions } from '../report.ts';
import { printJson, say } from './common.ts';

/** Gives the exit code: 1 if something would keep letters from being sent. @throws UserError on bad settings */
export async function doctor(folder: string, options: ReportOptions): Promise<number> {
  const { edition, diagnostics } = loadEdition(folder);
  if (!edition || hasErrors(diagnostics)) {
    printDiagnostics(diagnostics, options);
    return 1;
  }
  const { mail } = edition;
  if (!mail) throw new UsageError('missing-key', 'the edition has no section `mail`');
  const preset = presetOf(mail);
  const ask = passwordPrompt();
  const transport = await readServer(process.env, {
    ...(preset && { preset }),
    ...(ask && { ask }),
  });
  const from = envelopeAddress(mail.from.address.value);
  const dkimSelector = mail.dkim?.selector;
  const findings = await examine({ transport, from, ...(dkimSelector && { dkimSelector }) });
  for (const finding of findings) print(finding, options);
  return findings.some(({ status }) => status === 'error') ? 1 : 0;
}

const SIGNS = {
  ok: 'ok     ',
  warning: 'warning',
  error: 'ERROR  ',
  unseen: 'unseen ',
  skipped: 'skipped',
} as const;

function print(finding: Finding, options: ReportOptions): void {
  if (options.json) printJson(finding);
  else say(`${SIGNS[finding.status]}  ${finding.about.padEnd(10)}  ${finding.detail}`);
}
