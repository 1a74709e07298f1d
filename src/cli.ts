/**
 * The command line: every name, option and help text, and the only catch. Commands are loaded when
 * they run, so that `--help` and `check` do not pay for the PDF stage.
 */
import { Command, CommanderError } from 'commander';
import { addHelp } from './cli/help.ts';
import { addMail } from './cli/mail.ts';
import { addSelection } from './cli/options.ts';
import { addPreview } from './cli/preview.ts';
import type { CheckOptions } from './commands/check.ts';
import type { RenderOptions } from './commands/render.ts';
import { printDiagnostics } from './commands/report.ts';
import { UsageError, UserError } from './diagnostic.ts';
import { packageVersion } from './package.ts';
import { systemProblem } from './system-error.ts';

/**
 * Runs the tool. Sets `process.exitCode`: 0 done, 1 problems in the data or a letter failed, 2 usage,
 * 130 interrupted. Never throws.
 */
export async function main(argv: readonly string[]): Promise<void> {
  watchOutput();
  try {
    await program().parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function program(): Command {
  const cli = new Command('wsis-letters')
    .description(
      'Official letters in the six languages of the United Nations as PDF, from the data of an edition.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run it with --help to see what it takes.')
    .exitOverride()
    .addHelpText('after', TOP_HELP);
  addInit(cli);
  addCheck(cli);
  addRender(cli);
  addVerify(cli);
  addPreview(cli);
  addMail(cli);
  addHelp(cli);
  return cli;
}

const TOP_HELP = `
An edition is a folder with edition.yaml and the lists of its stakeholders.

Examples:
  $ wsis-letters init forum-2027          start a new edition
  $ wsis-letters check forum-2027         find every problem in it
  $ wsis-letters preview forum-2027       see the letters while you write
  $ wsis-letters render forum-2027        make the letters, into forum-2027/out
  $ wsis-letters verify forum-2027/out/*.pdf
                                          look for every word in what was made
  $ wsis-letters mail --help              send the letters by e-mail

Exit codes: 0 done, 1 problems in the data or a letter failed, 2 wrong usage, 130 interrupted`;

function addInit(cli: Command): void {
  cli
    .command('init')
    .description('start a new edition, with everything explained in its files')
    .argument('<dir>', 'folder to make; it may exist if it is empty')
    .addHelpText(
      'after',
      `
Examples:
  $ wsis-letters init forum-2027`,
    )
    .action(async (dir: string) => {
      const { init } = await import('./commands/init.ts');
      process.exitCode = init(dir);
    });
}

function addCheck(cli: Command): void {
  cli
    .command('check')
    .description('find all problems of an edition; nothing is written')
    .argument('[edition]', 'folder of the edition', '.')
    .option('--lint', 'proof-read as well: warnings about what is probably a slip')
    .option('--json', 'print problems as JSON, one a line, on standard error')
    .option('--quiet', 'print problems only')
    .addHelpText(
      'after',
      `
Examples:
  $ wsis-letters check                    the edition in the current folder
  $ wsis-letters check forum-2027
  $ wsis-letters check forum-2027 --lint  wrong weekdays, years of another edition, doubled words …
  $ wsis-letters check forum-2027 --json 2>problems.jsonl`,
    )
    .action(async (edition: string, options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      process.exitCode = await check(edition, options);
    });
}

function addRender(cli: Command): void {
  const command = cli
    .command('render')
    .description('make the letters of an edition as PDF')
    .argument('[edition]', 'folder of the edition', '.')
    .option('--out <dir>', 'folder for the PDFs (default: <edition>/out)');
  addSelection(command, 'personal letters')
    .option('--draft', 'mark every page as a draft; the files are named <…>-draft')
    .option('--png', 'draw a picture of each page as well, beside the PDF')
    .option('--force', 'render again what has not changed')
    .option(
      '--json',
      'print one JSON object a letter on standard output, and problems so on standard error',
    )
    .option('--quiet', 'print problems only')
    .addHelpText('after', RENDER_HELP)
    .action(async (edition: string, options: RenderOptions) => {
      const { render } = await import('./commands/render.ts');
      process.exitCode = await render(edition, options);
    });
}

const RENDER_HELP = `
Several values are separated by commas. Nothing is written if a selected letter has an error.

Examples:
  $ wsis-letters render forum-2027
  $ wsis-letters render forum-2027 --letter invitation --language ar,fr --circular
  $ wsis-letters render forum-2027 --category government,civil-society
  $ wsis-letters render forum-2027 --to gov-ch-01 --out /tmp/proof --force
  $ wsis-letters render forum-2027 --circular --png
  $ wsis-letters render forum-2027 --json | jq -r .file`;

function addVerify(cli: Command): void {
  cli
    .command('verify')
    .description('read letters back with another program and look for every word')
    .argument('<pdf...>', 'files that `render` has made, in their folder')
    .option(
      '--json',
      'print one JSON object a file on standard output, and problems so on standard error',
    )
    .option('--quiet', 'print problems only')
    .addHelpText(
      'after',
      `
Examples:
  $ wsis-letters verify forum-2027/out/*.pdf
  $ wsis-letters verify forum-2027/out/*.pdf --json | jq -r 'select(.strict < 1) | .missing[]'`,
    )
    .action(async (files: readonly string[], options: { json?: true; quiet?: true }) => {
      const { verify } = await import('./commands/verify.ts');
      process.exitCode = await verify(files, options);
    });
}

/** Says what went wrong; gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const problem = systemProblem(error);
  const problems = error instanceof UserError ? error.diagnostics : problem && [problem];
  if (problems) {
    printDiagnostics(problems, { json: process.argv.includes('--json') });
    return error instanceof UsageError ? 2 : 1;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `${trace}\nThis is a fault of wsis-letters ${packageVersion()}, not of your data: please report it with the lines above.\n`,
  );
  return 1;
}

/**
 * `wsis-letters render | head`: whoever reads our output may leave early; the letters are made all the same.
 * Output that cannot be written where it should go (a full disk) ends the run, for a script relies on it.
 */
function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout) {
        process.stderr.write(`error: cannot write to standard output: ${error.message}\n`);
      }
      process.exit(1);
    });
  }
}
