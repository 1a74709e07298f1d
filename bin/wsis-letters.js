#!/usr/bin/env node
/** Starts the tool; what would explain why it cannot be loaded would have to be loaded too, so that is told here. */
const cli = await import('../dist/cli.js').catch(tellWhy);
await cli?.main(process.argv);

function tellWhy(error) {
  const { code, syscall, message } = error;
  if (syscall === undefined && code !== 'ERR_MODULE_NOT_FOUND') throw error;
  const hint =
    code === 'EMFILE'
      ? 'allow more open files, say with "ulimit -n 1024", and run it again'
      : 'look whether its folder is whole and readable; "npm ci" there installs it again';
  process.stderr.write(
    `error[system-error]: cannot load wsis-letters: ${message}\nhint: ${hint}\n`,
  );
  process.exitCode = 1;
}
