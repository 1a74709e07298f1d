/** Letter → PDF. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import type { FontFamily, Letter } from '../model.ts';
import { typesetLetter } from '../typeset/document.ts';
import type { Node, TypesetDocument } from '../typeset/nodes.ts';
import type { TextStyle } from '../typeset/paragraph.ts';
import { BlockConverter } from './blocks.ts';
import { Canvas } from './canvas.ts';
import type { TextFlow } from './flow.ts';
import { type Face, loadFace } from './font/face.ts';
import { DocumentFonts } from './fonts.ts';
import { type DocumentFacts, writeMetadata } from './metadata.ts';
import { paintLine } from './paint.ts';
import {
  createDocument,
  drawPages,
  type LayoutInput,
  type Painter,
  type PlacedLine,
} from './pdfmake.ts';
import type { FaceChain } from './pieces.ts';
import { RunElements } from './run-elements.ts';
import { StructureElement, StructureTree } from './structure.ts';

export interface RenderedLetter {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** Room of a bullet or number before its text, em. */
const MARKER_ROOM = 1.1;

/**
 * Renders one letter. The bytes depend on the letter, its fonts and its images alone, not on the
 * clock nor on what was rendered before.
 *
 * @throws FontError where a font cannot be used; Error where an image cannot be read
 */
export async function renderLetter(letter: Letter): Promise<RenderedLetter> {
  const chain = faceChain(letter.fonts);
  const typeset = typesetLetter(letter);
  const document = createDocument({
    info: documentInfo(letter),
    language: letter.language,
    mayRead: (path) => imagePaths(typeset.content).has(path),
  });
  document._id = documentId(letter);
  document._root.data.ViewerPreferences.data.Direction = letter.direction === 'rtl' ? 'R2L' : 'L2R';
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => {
    document.once('end', resolve);
    document.once('error', reject);
  });
  const structure = new StructureTree(document, letter.language);
  const fonts = new DocumentFonts(document);
  const canvas = new Canvas(document, fonts, structure);
  const input = layoutInput(typeset, chain, structure.root);
  const pages = drawPages(document, input, painterOn(canvas));
  fonts.write();
  structure.write();
  writeMetadata(document, documentFacts(letter));
  document.end();
  await ended;
  return { pdf: Buffer.concat(chunks), pages };
}

function layoutInput(
  typeset: TypesetDocument,
  chain: FaceChain,
  root: StructureElement,
): LayoutInput {
  const { page, direction } = typeset;
  const readSvg = (path: string) => readFileSync(path, 'utf8');
  const converter = new BlockConverter({ direction, chain, readSvg });
  const width = page.width - page.margins.left - page.margins.right;
  return {
    page,
    content: { stack: converter.convertAll(typeset.content, width, root) },
    footer: (number, count) => {
      const node = typeset.footer(number, count);
      if (!node) return undefined;
      const { left, right } = page.margins;
      const stack = converter.convertAll([node], width, new StructureElement('Artifact'));
      return { stack, margin: [left, 14, right, 0] };
    },
  };
}

function painterOn(canvas: Canvas): Painter {
  const rules = new StructureElement('Artifact');
  const elements = new Map<TextFlow, RunElements>();
  return {
    line(placed) {
      const { flow } = placed;
      const known = elements.get(flow) ?? new RunElements(flow.element);
      elements.set(flow, known);
      paintPlaced(canvas, placed, known);
    },
    graphic(element, draw) {
      canvas.write('', element ?? rules);
      draw();
    },
    endPage: () => canvas.close(),
  };
}

/** Paints a line and, beside the first of its block, the block's marker. */
function paintPlaced(canvas: Canvas, placed: PlacedLine, elements: RunElements): void {
  const { flow, line, x, y, width } = placed;
  const { node } = flow;
  const baseline = y + flow.baseline;
  if (placed.first && node.marker && node.indent) paintMarker(canvas, placed, baseline);
  paintLine(canvas, node.paragraph, line, node.align, { x, baseline, width }, elements);
}

function paintMarker(canvas: Canvas, placed: PlacedLine, baseline: number): void {
  const { flow, x, width } = placed;
  const { marker, indent = 0, size } = flow.node;
  if (!marker) return;
  const room = Math.min(indent, size * MARKER_ROOM);
  const left = marker.base === 'rtl' ? x + width : x - room;
  const drawn = flow.marker.reduce((sum, piece) => sum + piece.width, 0);
  const line = { pieces: flow.marker, width: drawn, last: true };
  const elements = new RunElements(flow.label ?? flow.element);
  paintLine(canvas, marker, line, 'start', { x: left, baseline, width: room }, elements);
}

/** The faces of the letter's families in each style, loaded when first asked for. */
export function faceChain(families: readonly FontFamily[]): FaceChain {
  const chains = new Map<string, readonly Face[]>();
  return ({ bold, italic }: TextStyle) => {
    const key = `${bold}${italic}`;
    const known = chains.get(key);
    if (known) return known;
    const chain = families.map((family) => loadFace(facePath(family, bold, italic), family.name));
    chains.set(key, chain);
    return chain;
  };
}

function facePath(family: FontFamily, bold: boolean, italic: boolean): string {
  const { regular } = family;
  if (bold && italic) return family.boldItalic ?? family.bold ?? family.italic ?? regular;
  if (bold) return family.bold ?? regular;
  return italic ? (family.italic ?? regular) : regular;
}

function documentFacts(letter: Letter): DocumentFacts {
  const { year, month, day = 1 } = letter.date;
  return {
    title: letter.title,
    author: letter.author,
    language: letter.language,
    created: new Date(Date.UTC(year, month - 1, day)),
    producer: 'wsis-letters',
  };
}

/** Beside the usual entries, whose letter it is: mail compares them with the envelope before it sends. */
function documentInfo(letter: Letter): Record<string, string | Date> {
  const { title, author, created, producer } = documentFacts(letter);
  return {
    Title: title,
    Author: author,
    Producer: producer,
    Creator: producer,
    CreationDate: created,
    WsisEdition: letter.edition,
    WsisLetter: letter.id,
    WsisLanguage: letter.language,
    ...(letter.recipient !== null && { WsisRecipient: letter.recipient }),
  };
}

/** File identifier (ISO 32000-1, 14.4), derived from what the letter says, wherever its edition stands. */
function documentId(letter: Letter): Buffer {
  const said = JSON.stringify(letter, (key, value) => {
    if (key === 'span') return undefined;
    return typeof value === 'string' && isAbsolute(value) ? basename(value) : value;
  });
  return createHash('sha256').update(said).digest().subarray(0, 16);
}

function imagePaths(nodes: readonly Node[]): Set<string> {
  const paths = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'image') paths.add(node.image.path);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return paths;
}
