/** Fonts: failure conditions 10 and 31 of the Matterhorn Protocol 1.1, and ISO 19005-2, 6.2.11. */
import type { Pdf } from '../pdf.ts';
import { editContent, type Rule, required } from '../rule.ts';
import { declaredWidth, programOf, type ShownFont, shownFonts } from '../shown-fonts.ts';

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

/** Shows a code of the first page's first font once more. */
const showCode = (code: string) => (pdf: Pdf) => {
  const fonts = pdf.dictionary(pdf.dictionary(pdf.pages()[0]?.['/Resources'])['/Font']);
  const show = `/Artifact BMC BT ${Object.keys(fonts)[0]} 9 Tf <${code}> Tj ET EMC`;
  editContent(pdf, (text) => `${text}\n${show}`);
};

const PROGRAMS = new Set(['/Type1C', '/CIDFontType0C', '/OpenType']);
const PRIVATE = /\p{Co}/u;
const IDENTITY = new Set(['/Identity-H', '/Identity-V']);

export const FONT_RULES: readonly Rule[] = [
  {
    meets: ['MP 10-001', 'UA 7.21.7-1', 'A 6.2.11.7.2-1'],
    says: 'every code that is shown has a text',
    violations: codes((code, { toUnicode }) => (toUnicode.get(code) ?? '') === ''),
    breaks: editToUnicode((map) =>
      map.replace(/<(\w{4})>/g, (found) =>
        found === '<0000>' || found === '<FFFF>' ? found : '<0FFF>',
      ),
    ),
  },
  {
    meets: ['MP 31-004', 'MP 31-005', 'UA 7.21.3.2-1', 'A 6.2.11.3.2-1'],
    says: 'a TrueType CIDFont maps its codes to glyphs by a stream or Identity',
    violations: fonts(({ descendant }, pdf) => {
      const map = descendant['/CIDToGIDMap'];
      if (descendant['/Subtype'] !== '/CIDFontType2') return false;
      return map !== '/Identity' && pdf.data(map) === undefined;
    }),
    breaks: (pdf) => {
      const { descendant } = firstFont(pdf);
      descendant['/Subtype'] = '/CIDFontType2';
      delete descendant['/CIDToGIDMap'];
    },
  },
  {
    meets: [
      'MP 31-001',
      'MP 31-002',
      'MP 31-003',
      'MP 31-006',
      'MP 31-007',
      'MP 31-008',
      'UA 7.21.3.1-1',
      'UA 7.21.3.3-1',
      'UA 7.21.3.3-2',
      'UA 7.21.3.3-3',
      'A 6.2.11.3.1-1',
      'A 6.2.11.3.3-1',
      'A 6.2.11.3.3-2',
      'A 6.2.11.3.3-3',
      'A 6.1.13-10',
    ],
    says: 'the encoding is one that readers know',
    violations: fonts(({ font }) => !IDENTITY.has(String(font['/Encoding']))),
    breaks: (pdf) => {
      firstFont(pdf).font['/Encoding'] = '/Own-H';
    },
  },
  {
    meets: ['MP 31-009', 'UA 7.21.4.1-1', 'A 6.2.11.4.1-1'],
    says: 'the font program is embedded',
    violations: fonts(({ descriptor }, pdf) => {
      const keys = ['/FontFile2', '/FontFile3'];
      return keys.every((key) => pdf.data(descriptor[key]) === undefined);
    }),
    breaks: (pdf) => {
      const { descriptor } = firstFont(pdf);
      delete descriptor['/FontFile2'];
      delete descriptor['/FontFile3'];
    },
  },
  {
    meets: ['MP 31-011', 'UA 7.21.4.1-2', 'A 6.2.11.4.1-2'],
    says: 'the font program has every glyph that is shown',
    violations: codes((code, font, pdf) => {
      const program = programOf(pdf, font);
      return program !== undefined && !program.has(code);
    }),
    breaks: showCode('7FFF'),
  },
  {
    meets: ['MP 31-014', 'MP 31-015', 'UA 7.21.4.2-2', 'A 6.2.11.4.2-2'],
    says: 'there is no CIDSet, which few readers write right',
    violations: fonts(({ descriptor }) => '/CIDSet' in descriptor),
    breaks: (pdf) => {
      const { font, descriptor } = firstFont(pdf);
      descriptor['/CIDSet'] = font['/ToUnicode'] ?? null;
    },
  },
  {
    meets: ['MP 31-016', 'UA 7.21.5-1', 'A 6.2.11.5-1'],
    says: 'the widths of the dictionary are those of the program',
    violations: codes((code, font, pdf) => {
      const width = programOf(pdf, font)?.advance(code);
      if (width === undefined) return false;
      return Math.abs(width - declaredWidth(pdf, font.descendant, code)) > 1;
    }),
    breaks: (pdf) => {
      const { descendant } = firstFont(pdf);
      descendant['/W'] = [0, 60000, 333];
    },
  },
  {
    meets: ['MP 31-027'],
    says: 'every font has a ToUnicode map',
    violations: fonts(({ font }, pdf) => pdf.data(font['/ToUnicode']) === undefined),
    breaks: (pdf) => {
      delete firstFont(pdf).font['/ToUnicode'];
    },
  },
  {
    meets: ['MP 31-028', 'UA 7.21.7-2', 'A 6.2.11.7.2-2'],
    says: 'no text is U+0000',
    violations: fonts(({ toUnicode }) =>
      [...toUnicode.values()].some((text) => text.includes('\0')),
    ),
    breaks: editToUnicode(firstText('0000')),
  },
  {
    meets: ['MP 31-029', 'UA 7.21.7-2', 'A 6.2.11.7.2-2'],
    says: 'no text is U+FEFF or U+FFFE',
    violations: fonts(({ toUnicode }) =>
      [...toUnicode.values()].some((text) => /[\uFEFF\uFFFE]/.test(text)),
    ),
    breaks: editToUnicode(firstText('FFFE')),
  },
  {
    meets: ['MP 31-030', 'UA 7.21.8-1', 'A 6.2.11.8-1'],
    says: 'no code is .notdef',
    violations: codes((code) => code === 0),
    breaks: showCode('0000'),
  },
  {
    meets: ['ISO 32000-1, 9.8.1'],
    says: 'the dictionaries of a font name the same font',
    violations: fonts(
      ({ name, descendant, descriptor }) =>
        descendant['/BaseFont'] !== name || descriptor['/FontName'] !== name,
    ),
    breaks: (pdf) => {
      firstFont(pdf).descriptor['/FontName'] = '/Other';
    },
  },
  {
    meets: ['A 6.2.11.2-1', 'A 6.2.11.2-3'],
    says: 'dictionaries of fonts say that they are, and name the font',
    violations: (pdf) =>
      pdf
        .pages()
        .flatMap((page) =>
          Object.values(pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font'])),
        )
        .map((font) => pdf.dictionary(font))
        .flatMap((font) => [font, pdf.dictionary(pdf.array(font['/DescendantFonts'])[0])])
        .filter((font) => font['/Type'] !== '/Font' || !('/BaseFont' in font))
        .map((font) => String(font['/BaseFont'])),
    breaks: (pdf) => {
      delete firstFont(pdf).descendant['/BaseFont'];
    },
  },
  {
    meets: ['A 6.2.11.2-7'],
    says: 'font programs in FontFile3 say what they are',
    violations: fonts(({ descriptor }, pdf) => {
      const program = descriptor['/FontFile3'];
      return program !== undefined && !PROGRAMS.has(String(pdf.dictionary(program)['/Subtype']));
    }),
    breaks: (pdf) => {
      const { descriptor } = firstFont(pdf);
      const program = descriptor['/FontFile3'] ?? descriptor['/FontFile2'] ?? null;
      descriptor['/FontFile3'] = program;
      pdf.dictionary(program)['/Subtype'] = '/Type9';
    },
  },
  {
    meets: ['A 6.2.11.7.3-1'],
    says: 'no text is of the private use areas, where it would need an ActualText',
    violations: fonts(({ toUnicode }) =>
      [...toUnicode.values()].some((text) => PRIVATE.test(text)),
    ),
    breaks: editToUnicode(firstText('E000')),
  },
];
