/** `like`: a letter takes from an earlier one every key that it does not set itself. */
import type { Problems } from '../../diagnostic.ts';
import { type Entry, entryOf, type MapNode, type Node } from '../source/tree.ts';
import { hintFor } from '../suggest.ts';

/** Keys that no letter takes over. */
const OWN = ['id', 'like'];

/**
 * The letters with the keys that they take over. These keep their own place in the file,
 * so that what is wrong with them is reported there.
 */
export function resolveLikes(letters: Node, problems: Problems): Node {
  if (letters.type !== 'list') return letters;
  const earlier = new Map<string, MapNode>();
  const items = letters.items.map((item) => {
    if (item.type !== 'map') return item;
    const resolved = resolveLike(item, earlier, problems);
    const id = scalarOf(item, 'id');
    if (id !== undefined && !earlier.has(id)) earlier.set(id, resolved);
    return resolved;
  });
  return { ...letters, items };
}

function resolveLike(
  letter: MapNode,
  earlier: ReadonlyMap<string, MapNode>,
  problems: Problems,
): MapNode {
  const like = entryOf(letter, 'like');
  if (!like) return letter;
  const own = letter.entries.filter((entry) => entry !== like);
  const name = like.node.type === 'scalar' ? like.node.value : '';
  const model = earlier.get(name);
  if (!model) {
    const hint = hintFor(name, [...earlier.keys()]) ?? 'like takes the id of a letter above';
    problems.error('unknown-letter', like.node.span, `no letter "${name}" stands before`, hint);
  }
  return { ...letter, entries: [...own, ...inherited(own, model?.entries ?? [])] };
}

function inherited(own: readonly Entry[], model: readonly Entry[]): Entry[] {
  const given = new Set([...OWN, ...own.map(({ key }) => key.value)]);
  return model.filter(({ key }) => !given.has(key.value));
}

function scalarOf(letter: MapNode, key: string): string | undefined {
  const node = entryOf(letter, key)?.node;
  return node?.type === 'scalar' ? node.value : undefined;
}
