/** The commands of mailing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ApproveOptions } from '../commands/mail/approve.ts';
import type { MailOptions } from '../commands/mail/common.ts';
import type { PlanOptions } from '../commands/mail/plan.ts';
import type { ResolveOptions } from '../commands/mail/resolve.ts';
import type { SendOptions } from '../commands/mail/send.ts';
import type { StatusOptions } from '../commands/mail/status.ts';
import type { TestServerOptions } from '../commands/mail/test-server.ts';
import type { ReportOptions } from '../commands/report.ts';
import { MESSAGE_STATES } from '../mail/model.ts';
import { addSelection, closedList, list, wholeNumber } from './options.ts';

const HELP = `
Six commands from a list to a report; the test server keeps everything on this machine:
  $ wsis-letters mail test-server                          in a terminal of its own
  $ wsis-letters mail plan forum-2027                      who gets what; sends nothing
  $ wsis-letters mail approve forum-2027 --by "A. Name"    freezes the messages, prints a hash
  $ wsis-letters mail doctor forum-2027                    can this machine send?
  $ wsis-letters mail send forum-2027 --approval HASH
  $ wsis-letters mail status forum-2027 --report

The server comes from WSIS_SMTP_HOST, _PORT, _SECURITY (starttls, tls), _USER, _PASSWORD_FILE, _TOKEN_FILE or
_TOKEN_COMMAND; never from a file of the edition.

Exit codes: 0 done, 1 problems in the data, 2 wrong usage, 3 finished with rejected, unknown or held letters,
4 stopped and can be resumed, 5 another run holds the lock, 130 interrupted`;

/** Adds `mail` with all that it can do. */
export function addMail(cli: Command): void {
  const mail = cli
    .command('mail')
    .description('send the letters by e-mail: plan, approve, send, and keep account')
    .addHelpText('after', HELP);
  addPlan(mail);
  addApprove(mail);
  addSend(mail);
  addStatus(mail);
  addResolve(mail);
  addBounces(mail);
  addDoctor(mail);
  addTestServer(mail);
}

/** A command on an edition, with the options that all have. */
function onEdition(mail: Command, name: string, description: string): Command {
  return mail
    .command(name)
    .description(description)
    .argument('[edition]', 'folder of the edition', '.')
    .option(
      '--json',
      'print one JSON object a line on standard output, and problems so on standard error',
    )
    .option('--quiet', 'print problems only');
}

/** For what only looks into the ledger. */
function withLedger(command: Command): Command {
  return command.option(
    '--ledger <url>',
    'postgres://user@host/database, to send from several machines (default: a file of the edition)',
  );
}

/** For what writes into it. */
function withAdoption(command: Command): Command {
  return withLedger(command).option(
    '--adopt',
    'take over a ledger of another user, machine or folder, or an old copy; read the README first',
  );
}

function addPlan(mail: Command): void {
  const command = onEdition(
    mail,
    'plan',
    'one row a message: who gets what, where, and what blocks it',
  );
  withLedger(addSelection(command, 'messages')).action(
    async (edition: string, options: PlanOptions) => {
      const { plan } = await import('../commands/mail/plan.ts');
      process.exitCode = await plan(edition, options);
    },
  );
}

function addApprove(mail: Command): void {
  const command = onEdition(
    mail,
    'approve',
    'freeze every message, and print the hash to send with',
  )
    .requiredOption('--by <name>', 'who takes the responsibility')
    .option('--skip-blocked', 'leave out messages that are blocked, instead of refusing')
    .option(
      '--again <ids>',
      'messages that go out although their mailboxes have had the letter',
      list,
    )
    .option('--reason <text>', 'why they do; it is kept in the history')
    .option(
      '--new-ledger',
      'set the ledger of another event aside, or go on without one that is lost; read the README first',
    );
  withAdoption(addSelection(command, 'messages')).action(
    async (edition: string, options: ApproveOptions) => {
      const { approve } = await import('../commands/mail/approve.ts');
      process.exitCode = await approve(edition, options);
    },
  );
}

function addSend(mail: Command): void {
  const command = onEdition(mail, 'send', 'send what was approved, and nothing else')
    .option('--approval <hash>', 'what approve printed; without it nothing is sent')
    .option('--limit <count>', 'send so many at most', wholeNumber(1, 999_999_999))
    .option('--test-to <address>', 'send a few to this address instead, and mark nothing')
    .option('--no-wait', 'stop where there is nothing to do but wait');
  withAdoption(command).action(async (edition: string, options: SendOptions) => {
    const { send } = await import('../commands/mail/send.ts');
    process.exitCode = await send(edition, options);
  });
}

function addStatus(mail: Command): void {
  withLedger(onEdition(mail, 'status', 'what has become of the letters'))
    .addOption(closedList('--state <states>', 'list the messages in these states', MESSAGE_STATES))
    .option('--csv', 'print the list as CSV')
    .option('--report [folder]', 'write the report as HTML and CSV (default: into <edition>/out)')
    .action(async (edition: string, options: StatusOptions) => {
      const { status } = await import('../commands/mail/status.ts');
      process.exitCode = await status(edition, options);
    });
}

function addResolve(mail: Command): void {
  const command = mail
    .command('resolve')
    .description('settle by your word what the ledger cannot know about a message')
    .usage('[options] [edition] <id>')
    .argument('<edition or id>', 'folder of the edition, if it is not the current one')
    .argument('[id]', 'of the message, as status prints it: letter/recipient/language/role')
    .option('--delivered', 'it has arrived')
    .option('--resend', 'it has not arrived: send it again')
    .option('--hold', 'it must not be sent for now')
    .requiredOption('--reason <text>', 'how you know; it is kept in the history')
    .option('--by <name>', 'who says so (default: the user of this machine)')
    .option('--json', 'print the result as JSON');
  withAdoption(command).action(
    async (first: string, second: string | undefined, options: ResolveOptions) => {
      const { resolve } = await import('../commands/mail/resolve.ts');
      const [edition, id] = second === undefined ? ['.', first] : [first, second];
      process.exitCode = await resolve(edition, id, options);
    },
  );
}

function addBounces(mail: Command): void {
  const command = mail
    .command('bounces')
    .description('read delivery reports (RFC 3464) and record what they say')
    .usage('[options] [edition] <folder | .eml…>')
    .argument('<edition or reports...>', 'folder of the edition, then messages or folders of them')
    .option('--json', 'print one JSON object a report')
    .option('--quiet', 'print problems only');
  withAdoption(command).action(async (paths: readonly string[], options: MailOptions) => {
    const { bounces } = await import('../commands/mail/bounces.ts');
    const [first = '.', ...rest] = paths;
    const isEdition = existsSync(join(first, 'edition.yaml'));
    process.exitCode = await bounces(isEdition ? first : '.', isEdition ? rest : paths, options);
  });
}

function addDoctor(mail: Command): void {
  onEdition(
    mail,
    'doctor',
    'look at the server, the sign-in and the DNS of the sender; sends nothing',
  ).action(async (edition: string, options: ReportOptions) => {
    const { doctor } = await import('../commands/mail/doctor.ts');
    process.exitCode = await doctor(edition, options);
  });
}

function addTestServer(mail: Command): void {
  mail
    .command('test-server')
    .description('an SMTP server on this machine that keeps everything, with an inbox to look at')
    .option('--smtp-port <port>', 'default 2525; 0 for any', wholeNumber(0, 65_535))
    .option('--inbox-port <port>', 'default 8025; 0 for any', wholeNumber(0, 65_535))
    .option('--json', 'print one JSON object a message')
    .option('--quiet', 'print the addresses only')
    .action(async (options: TestServerOptions) => {
      const { testServer } = await import('../commands/mail/test-server.ts');
      process.exitCode = await testServer(options);
    });
}
