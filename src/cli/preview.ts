/** The command `preview`. */
import type { Command } from 'commander';
import type { PreviewCommandOptions } from '../commands/preview.ts';
import { wholeNumber } from './options.ts';

export function addPreview(cli: Command): void {
  cli
    .command('preview')
    .description('show the letters of an edition in a browser on this machine, as they are written')
    .argument('[edition]', 'folder of the edition', '.')
    .option(
      '--port <number>',
      'port of the page (default: any that is free)',
      wholeNumber(0, 65_535),
    )
    .addHelpText('after', HELP)
    .action(async (edition: string, options: PreviewCommandOptions) => {
      const { preview } = await import('../commands/preview.ts');
      process.exitCode = await preview(edition, options);
    });
}

const HELP = `
The page follows the files: save edition.yaml, a list, a template, a font or an image, and it shows
what changed. Nothing leaves this machine. The printed address works once; Ctrl-C ends the preview.

Examples:
  $ wsis-letters preview forum-2027
  $ wsis-letters preview forum-2027 --port 8026`;
