/** The ToUnicode map of a font (ISO 32000-1 9.10.3, Adobe Technical Note 5411): code → text. */
import type { Slot } from './slots.ts';

/** Codes of one range may differ in their last byte only, and a range may have at most so many texts. */
const RANGE = 0x100;
const LONGEST = 100;

/** Code n is `slots[n - 1]`. Codes are two bytes; texts UTF-16. */
export function toUnicodeMap(slots: readonly Slot[]): string {
  const ranges: string[] = [];
  for (let code = 1; code <= slots.length; ) {
    const end = Math.min(slots.length + 1, code + LONGEST, (Math.floor(code / RANGE) + 1) * RANGE);
    const texts = slots.slice(code - 1, end - 1).map((slot) => `<${utf16(slot.text)}>`);
    ranges.push(`<${hex(code)}><${hex(end - 1)}>[${texts.join('')}]`);
    code = end;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return digits;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
