/** What a YAML file says, with places: texts, maps and lists, whose meaning the schema decides. */
import type { Span } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';

/** A value of a YAML file. */
export type Node = ScalarNode | MapNode | ListNode;

/** A text. */
export interface ScalarNode {
  readonly type: 'scalar';
  /** As written: `1e3`, `+41 22 730 6240` and `2026-07-06` stay what they are. Quotes and escapes are resolved. */
  readonly value: string;
  /** Of its first character; of the key where there is no value. */
  readonly span: Span;
  /** The lines of the value, each with its own place. */
  readonly lines: readonly Text[];
}

/** Keys with their values, in the order of the file. */
export interface MapNode {
  readonly type: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
}

/** A key with its value. */
export interface Entry {
  readonly key: Text;
  readonly node: Node;
}

/** Values in order. */
export interface ListNode {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly Node[];
}

/** The entry of a map with that key, if the node is a map and has it. */
export function entryOf(node: Node, key: string): Entry | undefined {
  return node.type === 'map' ? node.entries.find((entry) => entry.key.value === key) : undefined;
}
