/** Paragraphs that break inside a phrase of the other direction: each line is ordered by itself. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Direction, Line } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { type BrowserLine, setInChromium } from './chromium.ts';
import { bareLetter } from './letter.ts';
import { bold, link, type Part, seen, toHtml, toLine, value } from './parts.ts';
import { linesOf, readPages } from './read-page.ts';
import { type Boxed, overlaps, visualString } from './visual.ts';

interface BrokenParagraph {
  readonly name: string;
  readonly direction: Direction;
  /** With `|` where our tool breaks the line: a browser, which measures otherwise, must do the same. */
  readonly text: readonly Part[];
  /** Words of each line from left to right. */
  readonly lines: readonly (readonly string[])[];
}

/** Edges of the text on an A4 page, points. */
const LEFT = 62.36;
const RIGHT = 532.92;
/** Holds each first line, which a browser does not shrink, and no paragraph as a whole; points. */
const BROWSER_WIDTH = 490;
const SIZE = { rtl: 12.43, ltr: 11 } as const;

const INVITES = 'يسر الاتحاد الدولي للاتصالات أن يدعوكم إلى المشاركة في';
const INVITES_SEEN = [
  'في',
  'المشاركة',
  'إلى',
  'يدعوكم',
  'أن',
  'للاتصالات',
  'الدولي',
  'الاتحاد',
  'يسر',
];

const PARAGRAPHS: readonly BrokenParagraph[] = [
  {
    name: 'Latin phrase in Arabic',
    direction: 'rtl',
    text: [`${INVITES} أعمال United Nations Group on the Information |Society (UNGIS) في جنيف`],
    lines: [
      ['United Nations Group on the Information', 'أعمال', ...INVITES_SEEN],
      ['جنيف', 'في', 'Society (UNGIS)'],
    ],
  },
  {
    name: 'long address in Arabic',
    direction: 'rtl',
    text: [
      'للاطلاع على جميع المعلومات المتعلقة بالمنتدى يرجى زيارة الموقع ',
      '⟦https://www.itu.int/net4/wsis/forum/2026/|Agenda/Session/Registration/⟧ والتسجيل.',
    ],
    lines: [
      [
        'https://www.itu.int/net4/wsis/forum/2026/',
        ...[
          'الموقع',
          'زيارة',
          'يرجى',
          'بالمنتدى',
          'المتعلقة',
          'المعلومات',
          'جميع',
          'على',
          'للاطلاع',
        ],
      ],
      ['.', 'والتسجيل', 'Agenda/Session/Registration/'],
    ],
  },
  {
    name: 'telephone number, which stays whole',
    direction: 'rtl',
    text: [`${INVITES} القمة العالمية لمجتمع المعلومات، هاتف في جنيف |⟦+41 22 730 6240⟧ أو`],
    lines: [
      ['جنيف', 'في', 'هاتف', '،', 'المعلومات', 'لمجتمع', 'العالمية', 'القمة', ...INVITES_SEEN],
      ['أو', '+41 22 730 6240'],
    ],
  },
  {
    name: 'Latin name from data',
    direction: 'rtl',
    text: [
      `${INVITES} أعمال `,
      value('ltr', 'United Nations Group (on the) Information |Society'),
      '، جنيف',
    ],
    lines: [
      ['United Nations Group (on the) Information', 'أعمال', ...INVITES_SEEN],
      ['جنيف', '،', 'Society'],
    ],
  },
  {
    name: 'bold link over a Latin phrase in Arabic',
    direction: 'rtl',
    text: [
      `${INVITES} أعمال `,
      bold(link('https://www.itu.int/', 'United Nations Group on the Information |Society')),
      ' في جنيف',
    ],
    lines: [
      ['United Nations Group on the Information', 'أعمال', ...INVITES_SEEN],
      ['جنيف', 'في', 'Society'],
    ],
  },
  {
    name: 'guillemets with Latin in Arabic',
    direction: 'rtl',
    text: [`${INVITES} أعمال منتدى «United Nations Group on the |Information Society» في جنيف`],
    lines: [
      ['United Nations Group on the', '»', 'منتدى', 'أعمال', ...INVITES_SEEN],
      ['جنيف', 'في', '«Information Society'],
    ],
  },
  {
    name: 'Arabic phrase in English',
    direction: 'ltr',
    text: [
      'We are pleased to invite you to take part in the work of the summit that is called ',
      'القمة العالمية لمجتمع المعلومات |(WSIS) in Arabic and is held in Geneva, القمة 2026.',
    ],
    lines: [
      [
        'We are pleased to invite you to take part in the work of the summit that is called',
        ...['المعلومات', 'لمجتمع', 'العالمية', 'القمة'],
      ],
      ['(WSIS) in Arabic and is held in Geneva,', '2026', 'القمة', '.'],
    ],
  },
  {
    name: 'Arabic phrase broken in English',
    direction: 'ltr',
    text: [
      'We are very pleased to invite you to take part in the work of the great summit that is called ',
      'القمة العالمية لمجتمع |المعلومات (WSIS) in Arabic.',
    ],
    lines: [
      [
        'We are very pleased to invite you to take part in the work of the great summit that is called',
        ...['لمجتمع', 'العالمية', 'القمة'],
      ],
      ['المعلومات', '(WSIS) in Arabic.'],
    ],
  },
];

describe('in the PDF', () => {
  test.each(PARAGRAPHS.map((item) => [item.name, item] as const))('%s', async (_, paragraph) => {
    const body = [{ type: 'paragraph' as const, children: unmarked(paragraph.text) }];
    const { pdf } = await renderLetter(bareLetter(paragraph.direction, { body }));
    const [page] = readPages(pdf);
    const lines = linesOf(page?.characters ?? []);
    expect(lines.map((line) => page && visualString(line, page.picture))).toEqual(
      paragraph.lines.map(seen),
    );
    expect(lines.flatMap(overlaps)).toEqual([]);
    expectJustified(paragraph.direction, lines);
  });

  test('a link over two lines has an area on each', async () => {
    const text = PARAGRAPHS.find(({ name }) => name.startsWith('bold link'))?.text ?? [];
    const body = [{ type: 'paragraph' as const, children: unmarked(text) }];
    const { pdf } = await renderLetter(bareLetter('rtl', { body }));
    const [page] = readPages(pdf);
    const lines = linesOf(page?.characters ?? []);
    expect(page?.links.map(({ href }) => href)).toEqual(Array(2).fill('https://www.itu.int/'));
    for (const [index, { box = [] }] of (page?.links ?? []).entries()) {
      const latin = (lines[index] ?? []).filter(({ text }) => /[a-z]/i.test(text));
      const [left = 0, top = 0, right = 0, bottom = 0] = box;
      expect(left).toBeCloseTo(Math.min(...latin.map((c) => c.left)), 0);
      expect(right).toBeCloseTo(Math.max(...latin.map((c) => c.right)), 0);
      const middle = ((latin[0]?.top ?? 0) + (latin[0]?.bottom ?? 0)) / 2;
      expect(middle > top && middle < bottom).toBe(true);
    }
  });
});

function unmarked(text: readonly Part[]): Line {
  return toLine(text.map(withoutMark));
}

function withoutMark(part: Part): Part {
  if (typeof part === 'string') return part.replace('|', '');
  return { ...part, of: part.of.map(withoutMark) };
}

/** All lines but the last fill the width; the last stands at the reading side. */
function expectJustified(direction: Direction, lines: readonly (readonly Boxed[])[]): void {
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const left = Math.min(...line.map((character) => character.left));
    const right = Math.max(...line.map((character) => character.right));
    if (!last || direction === 'ltr') expect(left).toBeCloseTo(LEFT, 0);
    if (!last || direction === 'rtl') expect(right).toBeCloseTo(RIGHT, 0);
    if (last) expect(right - left).toBeLessThan(RIGHT - LEFT - 20);
  }
}

describe('in Chromium', () => {
  let set: BrowserLine[] = [];
  beforeAll(async () => {
    set = await setInChromium(
      PARAGRAPHS.map(({ direction, text }) => {
        const html = `<span style="white-space: nowrap">${toHtml(text)}</span>`;
        return {
          direction,
          html: html.replace('|', '<wbr>'),
          size: SIZE[direction],
          width: BROWSER_WIDTH,
        };
      }),
    );
  });

  test.each(PARAGRAPHS.map((item, index) => [item.name, item, index] as const))(
    '%s',
    (_, paragraph, index) => {
      const { characters, picture } = set[index] as BrowserLine;
      expect(linesOf(characters).map((line) => visualString(line, picture))).toEqual(
        paragraph.lines.map(seen),
      );
    },
  );
});
