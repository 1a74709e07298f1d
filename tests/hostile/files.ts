/** Hostile pictures, fonts and annexes, and what is no file. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { png } from '../support/png.ts';
import { changed, composed, font, LETTER_E, shortened, withoutPoints } from './fonts.ts';
import { encrypted, inflating, pages, pagesInACircle } from './pdfs.ts';
import {
  claiming,
  embedded,
  headersOnly,
  jpeg,
  PALETTE,
  scanCutOff,
  scanOfNoise,
  svg,
  transparency,
  withFrame,
} from './pictures.ts';
import {
  all,
  annex,
  body,
  directory,
  EDITION,
  fifo,
  type Hostile,
  logo,
  ownFont,
  signature,
  TEMPLATE,
} from './spoil.ts';

const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);
const NOISE = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 89) % 256));

const TOO_FEW = png({ bytes: 500 });
const svgs: readonly (readonly [name: string, content: string])[] = [
  ['unclosed', svg('<g><path d="M0 0h9v9z"/>').replace('</svg>', '')],
  ['closed by another name', svg('<g><path d="M0 0h9v9z"/></a>')],
  ['whose tag never ends', `${svg('').replace('</svg>', '')}<path d="M0 0h9v9z"`],
  ['without size', svg('<path d="M0 0h9v9z"/>', '')],
  ['with half a size', svg('<path d="M0 0h9v9z"/>', 'width="10"')],
  ['of no size', svg('<path d="M0 0h9v9z"/>', 'width="0" height="0"')],
  ['of negative size', svg('<path d="M0 0h9v9z"/>', 'width="-5" height="5"')],
  ['with a size in words', svg('<path d="M0 0h9v9z"/>', 'width="wide" height="high"')],
  ['with a huge box', svg('<path d="M0 0h9v9z"/>', 'viewBox="0 0 1e30 1e30"')],
  [
    'with a huge box and a size',
    svg('<path d="M0 0h9v9z"/>', 'width="9" height="9" viewBox="0 0 1e-30 1e-30"'),
  ],
  ['with a box of three numbers', svg('<path d="M0 0h9v9z"/>', 'viewBox="0 0 9"')],
  ['with a huge number', svg('<path d="M0 0h1e30v9z"/>')],
  ['with a huge scale', svg('<g transform="scale(1e30)"><path d="M0 0h9v9z"/></g>')],
  ['5,000 deep', svg(nested('<g>', '<path d="M0 0h9v9z"/>', '</g>', 5_000))],
  ['of a million elements', svg('<path d="M0 0h9"/>'.repeat(300_000))],
  ['that uses itself', svg('<g id="a"><use xlink:href="#a"/><path d="M0 0h9v9z"/></g>')],
  [
    'that doubles',
    svg(
      `<defs><path id="u0" d="M0 0h9v9z"/>${Array.from({ length: 30 }, (_, at) => `<g id="u${at + 1}"><use xlink:href="#u${at}"/><use xlink:href="#u${at}"/></g>`).join('')}</defs><use xlink:href="#u30"/>`,
    ),
  ],
  [
    'with a pattern that fills itself',
    svg(
      '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
    ),
  ],
  [
    'with a mask that masks itself',
    svg(
      '<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>',
    ),
  ],
  ['with comments opened 100,000 times', svg('<!--'.repeat(100_000))],
  ['with quotes opened 100,000 times', svg('<a b="'.repeat(100_000))],
  ['with a broken PNG', svg(embedded('png', TOO_FEW))],
  [
    'with a PNG that is none',
    svg('<image width="9" height="9" xlink:href="data:image/png;base64,AAAA"/>'),
  ],
  ['with a broken JPEG', svg(embedded('jpeg', headersOnly()))],
  ['with a JPEG of noise', svg(embedded('jpeg', scanOfNoise()))],
  ['that draws nothing', svg('')],
];

const rasters: readonly (readonly [name: string, content: Buffer])[] = [
  ['PNG with too few bytes', TOO_FEW],
  ['PNG with too many bytes', png({ bytes: 50_000 })],
  ['PNG without size', png({ width: 0, height: 0, bytes: 0 })],
  ['PNG of 6000 × 4000', png({ width: 6000, height: 4000 })],
  ['PNG that claims 60,000 × 60,000', png({ width: 60_000, height: 60_000, bytes: 1000 })],
  ['PNG that inflates to 400 MB', png({ bytes: 400_000_000 })],
  ['PNG with an unknown filter', png({ colourType: 6, filter: 9 })],
  ['PNG without palette', png({ colourType: 3 })],
  ['PNG of an unknown kind', png({ colourType: 5 })],
  ['PNG with 3 bits', png({ bits: 3 })],
  ['interlaced PNG', png({ interlaced: true, bytes: 8_000 })],
  [
    'transparent PNG with 4 bits',
    png({ colourType: 3, bits: 4, chunks: [PALETTE, transparency(0)] }),
  ],
  ['grey PNG with a transparent grey', png({ colourType: 0, chunks: [transparency(0, 255)] })],
  ['PNG with a transparent colour', png({ chunks: [transparency(0, 255, 0, 255, 0, 255)] })],
  ['JPEG of headers', headersOnly()],
  ['JPEG cut off', scanCutOff()],
  ['JPEG without an end', jpeg(640, 320).subarray(0, -400)],
  ['JPEG of noise', scanOfNoise()],
  ['JPEG with arithmetic coding', withFrame(0xc9)],
  ['lossless JPEG', withFrame(0xc3)],
  ['JPEG that claims 60,000 × 60,000', claiming(60_000, 60_000)],
  ['JPEG without size', claiming(0, 0)],
  ['picture of 60 MB', Buffer.concat([jpeg(), Buffer.alloc(60_000_000)])],
];

const pictures: readonly Hostile[] = [
  ...svgs.map(([name, content]): Hostile => {
    const code = /million|doubles/.test(name) ? 'too-large' : 'bad-image';
    const file = /huge (?:number|scale)|of noise/.test(name) ? EDITION : 'logo.svg';
    return [`an SVG ${name} as logo`, code, file, logo('logo.svg', content)];
  }),
  ...rasters.map(([name, content]): Hostile => {
    const code = /of 60 MB|\d,?000 ×/.test(name) ? 'too-large' : 'bad-image';
    return [`a ${name} as logo`, code, EDITION, logo('logo.img', content)];
  }),
  ['a PNG with too few bytes as signature', 'bad-image', EDITION, signature('sign.png', TOO_FEW)],
  ['a JPEG of headers as signature', 'bad-image', EDITION, signature('sign.jpg', headersOnly())],
  ['a JPEG of noise as signature', 'bad-image', EDITION, signature('sign.jpg', scanOfNoise())],
  [
    'an SVG with a broken PNG as signature',
    'bad-image',
    'sign.svg',
    signature('sign.svg', svg(embedded('png', TOO_FEW))),
  ],
];

const files: readonly Hostile[] = [
  ['a pipe as edition', 'missing-file', EDITION, fifo(EDITION)],
  ['a folder as edition', 'missing-file', EDITION, directory(EDITION)],
  ['a pipe as list', 'missing-file', EDITION, fifo('stakeholders.csv')],
  ['a folder as template', 'missing-file', EDITION, directory(TEMPLATE)],
  ['a pipe as template', 'missing-file', EDITION, fifo(TEMPLATE)],
  [
    'a pipe as partial',
    'missing-file',
    'p.en.md.hbs',
    all(body('{{> p}}'), fifo('templates/partials/p.en.md.hbs')),
  ],
  ['a pipe as picture', 'missing-file', EDITION, all(logo('logo.png', ''), fifo('logo.png'))],
  [
    'a folder as picture',
    'missing-file',
    EDITION,
    all(logo('logo.png', ''), directory('logo.png')),
  ],
  ['a pipe as annex', 'missing-file', EDITION, all(annex(''), fifo('annex.pdf'))],
  [
    'a device as edition',
    'missing-file',
    EDITION,
    (folder) => {
      rmSync(join(folder, EDITION));
      execFileSync('ln', ['-s', '/dev/zero', join(folder, EDITION)]);
    },
  ],
];

const fontRows: readonly (readonly [name: string, content: Buffer])[] = [
  ['whose glyphs are cut off', shortened('glyf', 1000)],
  ['without most places of glyphs', shortened('loca', 40)],
  ['whose places of glyphs lead nowhere', changed('loca', (loca) => loca.fill(0xff, 40, 80))],
  ['whose places of glyphs are all the same', changed('loca', (loca) => loca.fill(0, 4))],
  ['with a letter of itself', composed(LETTER_E)],
  ['with a letter of a glyph that is not there', composed(65_000)],
  ['with a letter that lacks its points', withoutPoints()],
  ['with glyphs of noise', changed('glyf', (glyf) => glyf.set(NOISE.subarray(0, glyf.length)))],
  ['without widths', shortened('hmtx', 4)],
  ['of an em without units', changed('head', (head) => head.writeUInt16BE(0, 18))],
  ['without glyphs', changed('maxp', (maxp) => maxp.writeUInt16BE(0, 4))],
  ['with fewer glyphs than characters', changed('maxp', (maxp) => maxp.writeUInt16BE(20, 4))],
  ['without its middle', Buffer.concat([font().subarray(0, 30_000), font().subarray(90_000)])],
  ['of its first kilobyte', font().subarray(0, 1000)],
  ['of 70 MB', Buffer.concat([font(), Buffer.alloc(70_000_000)])],
];

const fonts: readonly Hostile[] = fontRows.map(([name, content]): Hostile => {
  const code = name === 'of 70 MB' ? 'too-large' : 'bad-font';
  return [`a font ${name}`, code, EDITION, ownFont(content)];
});

const annexRows: readonly (readonly [name: string, content: Buffer])[] = [
  ['cut off', pages(3).subarray(0, 150)],
  ['without pages', pages(0)],
  ['of noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(90_000, 0xa7)])],
  ['whose pages hold themselves', pagesInACircle()],
  ['that inflates to 600 MB', inflating(600)],
  ['that inflates to 600 MB under another name', inflating(600, '/Obj#53tm')],
  ['of 60 MB', Buffer.concat([pages(1), Buffer.alloc(60_000_000, ' ')])],
];

const annexes: readonly Hostile[] = annexRows.map(([name, content]): Hostile => {
  return [
    `an annex ${name}`,
    name === 'of 60 MB' ? 'too-large' : 'bad-annex',
    EDITION,
    annex(content),
  ];
});

const locked: Hostile = [
  'an annex that is encrypted',
  'bad-annex',
  EDITION,
  all(annex(''), encrypted),
];

/** Every row. */
export const FILES: readonly Hostile[] = [...pictures, ...fonts, ...annexes, locked, ...files];
