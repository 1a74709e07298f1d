/** Bytes → text. A file is read right or refused with the remedy; never garbled. */
import { isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly text: string }
  | {
      readonly place: { readonly line: number; readonly column: number };
      readonly message: string;
      readonly hint: string;
    };

const REMEDY = 'save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)")';
const START = { line: 1, column: 1 };

/** UTF-8 and UTF-16, with or without byte order mark, are read; anything else is refused. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isZip(bytes)) return refused('is a spreadsheet or an archive, not a text file');
  const utf16 = utf16Label(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  if (!isUtf8(bytes)) return legacy(bytes);
  return noNul(new TextDecoder('utf-8').decode(bytes));
}

/** "PK\3\4", the start of .xlsx and .ods. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * By byte order mark, else by the NUL bytes that every separator, digit and line end has in
 * UTF-16 and that no text has in UTF-8: they are the high halves, so the order shows from their parity.
 */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const nuls: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index & 1 ? 1 : 0]++;
  return nuls[1] > nuls[0] ? 'utf-16le' : 'utf-16be';
}

function decodeUtf16(bytes: Uint8Array, label: string): Decoded {
  try {
    return noNul(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return refused('is neither UTF-8 nor UTF-16 text');
  }
}

function noNul(text: string): Decoded {
  return text.includes('\0') ? refused('is not a text file') : { text };
}

function refused(message: string): Decoded {
  return { place: START, message: `the file ${message}`, hint: REMEDY };
}

/** The refusal of a file in a code page of 8 bits, or damaged, at its first wrong byte. */
function legacy(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, text.indexOf('\ufffd'));
  const lines = before.split(/\r\n?|\n/);
  const place = { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
  const damaged = /\P{ASCII}/u.test(before);
  const reason = damaged ? 'it is damaged here' : `it looks like ${codePage(bytes)}`;
  return { place, message: `the file is not UTF-8; ${reason}`, hint: REMEDY };
}

/** Arabic words are runs of high bytes; in a western text high bytes stand alone between letters. */
function codePage(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1256').decode(bytes);
  return /\p{Script=Arabic}{3}/u.test(text) ? 'Windows-1256 (Arabic)' : 'Windows-1252 (Western)';
}
