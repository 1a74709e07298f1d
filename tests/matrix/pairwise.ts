/** All-pairs testing: few rows in which every two levels of any two factors meet at least once. */

export type Factors = Readonly<Record<string, readonly unknown[]>>;
export type Row<F extends Factors> = { readonly [K in keyof F]: F[K][number] };

type Levels = readonly number[];

/**
 * Rows that cover all pairs, always the same for the same factors: each row begins with the first pair that is still
 * uncovered and takes, factor by factor, the level that covers most (the greedy choice of AETG, Cohen et al. 1997).
 */
export function pairwise<const F extends Factors>(factors: F): Row<F>[] {
  const names = Object.keys(factors);
  const sizes = names.map((name) => factors[name]?.length ?? 0);
  const open = allPairs(sizes);
  const rows: Levels[] = [];
  while (open.size > 0) {
    const row = nextRow(sizes, open);
    for (const pair of pairsOf(row)) open.delete(pair);
    rows.push(row);
  }
  return rows.map(
    (row) =>
      Object.fromEntries(names.map((name, at) => [name, factors[name]?.[row[at] ?? 0]])) as Row<F>,
  );
}

/** `a.x,b.y`: level x of factor a with level y of factor b. */
function keyOf(a: number, x: number, b: number, y: number): string {
  return a < b ? `${a}.${x},${b}.${y}` : `${b}.${y},${a}.${x}`;
}

function allPairs(sizes: readonly number[]): Set<string> {
  const pairs = new Set<string>();
  sizes.forEach((count, a) => {
    for (let b = a + 1; b < sizes.length; b += 1) {
      for (let x = 0; x < count; x += 1) {
        for (let y = 0; y < (sizes[b] ?? 0); y += 1) pairs.add(keyOf(a, x, b, y));
      }
    }
  });
  return pairs;
}

function pairsOf(row: Levels): string[] {
  return row.flatMap((x, a) => row.slice(a + 1).map((y, more) => keyOf(a, x, a + 1 + more, y)));
}

function nextRow(sizes: readonly number[], open: ReadonlySet<string>): Levels {
  const [first = ''] = open;
  const row = new Map<number, number>();
  for (const half of first.split(',')) {
    const [factor = 0, level = 0] = half.split('.').map(Number);
    row.set(factor, level);
  }
  sizes.forEach((count, factor) => {
    if (row.has(factor)) return;
    const gains = Array.from(
      { length: count },
      (_, level) =>
        [...row].filter(([other, at]) => open.has(keyOf(factor, level, other, at))).length,
    );
    // Where levels are equally good, rows take turns, so that none is left to the end.
    const turn = open.size % count;
    const best = gains
      .map((gain, level) => ({ gain, level, order: (level - turn + count) % count }))
      .sort((a, b) => b.gain - a.gain || a.order - b.order)[0];
    row.set(factor, best?.level ?? 0);
  });
  return sizes.map((_, factor) => row.get(factor) ?? 0);
}
