/** The order in which a font program is written, where veraPDF depends on it. */
import { expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { Pdf } from './checker/pdf.ts';
import { hardLetter } from './letters.ts';

/** 391, 392, 0, ROS, and after that the charset: 29 begins an integer of five bytes, 15 is its operator. */
const OPENING = /\xf8\x1b\xf8\x1c\x8b\x0c\x1e\x1d.{4}\x0f/s;

test('a font program opens with ROS, and its matrix does not follow that at once', async () => {
  const pdf = Pdf.read((await renderLetter(hardLetter())).pdf);
  const programs = pdf.fonts().map(({ descriptor }) => pdf.data(descriptor['/FontFile3']));
  expect(programs.length).toBeGreaterThan(0);
  for (const program of programs)
    expect(program?.toString('latin1').slice(0, 120)).toMatch(OPENING);
});
