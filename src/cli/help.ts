/** The command `help`, for commands inside others too: commander's own looks one step down only. */
import type { Command } from 'commander';

/** Adds `help [command...]` to the whole command line. */
export function addHelp(cli: Command): void {
  cli
    .helpCommand(false)
    .command('help')
    .description('print the help of a command')
    .argument('[command...]', 'such as `render`, or `mail send`')
    .action((names: readonly string[]) => find(cli, names).help());
}

function find(cli: Command, names: readonly string[]): Command {
  return names.reduce((command, name) => {
    const found = command.commands.find((one) => one.name() === name);
    return found ?? command.error(`error: unknown command '${name}'`);
  }, cli);
}
