/**
 * Limits of time hold in `npm run bench:preview`, on a machine that does nothing else; beside other
 * tests they would fail by chance.
 */
const isBench = process.env.WSIS_BENCH !== undefined;

/** The limit in a bench, else one that only a hang exceeds; milliseconds. */
export function milliseconds(limit: number): number {
  return isBench ? limit : limit * 60;
}
