/** Parts of an SVG that are drawn again elsewhere: they may multiply, or go in a circle. */

/** An element, as far as what it draws goes. */
export interface SvgPart {
  readonly offset: number;
  readonly children: SvgPart[];
  /** Ids of what is drawn for it: by `use`, and as its pattern, mask, marker or clipping path. */
  readonly references: readonly string[];
}

/** Why it cannot be drawn: the part where that shows. */
interface Tangle {
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
  root: SvgPart,
  ids: ReadonlyMap<string, SvgPart>,
  most: number,
): Tangle | undefined {
  const sizes = new Map<SvgPart, number>();
  const open = new Set<SvgPart>();
  let tangle: Tangle | undefined;
  const sizeOf = (part: SvgPart): number => {
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

function targets({ references }: SvgPart, ids: ReadonlyMap<string, SvgPart>): SvgPart[] {
  return references.flatMap((id) => ids.get(id) ?? []);
}
