/** Bytes → text. A file is read right or refused with the remedy; never garbled. */
import { isUtf8 } from 'node:buffer';

/** A file's text, or why it was refused, at the first byte that cannot be read. */
type Decoded =
  | { readonly text: string }
  | {
      readonly place: { readonly line: number; readonly column: number };
      readonly message: string;
      readonly hint: string;
    };

const REMEDY = 'save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)")';

/** UTF-8 and UTF-16, with or without byte order mark, are read; anything else is refused. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isZip(bytes)) return refused('', 'the file is a spreadsheet or an archive, not text');
  const utf16 = utf16Label(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  if (!isUtf8(bytes)) return legacy(bytes);
  return withoutNul(new TextDecoder('utf-8').decode(bytes));
}

/** "PK\3\4", the start of .xlsx and .ods. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * By byte order mark, else by the NUL bytes that every space, separator, digit and line end has in
 * UTF-16 and that no text has in UTF-8: they are the high halves, so the order shows from their
 * parity. Fewer than one in ten characters is no sign of UTF-16 but of damage.
 */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const nuls: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index & 1 ? 1 : 0]++;
  if (Math.max(...nuls) * 20 < bytes.length) return undefined;
  return nuls[1] > nuls[0] ? 'utf-16le' : 'utf-16be';
}

function decodeUtf16(bytes: Uint8Array, label: string): Decoded {
  try {
    return withoutNul(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return refused('', 'the file is neither UTF-8 nor UTF-16 text');
  }
}

function withoutNul(text: string): Decoded {
  const at = text.indexOf('\0');
  return at < 0 ? { text } : refused(text.slice(0, at), 'the file is not text: it holds a NUL');
}

/** A refusal at the end of the part that can be read. */
function refused(before: string, message: string): Decoded {
  const lines = before.split(/\r\n?|\n/);
  const place = { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
  return { place, message, hint: REMEDY };
}

/** The refusal of a file in a code page of 8 bits, or damaged, at its first wrong byte. */
function legacy(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, text.indexOf('\ufffd'));
  const damaged = /\P{ASCII}/u.test(before);
  const reason = damaged ? 'it is damaged here' : `it looks like ${codePage(bytes)}`;
  return refused(before, `the file is not UTF-8; ${reason}`);
}

/** Arabic words are runs of high bytes; in a western text single high bytes are between letters. */
function codePage(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1256').decode(bytes);
  return /\p{Script=Arabic}{3}/u.test(text) ? 'Windows-1256 (Arabic)' : 'Windows-1252 (Western)';
}
