/**
 * Streams of objects in a PDF, which whoever opens it has to inflate: a few kilobytes may come to gigabytes. Streams of
 * pages and pictures are copied as they are.
 */
import { inflateSync } from 'node:zlib';

/** Bytes of all of them; the objects of a book of a thousand pages take some ten million. */
const MOST = 100_000_000;
/** Bytes between the beginning of a stream's object and its data. */
const LONGEST_HEAD = 4096;

/** Whether the objects of a PDF inflate to more than anybody can use. */
export function inflatesTooFar(pdf: Buffer): boolean {
  let left = MOST;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    const head = headBefore(pdf, at);
    if (!/\/(?:ObjStm|XRef)\b/.test(head)) continue;
    // A stream that is deflated twice inflates a million times.
    if ((head.match(/Decode\b/g) ?? []).length > 1) return true;
    left -= inflatedLength(pdf.subarray(dataStart(pdf, at)), left);
    if (left < 0) return true;
  }
  return false;
}

/** The dictionary of a stream, its names spelt out (ISO 32000-1, 7.3.5). */
function headBefore(pdf: Buffer, at: number): string {
  const text = pdf.toString('latin1', Math.max(0, at - LONGEST_HEAD), at);
  const own = text.slice(Math.max(0, text.lastIndexOf('obj')));
  return own.replace(/#([\da-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** After the keyword comes CRLF or LF (7.3.8.1). */
function dataStart(pdf: Buffer, at: number): number {
  return pdf.indexOf('\n', at) + 1;
}

/** What is not deflated, or broken, is left to the reader; what comes to more counts as one more. */
function inflatedLength(data: Buffer, most: number): number {
  try {
    return inflateSync(data, { maxOutputLength: most + 1 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
