/** Loaded by processes that tests start (`--import`): standard input ends with the parent, however that ended. */
process.stdin.on('end', () => process.exit()).on('error', () => process.exit());
process.stdin.resume();
process.stdin.unref();
