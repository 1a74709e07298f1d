/** Letter → PDF. */
import { readFileSync } from 'node:fs';
import { decodeText } from '../data/source/encoding.ts';
import type { FaceChain } from '../font/faces.ts';
import { faceChain } from '../font/faces.ts';
import type { Letter } from '../model.ts';
import { typesetLetter } from '../typeset/document.ts';
import type { TypesetDocument } from '../typeset/nodes.ts';
import { visitLeaves } from '../typeset/walk.ts';
import { drawingOf, type Room } from './drawing/drawing.ts';
import { DocumentFonts } from './embed/document-fonts.ts';
import { BlockConverter, type ImageSource } from './layout/blocks.ts';
import { painterOn } from './layout/painter.ts';
import { drawPages, type LayoutInput } from './layout/pdfmake.ts';
import { type DrawnLine, recordLines } from './layout/record-lines.ts';
import { assertReadsBack } from './readback/assert-text.ts';
import { sourceBlocks } from './readback/source.ts';
import { appendAnnexes } from './write/annex.ts';
import { Canvas } from './write/canvas.ts';
import { createDocument, embedImages, type PdfkitDocument } from './write/document.ts';
import { documentFacts, documentId, documentInfo } from './write/identity.ts';
import { writeMetadata } from './write/metadata.ts';
import { StructureElement, StructureTree } from './write/structure.ts';
import { watermark } from './write/watermark.ts';

export type { DrawnLine } from './layout/record-lines.ts';

export interface RenderedLetter {
  readonly pdf: Buffer;
  readonly pages: number;
  /** The letter's text in reading order, block by block: what is found in the PDF. */
  readonly text: readonly string[];
  /** In the order in which they are drawn. */
  readonly lines: readonly DrawnLine[];
}

/**
 * Renders one letter. The bytes depend on the letter, its fonts and its images alone, not on the
 * clock nor on what was rendered before.
 *
 * @param options `measured`: the ink of its lines is compared too
 * @throws FontError where a font cannot be used; Error where an image cannot be read;
 * LostTextError where the text would not come back from the PDF
 */
export async function renderLetter(
  letter: Letter,
  options: { readonly measured?: boolean } = {},
): Promise<RenderedLetter> {
  const typeset = typesetLetter(letter);
  const images = await imagesOf(typeset);
  const document = openDocument(letter, images);
  const bytes = bytesOf(document);
  const structure = new StructureTree(document, letter.language);
  const fonts = new DocumentFonts(document);
  const canvas = new Canvas(document, fonts, structure);
  const chain = faceChain(letter);
  const input = layoutInput(typeset, images, chain, structure.root);
  const background = watermark(typeset.watermark, typeset.page, chain);
  await embedImages(document, filesOf(images));
  const { painter, lines } = recordLines(painterOn(canvas, background), options.measured);
  const pages = drawPages(document, input, painter);
  const text = sourceBlocks(typeset.content);
  assertReadsBack(structure.readBack(), text);
  fonts.write();
  structure.write();
  writeMetadata(document, documentFacts(letter));
  document.end();
  const pdf = await bytes;
  if (!letter.annexes) return { pdf, pages, text, lines };
  const whole = await appendAnnexes(pdf, letter.annexes);
  return { pdf: whole.pdf, pages: pages + whole.pages, text, lines };
}

function openDocument(letter: Letter, images: Images): PdfkitDocument {
  const document = createDocument({
    info: documentInfo(documentFacts(letter)),
    language: letter.language,
    mayRead: (path) => filesOf(images).includes(path),
  });
  document._id = documentId(letter);
  document._root.data.ViewerPreferences.data.Direction = letter.direction === 'rtl' ? 'R2L' : 'L2R';
  return document;
}

/** All that pdfkit writes until it ends the document. */
function bytesOf(document: PdfkitDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    document.once('end', () => resolve(Buffer.concat(chunks)));
    document.once('error', reject);
  });
}

function layoutInput(
  typeset: TypesetDocument,
  images: Images,
  chain: FaceChain,
  root: StructureElement,
): LayoutInput {
  const { page, direction } = typeset;
  const converter = new BlockConverter({ direction, chain, sourceOf: (path) => images.get(path) });
  const width = page.width - page.margins.left - page.margins.right;
  return {
    page,
    content: { stack: converter.convertAll(typeset.content, width, root) },
    footer: (number, count, language) => {
      const node = typeset.footer(number, count, language);
      if (!node) return undefined;
      const { left, right } = page.margins;
      const stack = converter.convertAll([node], width, new StructureElement('Artifact'));
      return { stack, margin: [left, 14, right, 0] };
    },
  };
}

/** What pdfmake draws for each file that a document names. */
type Images = ReadonlyMap<string, ImageSource>;

async function imagesOf({ content }: TypesetDocument): Promise<Images> {
  const rooms = new Map<string, Room>();
  visitLeaves(content, (leaf) => {
    if (leaf.type !== 'image') return;
    const { path } = leaf.image;
    const { width = 0, height = 0 } = rooms.get(path) ?? {};
    const room = {
      width: Math.max(width, leaf.maxWidth),
      height: Math.max(height, leaf.maxHeight),
    };
    rooms.set(path, room);
  });
  const images = new Map<string, ImageSource>();
  for (const [path, room] of rooms) images.set(path, await imageSource(path, room));
  return images;
}

async function imageSource(path: string, room: Room): Promise<ImageSource> {
  const text = svgText(path);
  if (text === undefined) return { image: path };
  const drawing = await drawingOf(text, room);
  if ('svg' in drawing) return drawing;
  return { image: `data:image/png;base64,${drawing.png.toString('base64')}` };
}

/** What pdfkit opens as pictures: names of files, and pictures made of drawings. */
function filesOf(images: Images): string[] {
  return [...images.values()].flatMap((source) => ('image' in source ? [source.image] : []));
}

/** The text of an SVG, undefined for a PNG or JPEG: the content decides, not the name. */
function svgText(path: string): string | undefined {
  const bytes = readFileSync(path);
  if (RASTER_STARTS.includes(bytes.toString('latin1', 0, 2))) return undefined;
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : undefined;
}

/** First bytes of PNG and JPEG files. */
const RASTER_STARTS = ['\x89P', '\xff\xd8'];
