/** From what pdf.js finds on a page to what is read. */
import { describe, expect, test } from 'vitest';
import {
  type PageContent,
  type ReadingContent,
  readingOf,
  type TextItem,
} from '../../../src/preview/page/viewer/reading.ts';

const HEIGHT = 800;

/** An item of text; `\n` at its end ends the line. */
function item(text: string, dir = 'ltr'): TextItem {
  const hasEOL = text.endsWith('\n');
  const str = hasEOL ? text.slice(0, -1) : text;
  return { str, dir, hasEOL, width: 50, height: 10, transform: [10, 0, 0, 10, 60, 700] };
}

const begin = (id?: string) => ({
  type: 'beginMarkedContentProps',
  ...(id !== undefined && { id }),
});
const END = { type: 'endMarkedContent' };
const leaf = (id: string) => ({ type: 'content', id });

function read(page: Partial<PageContent>) {
  return readingOf({ structure: null, items: [], links: new Map(), height: HEIGHT, ...page });
}

/** Roles and texts alone. */
function outline(part: ReadingContent): unknown {
  if (typeof part === 'string') return part;
  return 'role' in part ? [part.role, ...part.content.map(outline)] : part.text;
}

function paragraph(...items: TextItem[]): string {
  const structure = { role: 'P', children: [leaf('a')] };
  const [, element] = outline(read({ structure, items: [begin('a'), ...items, END] })) as unknown[];
  return (element as string[]).slice(1).join('');
}

test('text stands in the element that it belongs to, in the order of the structure', () => {
  const structure = {
    role: 'Document',
    lang: 'ar',
    children: [
      { role: 'H1', children: [leaf('b')] },
      { role: 'P', children: [leaf('a')] },
    ],
  };
  const items = [begin('a'), item('second'), END, begin('b'), item('first'), END];
  expect(outline(read({ structure, items }))).toEqual([
    'Document',
    ['Document', ['H1', 'first'], ['P', 'second']],
  ]);
});

test('places are counted from the upper left corner', () => {
  const { content } = read({ items: [item('text', 'rtl')] });
  expect(content).toEqual([
    {
      role: 'Artifact',
      content: [{ text: 'text', x: 60, y: 100, width: 50, size: 10, direction: 'rtl' }],
    },
  ]);
});

describe('the end of a line', () => {
  test.each([
    ['is a space', ['of the\n', 'Forum'], 'of the Forum'],
    ['is one space beside another', ['of the \n', 'Forum'], 'of the Forum'],
    ['may be told before the next text', ['of the', '\n', 'Forum'], 'of the Forum'],
    ['is none after a hyphen', ['بوغدان-\u061c \u061c\n', 'مارتن'], 'بوغدان-مارتن'],
    ['is none inside an address', ['example.org/\n', 'forum'], 'example.org/forum'],
    ['is one after a dash', ['Женева –\n', 'город'], 'Женева – город'],
    ['is none in Chinese', ['信息社会\n', '世界峰会'], '信息社会世界峰会'],
    [
      'is none between a number and Chinese',
      ['第A/RES/80/173\n', '号决议'],
      '第A/RES/80/173号决议',
    ],
    ['is none after Chinese punctuation', ['日内瓦，\n', '瑞士'], '日内瓦，瑞士'],
  ])('%s', (_, lines, text) => {
    expect(paragraph(...lines.map((line) => item(line)))).toBe(text);
  });
});

test('marks that only tell the direction are left out', () => {
  expect(paragraph(item('عام \u061c', 'rtl'), item('2026\u200e'))).toBe('عام 2026');
});

test('a link has its address, a picture its description', () => {
  const structure = {
    role: 'P',
    children: [
      { role: 'Link', children: [leaf('a'), { type: 'object', id: '13R' }] },
      { role: 'Figure', alt: 'Emblem', children: [leaf('b')] },
    ],
  };
  const links = new Map([['13R', 'https://example.org/']]);
  const items = [begin('a'), item('here'), END, begin('b'), END];
  expect(read({ structure, items, links }).content).toMatchObject([
    {
      content: [
        { role: 'Link', address: 'https://example.org/' },
        { role: 'Figure', alt: 'Emblem' },
      ],
    },
  ]);
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'forum'])(
  'no link leads to %s',
  (address) => {
    const structure = { role: 'Link', children: [{ type: 'object', id: '13R' }] };
    const { content } = read({ structure, links: new Map([['13R', address]]) });
    expect(content).toEqual([{ role: 'Link', content: [] }]);
  },
);

test('numbers of pages come last; an element without any text leaves nothing loose', () => {
  const structure = { role: 'P', children: [leaf('a')] };
  const items = [begin(), item('- 2 -'), END, begin('a'), item('text'), END, begin(), END];
  expect(outline(read({ structure, items }))).toEqual([
    'Document',
    ['P', 'text'],
    ['Artifact', '- 2 -'],
  ]);
});
