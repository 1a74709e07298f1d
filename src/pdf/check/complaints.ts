/** Libraries that go on where something is missing, and say so on the console alone. */

/** What is said on the console while something runs; it must not wait for anything. */
export function complaintsOf(run: () => void): string[] {
  const { log, warn } = console;
  const said: string[] = [];
  const note = (message: unknown) => {
    said.push(String(message));
  };
  console.log = note;
  console.warn = note;
  try {
    run();
  } finally {
    console.log = log;
    console.warn = warn;
  }
  return said;
}
