/** Fonts: failure conditions 10 and 31 of the Matterhorn Protocol 1.1, and ISO 19005-2, 6.2.11. */
import { codesShown, operationsOf } from '../content.ts';
import { type FontProgram, readTrueType } from '../font-program.ts';
import type { Dictionary, Pdf, Value } from '../pdf.ts';
import { editContent, type Rule, required } from '../rule.ts';
import { readToUnicode } from '../to-unicode.ts';

/** A font with all that the letter shows of it. */
interface ShownFont {
  readonly name: string;
  readonly font: Dictionary;
  readonly descendant: Dictionary;
  readonly descriptor: Dictionary;
  readonly codes: readonly number[];
  readonly toUnicode: ReadonlyMap<number, string>;
}

function shownFonts(pdf: Pdf): ShownFont[] {
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

function programOf(pdf: Pdf, { descriptor }: ShownFont): FontProgram | undefined {
  const program = pdf.data(descriptor['/FontFile2']);
  return program && readTrueType(program);
}

/** Width of a code as the font dictionary has it (ISO 32000-1, 9.7.4.3). */
function declaredWidth(pdf: Pdf, descendant: Dictionary, code: number): number {
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

/** The codes of each font for which something is not so. */
const codes =
  (isWrong: (code: number, font: ShownFont, pdf: Pdf) => boolean) =>
  (pdf: Pdf): string[] =>
    shownFonts(pdf).flatMap((font) =>
      font.codes
        .filter((code) => isWrong(code, font, pdf))
        .map((code) => `code ${code} of ${font.name}`),
    );

const fonts =
  (isWrong: (font: ShownFont, pdf: Pdf) => boolean) =>
  (pdf: Pdf): string[] =>
    shownFonts(pdf)
      .filter((font) => isWrong(font, pdf))
      .map(({ name }) => name);

const firstFont = (pdf: Pdf) => required(pdf.fonts()[0], 'a font');

function editToUnicode(change: (map: string) => string): (pdf: Pdf) => void {
  return (pdf) => pdf.edit(firstFont(pdf).font['/ToUnicode'], change);
}

/** Puts a text in the place of the first that a ToUnicode map has. */
function firstText(hex: string): (map: string) => string {
  return (map) =>
    map.replace(
      /(begin(?:bfchar|bfrange)\s*(?:<\w+>\s*)+?\[?\s*)<\w+>(?=\s*[\n<\]])/,
      `$1<${hex}>`,
    );
}

const IDENTITY = new Set(['/Identity-H', '/Identity-V']);

export const FONT_RULES: readonly Rule[] = [
  {
    clause: '10-001; 6.2.11.7.2',
    says: 'every code that is shown has a text',
    violations: codes((code, { toUnicode }) => (toUnicode.get(code) ?? '') === ''),
    breaks: editToUnicode((map) =>
      map.replace(/<(\w{4})>/g, (found) =>
        found === '<0000>' || found === '<FFFF>' ? found : '<0FFF>',
      ),
    ),
  },
  {
    clause: '31-004; 6.2.11.3.2',
    says: 'a TrueType CIDFont maps its codes to glyphs by a stream or Identity',
    violations: fonts(({ descendant }, pdf) => {
      const map = descendant['/CIDToGIDMap'];
      if (descendant['/Subtype'] !== '/CIDFontType2') return false;
      return map !== '/Identity' && pdf.data(map) === undefined;
    }),
    breaks: (pdf) => {
      delete firstFont(pdf).descendant['/CIDToGIDMap'];
    },
  },
  {
    clause: '31-006; 6.2.11.3.3',
    says: 'the encoding is one that readers know',
    violations: fonts(({ font }) => !IDENTITY.has(String(font['/Encoding']))),
    breaks: (pdf) => {
      firstFont(pdf).font['/Encoding'] = '/Own-H';
    },
  },
  {
    clause: '31-009; 6.2.11.4.1',
    says: 'the font program is embedded',
    violations: fonts(({ descriptor }, pdf) => {
      const keys = ['/FontFile2', '/FontFile3'];
      return keys.every((key) => pdf.data(descriptor[key]) === undefined);
    }),
    breaks: (pdf) => {
      delete firstFont(pdf).descriptor['/FontFile2'];
    },
  },
  {
    clause: '31-011; 6.2.11.4.1',
    says: 'the font program has every glyph that is shown',
    violations: codes((code, font, pdf) => {
      const program = programOf(pdf, font);
      return program !== undefined && code >= program.glyphs;
    }),
    breaks: (pdf) => editContent(pdf, (text) => text.replace(/<[0-9a-fA-F]{4}/, '<7FFF')),
  },
  {
    clause: '31-015; 6.2.11.4.2',
    says: 'there is no CIDSet, which few readers write right',
    violations: fonts(({ descriptor }) => '/CIDSet' in descriptor),
    breaks: (pdf) => {
      const { font, descriptor } = firstFont(pdf);
      descriptor['/CIDSet'] = font['/ToUnicode'] ?? null;
    },
  },
  {
    clause: '31-016; 6.2.11.5',
    says: 'the widths of the dictionary are those of the program',
    violations: codes((code, font, pdf) => {
      const width = programOf(pdf, font)?.advance(code);
      if (width === undefined) return false;
      return Math.abs(width - declaredWidth(pdf, font.descendant, code)) > 1;
    }),
    breaks: (pdf) => {
      const { descendant } = firstFont(pdf);
      descendant['/W'] = [1, 60000, 333];
    },
  },
  {
    clause: '31-027; 6.2.11.7.2',
    says: 'every font has a ToUnicode map',
    violations: fonts(({ font }, pdf) => pdf.data(font['/ToUnicode']) === undefined),
    breaks: (pdf) => {
      delete firstFont(pdf).font['/ToUnicode'];
    },
  },
  {
    clause: '31-028; 6.2.11.7.2',
    says: 'no text is U+0000',
    violations: fonts(({ toUnicode }) =>
      [...toUnicode.values()].some((text) => text.includes('\0')),
    ),
    breaks: editToUnicode(firstText('0000')),
  },
  {
    clause: '31-029; 6.2.11.7.2',
    says: 'no text is U+FEFF or U+FFFE',
    violations: fonts(({ toUnicode }) =>
      [...toUnicode.values()].some((text) => /[\uFEFF\uFFFE]/.test(text)),
    ),
    breaks: editToUnicode(firstText('FFFE')),
  },
  {
    clause: '31-030; 6.2.11.8',
    says: 'no code is .notdef',
    violations: codes((code) => code === 0),
    breaks: (pdf) => editContent(pdf, (text) => text.replace(/<[0-9a-fA-F]{4}/, '<0000')),
  },
  {
    clause: '6.2.11.2',
    says: 'the dictionaries of a font name the same font',
    violations: fonts(
      ({ name, descendant, descriptor }) =>
        descendant['/BaseFont'] !== name || descriptor['/FontName'] !== name,
    ),
    breaks: (pdf) => {
      firstFont(pdf).descriptor['/FontName'] = '/Other';
    },
  },
];
