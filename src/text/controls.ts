/** Bidi controls in texts (UAX #9, section 2). */

export const LRM = '\u200E';
export const LRI = '\u2066';
export const RLI = '\u2067';
const FSI = '\u2068';
export const PDI = '\u2069';
const PDF = '\u202C';

const ISOLATE_INITIATORS = new Set([LRI, RLI, FSI]);
const EMBEDDINGS = new Set(['\u202A', '\u202B', '\u202D', '\u202E']);
/** Characters that take part in the levels and are never drawn. */
const INVISIBLE = /[\u061C\u200B\u200E\u200F\u2028\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;

/** `text` without the characters that are never drawn. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * `text` with its embeddings and isolates balanced: a terminator without initiator is dropped, an
 * open initiator is closed at the end or, as rule X6a does, with the isolate around it. So a text
 * cannot change the order of what is around it.
 */
export function balanceControls(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(text)) return text;
  const open: string[] = [];
  let out = '';
  for (const char of text) {
    if (char === PDI || char === PDF) {
      out += closeInnermost(open, char);
      continue;
    }
    if (ISOLATE_INITIATORS.has(char)) open.push(PDI);
    else if (EMBEDDINGS.has(char)) open.push(PDF);
    out += char;
  }
  return out + open.reverse().join('');
}

/** Takes from `open` what `terminator` closes, and returns the terminators for it. */
function closeInnermost(open: string[], terminator: string): string {
  const index = terminator === PDI ? open.lastIndexOf(PDI) : open.length - 1;
  if (open[index] !== terminator) return '';
  return open.splice(index).reverse().join('');
}
