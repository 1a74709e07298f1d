/** Reads ToUnicode maps (ISO 32000-1, 9.10.3): characters, ranges, ranges with an array. */

const HEX = /<([0-9A-Fa-f]*)>/g;
const RANGE = /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g;

/** Text by code. */
export function readToUnicode(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    const values = [...block.matchAll(HEX)].map(([, hex = '']) => hex);
    for (let index = 0; index < values.length; index += 2) {
      found.set(Number.parseInt(values[index] ?? '', 16), textOf(values[index + 1] ?? ''));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', list, first = ''] of block.matchAll(RANGE)) {
      const start = Number.parseInt(from, 16);
      const length = Number.parseInt(to, 16) - start + 1;
      for (const [index, text] of textsOf(length, list, first).entries()) {
        found.set(start + index, text);
      }
    }
  }
  return found;
}

/** The texts of a range: those of its array, or the first one and its followers. */
function textsOf(length: number, list: string | undefined, first: string): string[] {
  if (list !== undefined) return [...list.matchAll(HEX)].map(([, hex = '']) => textOf(hex));
  const text = textOf(first);
  return Array.from(
    { length },
    (_, by) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by),
  );
}

function textOf(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
