/** What the layout of a text depends on, in one string. */
import type { Face } from '../font/face.ts';
import type { FaceChain } from '../font/faces.ts';
import type { IsolatedText } from './isolate.ts';
import type { TextStyle } from './style.ts';

/** All that pieces and lines follow from; levels do from the text and its base direction. */
export function layoutKey(isolated: IsolatedText, size: number, chain: FaceChain): string {
  const { text, base, language, spans, solids, addresses, breaking } = isolated;
  const styles = spans.map(({ end, style }) => {
    const faces = chain(style, language).map(numberOf).join();
    return `${end} ${styleKey(style)} ${faces}`;
  });
  const fixed = [solids, addresses].map((all) =>
    all.map(({ start, end }) => `${start}-${end}`).join(),
  );
  const { name, balanced } = breaking;
  return [base, language, size, name, balanced, ...fixed, ...styles, text].join('\n');
}

function styleKey({ bold, italic, superscript, href, language }: TextStyle): string {
  return `${bold} ${italic} ${superscript} ${language} ${href}`;
}

const numbers = new WeakMap<Face, number>();
let lastNumber = 0;

/** A number of the face's own. */
function numberOf(face: Face): number {
  const known = numbers.get(face);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(face, lastNumber);
  return lastNumber;
}
