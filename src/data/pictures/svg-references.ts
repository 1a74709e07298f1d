/** Parts of an SVG that are drawn again elsewhere: they may multiply, or go in a circle. */

/** An element, as far as what it draws goes. */
export interface Part {
  readonly offset: number;
  readonly children: Part[];
  /** Ids of what is drawn for it: by `use`, and as its pattern, mask, marker or clipping path. */
  readonly references: readonly string[];
}

/** Why it cannot be drawn: the part where that shows. */
export interface Tangle {
  readonly offset: number;
  readonly why: 'circle' | 'many';
}

/** The ids to which the attributes of an element refer. */
export function referencesOf(attributes: Readonly<Record<string, string>>): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (/(?:^|:)href$/.test(name)) return value.startsWith('#') ? [value.slice(1)] : [];
    return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id = '']) => id);
  });
}

/** The first part that is drawn inside itself, or that comes to more elements than `most`. */
export function tangleOf(
  root: Part,
  ids: ReadonlyMap<string, Part>,
  most: number,
): Tangle | undefined {
  const sizes = new Map<Part, number>();
  const open = new Set<Part>();
  let tangle: Tangle | undefined;
  const sizeOf = (part: Part): number => {
    const known = sizes.get(part);
    if (known !== undefined || tangle) return known ?? 0;
    if (open.has(part)) tangle = { offset: part.offset, why: 'circle' };
    open.add(part);
    let size = 1;
    for (const inner of [...part.children, ...targets(part, ids)]) size += sizeOf(inner);
    open.delete(part);
    if (size > most) tangle ??= { offset: part.offset, why: 'many' };
    sizes.set(part, size);
    return size;
  };
  sizeOf(root);
  return tangle;
}

function targets({ references }: Part, ids: ReadonlyMap<string, Part>): Part[] {
  return references.flatMap((id) => ids.get(id) ?? []);
}
