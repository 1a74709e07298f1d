/** The ToUnicode map of a font (ISO 32000-1 9.10.3, Adobe Technical Note 5411): code → text. */
import type { Slot } from './slots.ts';

/** Most entries that one `bfchar` operator may have. */
const BLOCK = 100;

/** Code n is `slots[n - 1]`. Codes are two bytes; texts UTF-16. */
export function toUnicodeMap(slots: readonly Slot[]): string {
  const entries = slots.map((slot, index) => `<${hex(index + 1)}> <${utf16(slot.text)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += BLOCK) {
    const block = entries.slice(start, start + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
