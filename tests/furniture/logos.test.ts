/** Logos as drawing programs and the web have them, in the letterhead of a letter. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPages } from '../../src/pdf/raster.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { baseEdition, problemsOf, put } from '../data/editions.ts';
import { drawing } from '../pdf/svg/samples.ts';
import { bareLetter } from '../position/letter.ts';
import { temporaryFolder } from '../support/cli.ts';
import { type Box, drawnBoxes } from './pictures.ts';

/** Points; a higher logo is made smaller. */
const WIDTH = 60;

async function letterWith(svg: string): Promise<Buffer> {
  const path = join(temporaryFolder(), 'logo.svg');
  writeFileSync(path, svg);
  const start = [{ path, alt: 'Logo', width: WIDTH }];
  return (await renderLetter(bareLetter('ltr', { letterhead: { start, end: [] } }))).pdf;
}

/** The largest of what is drawn, without rules. */
function logoBox(pdf: Buffer): Box {
  const wide = drawnBoxes(pdf).filter(
    ([left, top, right, bottom]) => right - left < 200 && bottom - top > 2,
  );
  return (
    wide.sort(([a, b, c, d], [e, f, g, h]) => (g - e) * (h - f) - (c - a) * (d - b))[0] ?? [
      0, 0, 0, 0,
    ]
  );
}

/** Colour at a share of the logo's width and height, as pdf.js shows it. */
async function colourAt(pdf: Buffer, box: Box, x: number, y: number): Promise<number[]> {
  const source = await openPages(pdf);
  const { width, pixels } = await source.picture(1, 2);
  await source.close();
  const column = Math.round(2 * (box[0] + x * (box[2] - box[0])));
  const row = Math.round(2 * (box[1] + y * (box[3] - box[1])));
  return [...pixels.slice(4 * (row * width + column)).slice(0, 3)];
}

const WHITE = [255, 255, 255];
const RED = [204, 0, 0];
const BLUE = [0, 102, 204];

describe('sizes mean what they say', () => {
  const FILLED = '<rect fill="#06c" width="200" height="100"/>';
  test.each([
    ['width="2in" height="30mm" viewBox="0 0 200 100"', 0.5],
    ['width="2in" height="30mm" viewBox="0 0 200 100" preserveAspectRatio="none"', 30 / 50.8],
    ['width="100mm" height="60mm" viewBox="0 0 200 100" preserveAspectRatio="none"', 0.6],
    ['width="72pt" height="0.5in" viewBox="0 0 200 100"', 0.5],
    ['width="100%" height="100%" viewBox="0 0 200 100"', 0.5],
    ['width="400" viewBox="0 0 200 100"', 0.5],
  ])('%s', async (attributes, ratio) => {
    const [left, top, right, bottom] = logoBox(await letterWith(drawing(FILLED, attributes)));
    expect(right - left).toBeCloseTo(WIDTH, 0);
    expect((bottom - top) / WIDTH).toBeCloseTo(ratio, 1);
  });
});

describe('what is cut, masked or filtered is drawn so, in pdf.js too', () => {
  const AREA = '<rect ATTRIBUTE width="100" height="60" fill="#c00"/>';
  const CIRCLE = '<circle cx="30" cy="30" r="25" fill="#fff"/>';
  test.each([
    ['a clip', `<clipPath id="c">${CIRCLE}</clipPath>`, 'clip-path="url(#c)"', RED, WHITE],
    ['a mask', `<mask id="c">${CIRCLE}</mask>`, 'mask="url(#c)"', RED, WHITE],
    [
      'a filter',
      '<filter id="f" x="0" y="0" width="1" height="1"><feFlood flood-color="#06c"/></filter>',
      'filter="url(#f)"',
      BLUE,
      BLUE,
    ],
  ])('%s', async (_, definition, attribute, inside, outside) => {
    const svg = drawing(definition + AREA.replace('ATTRIBUTE', attribute));
    const pdf = await letterWith(svg);
    const box = logoBox(pdf);
    expect(box[2] - box[0]).toBeCloseTo(WIDTH, 0);
    expect(await colourAt(pdf, box, 0.3, 0.5)).toEqual(inside);
    expect(await colourAt(pdf, box, 0.9, 0.5)).toEqual(outside);
  });

  test('a clip to the page leaves lines and areas', async () => {
    const page = '<clipPath id="c"><rect width="100" height="60"/></clipPath>';
    const svg = drawing(`${page}<g clip-path="url(#c)"><rect width="100" height="60"/></g>`);
    expect((await letterWith(svg)).toString('latin1')).not.toContain('/Subtype /Image');
  });
});

test.each([
  ['styles by class', '<style>.a{fill:#c00}</style><rect class="a" width="100" height="60"/>'],
  [
    'variables',
    '<style>:root{--c:#c00} rect{fill:var(--c)}</style><rect width="100" height="60"/>',
  ],
  ['children', '<style>#x>rect{fill:#c00}</style><g id="x"><rect width="100" height="60"/></g>'],
  [
    'symbols',
    '<symbol id="s" viewBox="0 0 10 6"><path d="M0 0h10v6H0z" fill="#c00"/></symbol><use href="#s" width="100" height="60"/>',
  ],
  [
    'faint groups',
    '<g opacity=".5"><rect width="100" height="60" fill="#900"/></g><rect width="100" height="60" fill="#c00"/>',
  ],
])('%s have their colour, in each letter', async (_, content) => {
  for (let letter = 0; letter < 2; letter++) {
    const pdf = await letterWith(drawing(content));
    expect(await colourAt(pdf, logoBox(pdf), 0.5, 0.5)).toEqual(RED);
  }
});

test.each([
  [
    'a child by its number',
    '<style>g circle:nth-child(2){fill:#0a0}</style><rect width="9" height="9"/>',
    '1:112',
  ],
  ['a picture elsewhere', '<image xlink:href="logo.png" width="100" height="60"/>', '1:105'],
])('%s is refused', (_, content, place) => {
  const folder = baseEdition();
  put(folder, 'logo.svg', drawing(content, 'width="9" height="9"'));
  expect(problemsOf(folder)).toEqual([`bad-image logo.svg:${place}`]);
});

test('the entities of Illustrator are refused, and its document type is not', () => {
  const folder = baseEdition();
  const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"';
  const content = drawing('<rect width="9" height="9"/>', 'width="9" height="9"');
  put(folder, 'logo.svg', `${type}>${content}`);
  expect(problemsOf(folder)).toEqual([]);
  put(folder, 'logo.svg', `${type} [<!ENTITY ns_svg "x">]>${content}`);
  expect(problemsOf(folder)).toEqual(['bad-image logo.svg:1:1']);
});
