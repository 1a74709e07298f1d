/** What a letter says, line by line and without its looks: for telling a person what has changed. */

import type { Block, Labelled, Letter, Line, PlacedImage, SignatoryBlock } from '../model.ts';
import { lineText } from '../walk-letter.ts';

/** In the order of reading, the second language of the file after the first. No line is empty. */
export function letterText(letter: Letter): string[] {
  const own = [...headText(letter), ...bodyText(letter), ...footText(letter)];
  const second = letter.companion ? letterText(letter.companion.letter) : [];
  return [...own, ...second].map((text) => text.trim()).filter((text) => text !== '');
}

function headText(letter: Letter): string[] {
  const { letterhead, unit, dateline, confidential, draft, rows, address, subject } = letter;
  return [
    ...[...letterhead.start, ...letterhead.end].map((part) =>
      isImage(part) ? part.alt : lineText(part),
    ),
    ...[unit, dateline, confidential, draft].map((line) => lineText(line ?? [])),
    ...rows.flatMap(labelledText),
    ...[address.label ?? [], ...address.lines, ...address.bullets].map(lineText),
    ...[subject.label ?? [], ...subject.lines].map(lineText),
  ];
}

function isImage(part: Line | PlacedImage): part is PlacedImage {
  return 'path' in part;
}

function bodyText({ salutation, body, closing }: Letter): string[] {
  return [...salutation.map(lineText), ...body.flatMap(blockText), lineText(closing)];
}

function blockText(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return block.items.flat().flatMap(blockText);
    case 'quote':
      return block.children.flatMap(blockText);
    default:
      return [lineText(block.children)];
  }
}

function footText({ signatories, enclosures, copies }: Letter): string[] {
  return [
    ...signatories.flatMap(signatoryText),
    ...[enclosures, copies].flatMap((part) => (part ? labelledText(part) : [])),
  ];
}

function signatoryText({ above = [], mark, name, lines }: SignatoryBlock): string[] {
  const words = typeof mark === 'object' && 'text' in mark ? mark.text : [];
  return [...above, words, name, ...lines].map(lineText);
}

function labelledText({ label, lines }: Labelled): string[] {
  const [first = [], ...rest] = lines;
  return [`${lineText(label)} ${lineText(first)}`, ...rest.map(lineText)];
}
