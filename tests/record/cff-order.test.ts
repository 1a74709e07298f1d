/** The order in which a font program is written, where veraPDF depends on it. */
import { expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { Pdf } from './checker/pdf.ts';
import { hardLetter } from './letters.ts';

/** In hexadecimal: 391, 392, 0, ROS, and after that the charset: 1d begins an integer, 0f is the operator. */
const OPENING = /f81bf81c8b0c1e1d.{8}0f/;

test('a font program opens with ROS, and its matrix does not follow that at once', async () => {
  const pdf = Pdf.read((await renderLetter(hardLetter())).pdf);
  const programs = pdf.fonts().map(({ descriptor }) => pdf.data(descriptor['/FontFile3']));
  expect(programs.length).toBeGreaterThan(0);
  for (const program of programs) expect(program?.toString('hex', 0, 120)).toMatch(OPENING);
});
