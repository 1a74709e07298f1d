/** The upper halves of encodings of 8 bits, to find what a program made of bytes that it read in the wrong one. */

const BYTES = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);

/** DOS has encodings that the Encoding Standard lacks; and some versions of Node read Windows-1252 as Latin-1. */
const OWN = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
} as const;

/** Names of the Encoding Standard, and two of DOS. */
export type CodePage =
  | keyof typeof OWN
  | 'windows-1251'
  | 'windows-1255'
  | 'windows-1256'
  | 'macintosh'
  | 'koi8-r';

const tables = new Map<CodePage, { readonly upper: string; readonly bytes: Map<string, number> }>();

function tableOf(page: CodePage) {
  const known = tables.get(page);
  if (known) return known;
  const upper = page in OWN ? OWN[page as keyof typeof OWN] : new TextDecoder(page).decode(BYTES);
  const bytes = new Map([...upper].map((character, index) => [character, 128 + index]));
  // Latin-1 has controls where Windows-1252 has signs, and those who confuse them may have either.
  if (page === 'windows-1252') {
    for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(String.fromCharCode(byte), byte);
  }
  const table = { upper, bytes };
  tables.set(page, table);
  return table;
}

/** The character that a byte from 0x80 on stands for. */
export function characterOf(byte: number, page: CodePage): string {
  return tableOf(page).upper[byte - 128] ?? '';
}

/** The characters beyond ASCII and their bytes. */
export function bytesOf(page: CodePage): ReadonlyMap<string, number> {
  return tableOf(page).bytes;
}

/** The byte of a character beyond ASCII; undefined if the page does not have it. */
export function byteOf(character: string, page: CodePage): number | undefined {
  return tableOf(page).bytes.get(character);
}

/** The characters of a range of bytes, for a class of a regular expression. */
export function charactersOf(from: number, to: number, page: CodePage): string {
  const found: string[] = [];
  for (const [character, byte] of tableOf(page).bytes) {
    if (byte >= from && byte <= to && character !== '\ufffd') found.push(character);
  }
  return found.map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/** The text that the same bytes give in another encoding; undefined if a character has no byte. */
export function reread(text: string, read: CodePage, written: CodePage): string | undefined {
  let out = '';
  for (const character of text) {
    const byte = character < '\u0080' ? undefined : byteOf(character, read);
    if (byte === undefined && character >= '\u0080') return undefined;
    out += byte === undefined ? character : characterOf(byte, written);
  }
  return out;
}
