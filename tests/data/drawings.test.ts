/** SVG: what is taken and what is refused by name, and the size that it says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkSvg } from '../../src/data/pictures/svg.ts';
import { svgSize } from '../../src/data/pictures/svg-size.ts';
import { Source } from '../../src/data/source/source.ts';
import { Problems } from '../../src/diagnostic.ts';
import { packageFile } from '../../src/package.ts';
import { isPlain } from '../../src/pdf/drawing/plain.ts';
import { rootOf } from '../../src/pdf/drawing/prepare.ts';
import { drawing, EFFECTS, REFUSED, SIZES, VECTORS } from '../pdf/svg/samples.ts';

function refusals(svg: string): string[] {
  const problems = new Problems();
  const fits = checkSvg(new Source('/edition/logo.svg', svg), problems);
  expect(fits).toBe(problems.isEmpty);
  return problems.all.map(({ message }) => message);
}

describe('what is drawn as browsers draw it is taken', () => {
  test.each([...Object.entries(VECTORS), ...Object.entries(EFFECTS)])('%s', (_, svg) => {
    expect(refusals(svg)).toEqual([]);
  });

  test.each([
    ['properties of fonts', '<g style="font-family:Sans;line-height:1.25;text-anchor:start">'],
    ['no effect on strokes', '<g style="vector-effect:none;transform:none;filter:none">'],
    ['a white page', '<g style="background:white">'],
    ['states of a pointer', '<style>a:hover rect{fill:red}</style><g>'],
    ['notes of Figma', '<g data-figma-bg-blur-radius="4" style="mix-blend-mode:normal">'],
    ['an id twice that nobody refers to', '<g id="Layer_1"><path id="Layer_1"/>'],
    [
      'properties nobody knows',
      '<g style="-inkscape-stroke:none;solid-color:#000;shape-padding:0">',
    ],
  ])('%s', (_, start) => {
    expect(refusals(drawing(`${start}<rect width="9" height="9"/></g>`))).toEqual([]);
  });
});

describe('what would look otherwise is refused by its name', () => {
  test.each(Object.entries(REFUSED))('%s', (what, svg) => {
    const [first, ...others] = refusals(svg);
    expect(first).toContain(`the image uses ${what}`);
    expect(others).toEqual([]);
  });

  test('each kind once, all at once, where it stands first', () => {
    const svg = drawing(
      '\n<style>\n@media print{}\n</style>\n<g>\n<path d="M0 0h9"\n vector-effect="non-scaling-stroke"/>\n<path vector-effect="non-scaling-stroke"/>\n<animate attributeName="x"/></g>',
    );
    const problems = new Problems();
    checkSvg(new Source('/edition/logo.svg', svg), problems);
    const found = problems.all.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`);
    expect(found).toEqual(['bad-image 3:1', 'bad-image 7:2', 'bad-image 9:1']);
  });
});

test('the logo of an example needs no preparation, one with units does', () => {
  const logo = readFileSync(packageFile('examples', 'forum-2026', 'logo.svg'), 'utf8');
  expect(isPlain(logo)).toBe(true);
  expect(isPlain(logo.replace('width="96"', 'width="96mm"'))).toBe(false);
  expect(isPlain(logo.replace('<circle', '<circle opacity=".5"'))).toBe(false);
  expect(isPlain(logo.replace('<circle', '<use href="#a"/><circle'))).toBe(false);
});

test.each(SIZES)('%s has its size', (attributes, ratio) => {
  const svg = drawing('<rect width="9" height="9"/>', attributes);
  expect(refusals(svg)).toEqual([]);
  const { width, height } = svgSize(rootOf(svg).attributes);
  expect(width / height).toBeCloseTo(ratio, 5);
});

test.each([
  ['width="30vw" height="2in" viewBox="0 0 9 9"', 'the width "30vw" of the image is no length'],
  ['width="2in" height="tall" viewBox="0 0 9 9"', 'the height "tall" of the image is no length'],
  ['width="2in"', 'the image has no size'],
  ['width="100%" height="100%"', 'the image has no size'],
  ['viewBox="0 0 9"', 'the viewBox of the image has not four numbers'],
])('%s is no size', (attributes, message) => {
  expect(refusals(drawing('<rect width="9" height="9"/>', attributes))).toEqual([message]);
});
