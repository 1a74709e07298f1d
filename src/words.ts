/** Words of messages. */

/** `1 letter`, `2 letters`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
