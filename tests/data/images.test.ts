import { describe, expect, test } from 'vitest';
import { embedded, jpeg } from '../hostile/pictures.ts';
import { png } from '../support/png.ts';
import { baseEdition, problemsOf, put } from './editions.ts';

/** What loading says of the edition's logo. */
function logo(content: string | Uint8Array): string[] {
  const folder = baseEdition();
  put(folder, 'logo.svg', content);
  return problemsOf(folder);
}

const PNG = png();
const JPEG = jpeg();

/** A frame header, then a scan of a byte (ITU-T T.81, B.2.2 and B.2.3). */
function frame(components: number, fill: readonly number[] = []): Buffer {
  const header = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, components, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9];
  return Buffer.from([0xff, 0xd8, ...fill, ...header, ...scan]);
}

describe('the content decides what an image is, not the name', () => {
  test.each([
    ['PNG', PNG],
    ['JPEG', JPEG],
    ['grey JPEG', frame(1)],
    ['JPEG with fill bytes', frame(3, [0xff, 0xff])],
    [
      'SVG with a byte order mark',
      '\ufeff<?xml version="1.0"?>\n<svg width="9" height="9"><path d="M0 0h9"/></svg>',
    ],
    [
      'SVG in UTF-16',
      Buffer.from('\ufeff<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>', 'utf16le'),
    ],
  ])('%s', (_, content) => {
    expect(logo(content)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['text', 'a logo'],
    ['PDF', '%PDF-1.7'],
    ['GIF', 'GIF89a'],
    ['the start of a PNG', PNG.subarray(0, 8)],
    ['a PNG cut off', PNG.subarray(0, 60)],
    ['a PNG without an end', PNG.subarray(0, -12)],
    ['a PNG whose pixels are broken', Buffer.from(PNG).fill(0xff, 41, 50)],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a JPEG in CMYK', frame(4)],
    ['HTML', '<html><body>svg</body></html>'],
  ])('%s', (_, content) => {
    expect(logo(content)).toEqual(['bad-image edition.yaml:25:15']);
  });
});

const svg = (content: string) =>
  `<svg xmlns:xlink="x" width="9" height="9">\n${content}\n<path d="M0 0h9"/></svg>`;

describe('an SVG draws, and does nothing else', () => {
  test.each([
    ['a reference to a part of itself', '<use xlink:href="#a"/><use href=\'#b\'/>'],
    ['a gradient of its own', '<rect fill="url(#g)" style="stroke:url(\'#s\')"/>'],
    ['an embedded PNG', embedded('png', PNG)],
    ['a style sheet of its own', '<style>.a { fill: red }</style>'],
    ['a comment about scripts', '<!-- <script>alert(1)</script> href="x" -->'],
    ['notes of the drawing program', '<path inkscape:export-filename="C:\\logo.png" d="M0 0"/>'],
    ['a closing bracket in an attribute', '<title aria-label="a > b">on = x</title>'],
  ])('%s is allowed', (_, content) => {
    expect(logo(svg(content))).toEqual([]);
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<svg:script/>'],
    ['text', '<text x="1">ITU</text>'],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['a web page', '<foreignObject><iframe/></foreignObject>'],
    ['an image elsewhere', '<image xlink:href="http://example.org/x.png"/>'],
    ['a file', '<image href="file:///etc/passwd"/>'],
    ['a relative file', '<use href="other.svg#a"/>'],
    ['an embedded SVG', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['a reference without quotes', '<image href=http://example.org/x.png />'],
    ['a reference in character references', '<image href="&#104;ttp://example.org/"/>'],
    ['a fill elsewhere', '<rect fill="url(http://example.org/#g)"/>'],
    ['a fill spelt in character references', '<rect style="fill:&#x75;rl(http://example.org)"/>'],
    ['a fill spelt in escapes', '<rect style="fill:u\\72l(http://example.org)"/>'],
    ['a link that runs', '<a href="javascript:alert(1)">x</a>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a style sheet elsewhere', '<?xml-stylesheet href="x.css"?>'],
    ['a base elsewhere', '<g xml:base="http://example.org/"/>'],
  ])('%s is not', (_, content) => {
    expect(logo(svg(content))).toEqual(['bad-image logo.svg:2:1']);
  });

  test('an import in a style sheet is not', () => {
    expect(logo(svg('<style>@import "x.css";</style>'))).toEqual(['bad-image logo.svg:2:8']);
  });
});
