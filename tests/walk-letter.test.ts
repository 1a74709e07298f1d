/** The walk over a letter meets every text that is printed and every file, each once. */
import { expect, test } from 'vitest';
import type { Letter, Line, PlacedImage } from '../src/model.ts';
import { mapFiles, visitTexts } from '../src/walk-letter.ts';
import { bareLetter } from './position/letter.ts';

let count = 0;
const text = (): Line => {
  count += 1;
  return [{ type: 'text', text: `text ${count}.` }];
};
const image = (): PlacedImage => {
  count += 1;
  return { path: `/file ${count}.`, alt: '' };
};

/** A letter with every part that the model has; its texts and files are numbered. */
function fullLetter(): Letter {
  count = 0;
  return bareLetter('ltr', {
    fonts: [
      {
        name: 'F',
        regular: image().path,
        bold: image().path,
        italic: image().path,
        boldItalic: image().path,
      },
    ],
    letterhead: { start: [image(), text()], end: [text(), image()] },
    unit: text(),
    dateline: text(),
    rows: [{ label: text(), lines: [text(), text()] }],
    confidential: text(),
    address: { label: text(), lines: [text()], bullets: [text()], position: 'foot' },
    subject: { label: text(), lines: [text()] },
    salutation: [text(), text()],
    body: [
      { type: 'heading', level: 1, children: text() },
      { type: 'quote', children: [{ type: 'paragraph', children: text() }] },
      {
        type: 'list',
        ordered: true,
        start: 1,
        items: [[{ type: 'paragraph', children: text() }], [{ type: 'quote', children: [] }]],
      },
    ],
    closing: [
      { type: 'strong', children: [{ type: 'emphasis', children: text() }] },
      { type: 'break' },
      { type: 'link', href: '/link', children: text() },
      { type: 'isolate', direction: 'auto', children: text() },
    ],
    signatories: [
      { above: [text()], mark: { text: text() }, name: text(), lines: [text()] },
      { mark: { image: image() }, name: text(), lines: [] },
      { mark: 'ink', name: text(), lines: [] },
    ],
    enclosures: { label: text(), lines: [text()] },
    copies: { label: text(), lines: [text()] },
    draft: text(),
    annexes: [{ path: image().path, span: { file: '/e.yaml', line: 1, column: 1 } }],
    footer: { page: '{page}', reference: text() },
  });
}

/** The numbered texts or files in anything, in their order. */
function numbered(kind: 'text' | 'file', value: unknown): string[] {
  return JSON.stringify(value).match(new RegExp(`${kind} \\d+\\.`, 'g')) ?? [];
}

test('every text is visited, but those of the companion', () => {
  const letter = fullLetter();
  const found: string[] = [];
  const companion = { layout: 'sequential', letter: fullLetter() } as const;
  visitTexts({ ...letter, companion }, (one) => found.push(one.text));
  expect(found.length).toBeGreaterThan(30);
  expect(found.toSorted()).toEqual(numbered('text', letter).toSorted());
});

test('every file is mapped, those of the companion too, and nothing else changes', () => {
  const letter = {
    ...fullLetter(),
    companion: { layout: 'bilingual', letter: fullLetter() } as const,
  };
  const mapped = mapFiles(letter, (path) => `[${path}]`);
  expect(numbered('file', letter)).toHaveLength(16);
  expect(JSON.stringify(mapped)).toBe(
    JSON.stringify(letter).replace(/"(\/file \d+\.)"/g, '"[$1]"'),
  );
});
