/** Names that every object of JavaScript has of itself: as a key or an id of ours they would mean two things. */
import type { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';

/** Whether it is `__proto__`, `constructor`, `toString` or another of these. */
export function isReserved(name: string): boolean {
  return name in Object.prototype;
}

/** Reports a name that cannot be a key. */
export function reportReserved({ value, span }: Text, problems: Problems): void {
  const message = `"${value}" cannot be a key: the tool's own language reserves the name`;
  problems.error('bad-id', span, message, `add to it, for example ${plain(value)}-1`);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
