/** The composite fonts of a letter, with the codes that it shows of each. */
import { type FontProgram, readCff } from './cff-program.ts';
import { codesShown, operationsOf } from './content.ts';
import type { Dictionary, Pdf, Value } from './pdf.ts';
import { readToUnicode } from './to-unicode.ts';

/** A font with all that the letter shows of it. */
export interface ShownFont {
  readonly name: string;
  readonly font: Dictionary;
  readonly descendant: Dictionary;
  readonly descriptor: Dictionary;
  readonly codes: readonly number[];
  readonly toUnicode: ReadonlyMap<number, string>;
}

export function shownFonts(pdf: Pdf): ShownFont[] {
  const codes = new Map<string, Set<number>>();
  for (const page of pdf.pages()) {
    const fonts = pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font']);
    for (const [key, shown] of codesShown(operationsOf(pdf, page))) {
      const name = String(pdf.dictionary(fonts[key])['/BaseFont'] ?? key);
      codes.set(name, new Set([...(codes.get(name) ?? []), ...shown]));
    }
  }
  return pdf.fonts().map(({ font, descendant, descriptor }) => {
    const name = String(font['/BaseFont']);
    const toUnicode = readToUnicode(pdf.data(font['/ToUnicode'])?.toString('latin1') ?? '');
    return { name, font, descendant, descriptor, codes: [...(codes.get(name) ?? [])], toUnicode };
  });
}

export function programOf(pdf: Pdf, { descriptor }: ShownFont): FontProgram | undefined {
  const program = pdf.data(descriptor['/FontFile3']);
  return program && readCff(program);
}

/** Width of a code as the font dictionary has it (ISO 32000-1, 9.7.4.3). */
export function declaredWidth(pdf: Pdf, descendant: Dictionary, code: number): number {
  const entries = pdf.array(descendant['/W']);
  for (let index = 0; index < entries.length; ) {
    const first = Number(entries[index]);
    const next = pdf.resolve(entries[index + 1]);
    if (Array.isArray(next)) {
      const width: Value | undefined = next[code - first];
      if (code >= first && width !== undefined) return Number(width);
      index += 2;
    } else {
      if (code >= first && code <= Number(next)) return Number(entries[index + 2]);
      index += 3;
    }
  }
  return Number(descendant['/DW'] ?? 1000);
}
