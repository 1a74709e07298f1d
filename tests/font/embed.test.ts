/** Text that went into a PDF comes out of it; the font in it is sound, small and the same each time. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type Face, loadFace } from '../../src/font/face.ts';
import type { Direction } from '../../src/model.ts';
import { EmbeddedFont } from '../../src/pdf/embed/embed.ts';
import { readToUnicode } from '../record/checker/to-unicode.ts';
import { pdfOf } from './pdf.ts';
import { mupdfText, pdfjs, poppler, type Reader, strictLines } from './readers.ts';
import { amiri, CFF_FONT, tinos, VARIABLE_FONT, VOCALISED } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'embed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LRI = '\u2066';
const PDI = '\u2069';

const RTL_LINES = [
  'دعوة إلى المشاركة في منتدى القمة العالمية',
  ...Array.from({ length: VOCALISED.length / 3 }, (_, row) =>
    VOCALISED.slice(3 * row, 3 * row + 3).join(' '),
  ),
  'لا إله الأمم الإسلام الآن',
  'ركن مركز رقم زكي وكيل',
  // A letter that kerning draws back by more than its width.
  'لجنة مشتركة بين الوكالات',
  'لمجتمع المعلومات (WSIS) لعام 2026، الذي',
  '(اليونسكو) وبرنامج (UNDP).',
  `الهاتف: ${LRI}+41 22 730 6240${PDI}`,
  `البريد: ${LRI}wsis-info@itu.int${PDI}؛`,
  `القرار (${LRI}A/RES/80/173${PDI}) بشأن`,
  `من ${LRI}27-31${PDI} مايو، ${LRI}14:30-15:30${PDI}`,
  `نحو ${LRI}14 000${PDI} مشارك؟ نعم!`,
  'الأكاديمية-التقنية و«السؤال» و50 كياناً',
  '٢٠٢٦ سنة ٨٠ دولة',
  'שלום עולם مرحبا',
];
const LTR_LINES = [
  'The office affirms: AVATAR, Toyota, résumé, naïve, São',
  'Decomposed re\u0301sume\u0301 and Zu\u0308rich',
  'Excellency, “quoted” – ‘single’ … 50 % & €3',
  'He said السلام عليكم (peace) to all.',
];

describe.each<[string, Face, Direction, readonly string[]]>([
  ['Amiri', amiri(), 'rtl', RTL_LINES.filter((line) => !/\p{Script=Hebrew}/u.test(line))],
  ['Amiri Bold Italic', amiri('BoldItalic'), 'rtl', RTL_LINES.slice(0, 10)],
  ['Amiri', amiri(), 'ltr', LTR_LINES],
  ['Tinos', tinos(), 'ltr', LTR_LINES.slice(0, 3)],
  ['Tinos', tinos(), 'rtl', ['שלום עולם (WSIS) 2026', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים.']],
  [
    'Lobster, an OpenType font with CFF',
    loadFace(CFF_FONT, 'Lobster'),
    'ltr',
    LTR_LINES.slice(0, 1),
  ],
  [
    'Inter, at weight 700',
    loadFace(VARIABLE_FONT, 'Inter', { wght: 700 }),
    'ltr',
    LTR_LINES.slice(0, 3),
  ],
])('text of %s, %#', (_name, face, direction, lines) => {
  describe.each([0, 4])('with spaces stretched by %d points', (stretch) => {
    it.each<[string, Reader]>([
      ['mupdf', mupdfText],
      ['pdf.js', pdfjs],
    ])('comes back from %s as it was', async (_reader, read) => {
      const pdf = await pdfOf(lines, face, { direction, stretch });
      expect(strictLines(await read(pdf))).toEqual(strictLines(lines.join('\n')));
    });
    it('comes back from poppler, word for word', async () => {
      const pdf = await pdfOf(lines, face, { direction, stretch });
      expect(words(await poppler(pdf))).toEqual(words(lines.join('\n')));
    });
  });
});

/**
 * Letters and digits only, scripts apart, sorted: in right-to-left lines poppler moves punctuation and numbers about,
 * and loses the space after a number, whatever the file.
 */
function words(text: string): string[] {
  return strictLines(text)
    .join(' ')
    .replace(/[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+/gu, ' $& ')
    .replace(/[٠-٩]+/g, ' $& ')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== '')
    .sort();
}

function written(name: string, pdf: Buffer): string {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

describe('the embedded font', () => {
  it.each<[string, Face]>([
    ['TrueType', amiri()],
    ['CFF', loadFace(CFF_FONT, 'Lobster')],
    ['an instance of a variable font', loadFace(VARIABLE_FONT, 'Inter', { wght: 700 })],
    ['a variable font at its default', loadFace(VARIABLE_FONT, 'Inter')],
  ])('%s is whole for qpdf and known to pdffonts', async (name, face) => {
    const path = written(name, await pdfOf(['Te fi AV'], face, { direction: 'ltr' }));
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax');
    const row = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').at(-1);
    expect(row).toMatch(
      new RegExp(`^[A-Z]{6}\\+${face.info.postscriptName} +CID Type 0C +Identity-H +yes yes yes`),
    );
  });

  it('is the same for the same text, whatever was made before', async () => {
    const first = await pdfOf(RTL_LINES.slice(0, 3), amiri(), { direction: 'rtl' });
    await pdfOf(RTL_LINES.slice(3, 9), amiri(), { direction: 'rtl' });
    const again = await pdfOf(RTL_LINES.slice(0, 3), amiri(), { direction: 'rtl' });
    expect(again.equals(first)).toBe(true);
  });

  it('has another name where it holds other glyphs or another weight', () => {
    const names = [
      fontName(amiri(), 'اب'),
      fontName(amiri(), 'اج'),
      fontName(loadFace(VARIABLE_FONT, 'Inter', { wght: 400 }), 'a'),
      fontName(loadFace(VARIABLE_FONT, 'Inter', { wght: 700 }), 'a'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds a sentence in a few kilobytes', async () => {
    const pdf = await pdfOf([RTL_LINES[0] ?? ''], amiri(), { direction: 'rtl' });
    expect(pdf.length).toBeLessThan(9_000);
  });

  it('tells a label from the value that stands at the same height in the other direction', async () => {
    const pdf = await pdfOf(['المرجع:', 'CL-21/4'], amiri(), { direction: 'rtl', leading: 0 });
    expect((await mupdfText(pdf)).split(/[^\p{L}\p{Nd}/-]+/u)).toContain('CL-21/4');
    expect((await mupdfText(pdf)).replace(/[\u061c\u200e]/g, '')).toMatch(/:\s/);
  });

  it('says for each code what it stands for, and has the widths of its program', () => {
    const { descendant, toUnicode } = objectsOf(amiri(), 'لَا بَّ');
    const widths = (descendant.W as [number, number[]])[1];
    const entries = readToUnicode(toUnicode);
    expect([...entries.keys()]).toEqual(widths.slice(1).map((_, index) => index + 1));
    for (const text of entries.values()) expect(text).not.toMatch(/^$|[\0\uFEFF\uFFFE]/);
  });
});

function fontName(face: Face, text: string): unknown {
  return objectsOf(face, text).descendant.BaseFont;
}

/** The dictionaries and the ToUnicode map of a font, as they are given to a document. */
function objectsOf(face: Face, text: string) {
  const objects: { data: Record<string, unknown>; stream?: Buffer }[] = [];
  const document = {
    ref(data: Record<string, unknown>) {
      const object = {
        data,
        end(chunk?: Uint8Array | string) {
          if (chunk !== undefined)
            Object.assign(this, { stream: Buffer.from(chunk as Uint8Array) });
        },
      };
      objects.push(object);
      return object;
    },
  };
  const font = new EmbeddedFont(face, 'F1');
  font.encode(face.shape(text, 'rtl'));
  font.write(document);
  const descendant = objects.find(({ data }) => data.CIDSystemInfo)?.data ?? {};
  const streams = objects.flatMap(({ stream }) => (stream ? [inflateSync(stream)] : []));
  const toUnicode =
    streams.find((stream) => stream.includes('begincmap'))?.toString('latin1') ?? '';
  return { descendant, toUnicode };
}
