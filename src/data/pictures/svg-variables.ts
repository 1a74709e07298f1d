/** Custom properties of CSS in an SVG, as far as one value holds for all of it (CSS Custom Properties 1). */

/** What names stand for; undefined where that differs from place to place. */
export type Variables = ReadonlyMap<string, string | undefined>;

const DEFINITION = /(--[\w-]+)\s*:\s*([^;{}"']*)/g;
/** Where a definition holds for the whole drawing: a rule for the root, or the root's own style. */
const FOR_ALL =
  /(?:(?:^|[}>/])\s*(?::root|svg)\s*\{[^{}]*|<svg\b[^<>]*\bstyle\s*=\s*["'][^"'<>]*)$/;
/** One variable, without one inside. */
const USE = /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g;
/** More than that refer to themselves. */
const DEEPEST = 20;

/** The custom properties of an SVG. */
export function variablesOf(text: string): Variables {
  const found = new Map<string, string | undefined>();
  if (!text.includes('var(')) return found;
  const plain = text.replace(/<!--|-->|<!\[CDATA\[|\]\]>|\/\*[\s\S]*?\*\//g, ' ');
  for (const { index, 1: name = '', 2: value = '' } of plain.matchAll(DEFINITION)) {
    const once = !found.has(name) && FOR_ALL.test(plain.slice(0, index));
    found.set(name, once ? value.trim() : undefined);
  }
  return found;
}

/** The text with values for its variables; those that have none, or not everywhere the same, stay. */
export function withValues(text: string, variables: Variables): string {
  let result = text;
  for (let depth = 0; depth < DEEPEST && result.includes('var('); depth++) {
    result = result.replace(USE, (whole, name: string, otherwise?: string) => {
      const value = variables.has(name) ? variables.get(name) : otherwise?.trim();
      return value || whole;
    });
  }
  return result;
}
