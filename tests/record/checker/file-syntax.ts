/** A file as it is written: what stands outside of the data of its streams. */
import { inflateSync } from 'node:zlib';

export interface FileSyntax {
  /** Latin-1; the data of each stream left out, but not the keywords around it. */
  readonly outer: string;
  /** The objects of object streams, Latin-1. */
  readonly inner: string;
}

const STREAM = /<<(?:(?!endobj).)*?>>\s*stream(\r\n|\n|\r)/gs;
const LENGTH = /\/Length\s+(\d+)/;

const known = new WeakMap<Buffer, FileSyntax>();

export function syntaxOf(bytes: Buffer): FileSyntax {
  const found = known.get(bytes) ?? readSyntax(bytes);
  known.set(bytes, found);
  return found;
}

function readSyntax(bytes: Buffer): FileSyntax {
  const text = bytes.toString('latin1');
  let [outer, inner, done] = ['', '', 0];
  STREAM.lastIndex = 0;
  for (let match = STREAM.exec(text); match; match = STREAM.exec(text)) {
    const start = STREAM.lastIndex;
    const end = start + Number(LENGTH.exec(match[0])?.[1] ?? 0);
    outer += text.slice(done, start);
    if (match[0].includes('/ObjStm')) inner += inflated(bytes.subarray(start, end));
    done = end;
    STREAM.lastIndex = end;
  }
  return { outer: outer + text.slice(done), inner };
}

/** Empty where the data is damaged: that is for another rule to tell. */
function inflated(data: Buffer): string {
  try {
    return inflateSync(data).toString('latin1');
  } catch {
    return '';
  }
}
