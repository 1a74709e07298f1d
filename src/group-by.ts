/** Items that belong together, for Node 20, which has no `Map.groupBy`. */

/** A group has at least the item that made it. */
export type Group<T> = [T, ...T[]];

/** Items by their key: groups in the order of their first items, items in their own order. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, Group<T>> {
  const groups = new Map<string, Group<T>>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
