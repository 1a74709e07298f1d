/**
 * Where PDFium is at fault, with which Chrome and Edge show PDFs: in a line from right to left it turns the order of the
 * words and symbols of any phrase from left to right, whoever wrote the file. Numbers in groups are spared it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Letter } from '../../src/model.ts';
import { measureBlocks, share, softWords, total } from '../../src/pdf/readback/measure.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText, pdfium } from '../font/readers.ts';
import { bareLetter, text } from '../position/letter.ts';
import { EDITIONS, exampleLetters, hardLetter } from './letters.ts';
import { type Printer, startPrinter } from './printer.ts';

let printer: Printer;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.stop());

function arabicLetters(): Letter[] {
  const circulars = EDITIONS.flatMap((edition) => exampleLetters(edition));
  return [
    ...circulars.filter(({ language, companion }) => language === 'ar' && !companion),
    hardLetter(),
  ];
}

test('PDFium finds more of our Arabic letters than of the same paragraphs from Chromium', async () => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const letter of arabicLetters()) {
    const { pdf, text: blocks } = await renderLetter(letter);
    const found = (extracted: string) => share(total(measureBlocks(blocks, extracted, softWords)));
    ours.push(found(await pdfium(pdf)));
    const paragraphs = blocks.map((block) => `<p lang="ar" dir="rtl">${block}</p>`);
    theirs.push(found(await pdfium(await printer.print(paragraphs.join('')))));
  }
  expect(Math.min(...ours)).toBeGreaterThan(0.95);
  for (const [index, share] of ours.entries()) expect(share).toBeGreaterThan(theirs[index] ?? 1);
});

const NUMBERS = ['+41 22 730 6240', '14 000', '+41 22 733 7256'];

test('numbers in groups come back whole from PDFium', async () => {
  const words = `الهاتف: ${NUMBERS[0]}، ولنحو ${NUMBERS[1]} مشارك؛ والفاكس: ${NUMBERS[2]}.`;
  const letter = bareLetter('rtl', { body: [{ type: 'paragraph', children: text(words) }] });
  const { pdf } = await renderLetter(letter);
  for (const read of [pdfium, mupdfText]) {
    const found = (await read(pdf)).replaceAll('\u00a0', ' ');
    for (const number of NUMBERS) expect(found).toContain(number);
  }
});
