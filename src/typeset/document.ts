/** Letter → typeset document: every block in reading order, with sizes, levels and isolates. Pure. */
import type { Letter } from '../model.ts';
import type { ParagraphSource } from '../text/style.ts';
import { bodyBlocks } from './body.ts';
import { type Builder, createBuilder, inLanguage, stack } from './builder.ts';
import { footer } from './footer.ts';
import { addressBlocks, headBlocks, letterhead, salutationBlocks, subjectBlocks } from './head.ts';
import type { Node, TypesetDocument } from './nodes.ts';
import { pairedBlocks } from './pairs.ts';
import { labelledBlocks, signatoryBlocks } from './signatories.ts';
import { pageFormat } from './style.ts';

/** At least so many lines of the body stay on the page of the closing and the signatures. */
const LINES_BEFORE_CLOSING = 4;
/** Rows of signatories that stay with the closing; what stays together must fit on a page. */
const ROWS_WITH_CLOSING = 2;
/** So many lines of enclosures and copies stay with the signatures rather than open a page. */
const NOTES_WITH_CLOSING = 8;

export function typesetLetter(letter: Letter): TypesetDocument {
  const builder = createBuilder(letter);
  return {
    direction: letter.direction,
    page: pageFormat(letter),
    content: content(builder),
    footer: (page, pages, language) => footer(builder, page, pages, language),
    watermark: watermark(letter),
  };
}

function watermark({ draft, direction, language, companion }: Letter): ParagraphSource[] {
  const own = draft ? [{ line: draft, base: direction, language, bold: true }] : [];
  return companion ? [...own, ...watermark(companion.letter)] : own;
}

function content(builder: Builder): Node[] {
  const { companion } = builder.letter;
  if (!companion) return letterBlocks(builder);
  const second = createBuilder(companion.letter);
  if (companion.layout === 'bilingual') return pairedBlocks(builder, second);
  return [
    inLanguage(builder, letterBlocks(builder)),
    { ...inLanguage(second, letterBlocks(second)), pageBreak: true },
  ];
}

function letterBlocks(builder: Builder): Node[] {
  const { letter } = builder;
  return [
    ...letterhead(builder),
    ...headBlocks(builder),
    ...subjectBlocks(builder),
    ...salutationBlocks(builder),
    ...bodyBlocks(builder, letter.body),
    ...endingBlocks(builder),
    ...footAddress(builder),
  ];
}

function endingBlocks(builder: Builder): Node[] {
  const { letter, style, text } = builder;
  const rows = signatoryBlocks(builder);
  const { enclosures, copies } = letter;
  const notes = labelledBlocks(builder, [enclosures, copies]);
  const count = (enclosures?.lines.length ?? 0) + (copies?.lines.length ?? 0);
  const together = rows.length <= ROWS_WITH_CLOSING && count <= NOTES_WITH_CLOSING;
  return [
    {
      type: 'ending',
      lines: LINES_BEFORE_CLOSING,
      children: [
        text(letter.closing, { before: style.paragraphGap / 2 }),
        ...rows.slice(0, ROWS_WITH_CLOSING),
        ...(together ? notes : []),
      ],
    },
    ...rows.slice(ROWS_WITH_CLOSING).map((row) => stack([row], { unbreakable: true })),
    ...(together ? [] : notes),
  ];
}

function footAddress(builder: Builder): Node[] {
  if (builder.letter.address.position === 'head') return [];
  return [stack(addressBlocks(builder), { before: builder.style.partGap * 2, unbreakable: true })];
}
