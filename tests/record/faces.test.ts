/**
 * Arabic faces beside each other, those that ship and others: the same letter and hard words in each. `npm run faces`
 * prints the table and draws the picture of this folder's README.
 */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, expect, test } from 'vitest';
import type { Block, FontFamily, Letter } from '../../src/model.ts';
import { dependencyFile } from '../../src/package.ts';
import {
  measureBlocks,
  share,
  softWords,
  strictWords,
  total,
} from '../../src/pdf/readback/measure.ts';
import { sourceBlocks } from '../../src/pdf/readback/source.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { typesetLetter } from '../../src/typeset/document.ts';
import { mupdfText, pdfjs, poppler } from '../font/readers.ts';
import { bareLetter, text } from '../position/letter.ts';
import { family } from '../support/fonts.ts';
import { exampleLetters, hardLetter } from './letters.ts';

/** A family that is only compared: its files are named `Name_400Regular.ttf`. */
function other(name: string): FontFamily {
  const folder = name.toLowerCase().replaceAll(' ', '-');
  const file = (style: string) =>
    dependencyFile(
      `@expo-google-fonts/${folder}/${style}/${name.replaceAll(' ', '')}_${style}.ttf`,
    );
  return { name, regular: file('400Regular'), bold: file('700Bold') };
}

const FACES = [
  family('Amiri'),
  family('Noto Naskh Arabic'),
  other('Scheherazade New'),
  other('Lateef'),
  other('Noto Sans Arabic'),
];
/** Poppler moves punctuation whatever the file: it is not held to the strict measure. */
const READERS = [
  [poppler, softWords],
  [mupdfText, strictWords],
  [pdfjs, strictWords],
] as const;

const inFace = (face: FontFamily, letter: Letter): Letter => ({
  ...letter,
  fonts: [face, family('Tinos')],
});

/** Share of the words that each reader finds, in per cent. */
async function sharesFound(letter: Letter, pdf: Buffer): Promise<number[]> {
  const blocks = sourceBlocks(typesetLetter(letter).content);
  const shares = READERS.map(async ([read, words]) =>
    share(total(measureBlocks(blocks, await read(pdf), words))),
  );
  return (await Promise.all(shares)).map((found) => 100 * found);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const table: string[][] = [
  ['face', 'kB of the font', 'kB of the letter', 'pages', 'poppler', 'MuPDF', 'pdf.js'],
];

test.each(FACES.map((face) => [face.name, face] as const))(
  '%s: every reader finds every word',
  async (name, face) => {
    const [circular] = exampleLetters('forum-2021').filter(({ language }) => language === 'ar');
    if (!circular) throw new Error('no Arabic circular');
    const letter = inFace(face, circular);
    const { pdf, pages } = await renderLetter(letter);
    const hard = inFace(face, hardLetter());
    const shares = await sharesFound(letter, pdf);
    const hardShares = await sharesFound(hard, (await renderLetter(hard)).pdf);
    const figures = shares.map((one, at) => `${one.toFixed(1)}, ${hardShares[at]?.toFixed(1)}`);
    const { size } = statSync(face.regular);
    table.push([name, kilobytes(size), kilobytes(pdf.length), String(pages), ...figures]);
    expect(Math.min(...shares, ...hardShares)).toBeGreaterThanOrEqual(99);
  },
);

const LINES = [
  'يتشرف الاتحاد الدولي للاتصالات (ITU) بدعوتكم إلى منتدى القمة العالمية لمجتمع المعلومات (WSIS) 2026،',
  'الذي يُعقد في جنيف من 6 إلى 10 يوليو ٢٠٢٦: لَا، الآن، الأُمَم المُتَّحِدة، لِلّٰه، مُؤْتَمَرٌ عَرَبِيٌّ، شُكْرًا.',
];

/** The lines in a face, in grey, two pixels a point. */
async function drawn(face: FontFamily): Promise<mupdf.Pixmap> {
  const bold = { type: 'strong', children: text('وتفضلوا بقبول فائق الاحترام والتقدير') } as const;
  const name = { type: 'isolate', direction: 'ltr', children: text(face.name) } as const;
  const paragraph: Block = {
    type: 'paragraph',
    children: [...text(`${LINES.join(' ')} `), bold, ...text('. '), name],
  };
  const { pdf } = await renderLetter(inFace(face, bareLetter('rtl', { body: [paragraph] })));
  const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(0);
  return page.toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceGray, false);
}

/** The rows of its pixels from the first with ink to the last before the foot of the page. */
function inkedRows(pixmap: mupdf.Pixmap): Uint8ClampedArray {
  const stride = pixmap.getStride();
  const pixels = pixmap.getPixels();
  const row = (at: number) => pixels.subarray(at * stride, (at + 1) * stride);
  const inked = Array.from({ length: pixmap.getHeight() / 2 }, (_, at) => at).filter((at) =>
    row(at).some((grey) => grey < 128),
  );
  return pixels.slice((inked[0] ?? 0) * stride, ((inked.at(-1) ?? 0) + 1) * stride);
}

/** Rows between two faces. */
const GAP = 24;

async function drawFaces(file: string): Promise<void> {
  const pixmaps = await Promise.all(FACES.map(drawn));
  const width = pixmaps[0]?.getWidth() ?? 1;
  const strips = pixmaps.map(inkedRows);
  const height = strips.reduce((sum, strip) => sum + strip.length / width + GAP, GAP);
  const sheet = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  sheet.clear(255);
  let y = GAP;
  for (const strip of strips) {
    sheet.getPixels().set(strip, y * width);
    y += strip.length / width + GAP;
  }
  writeFileSync(file, sheet.asPNG());
}

afterAll(async () => {
  if (process.env.npm_lifecycle_event !== 'faces') return;
  await drawFaces(join(import.meta.dirname, 'faces.png'));
  const [head = [], ...rows] = table;
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
});
