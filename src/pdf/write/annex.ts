/**
 * Annexes: PDFs from elsewhere whose pages follow those of a letter in its file. The library that reads
 * them is large and few letters need it, so it is loaded when one does.
 */
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { MOST_ANNEX_BYTES } from '../../data/limits.ts';
import { readFileWithin } from '../../data/source/read-file.ts';
import { untilChanged } from '../../data/source/stamp.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Letter } from '../../model.ts';

type Annex = NonNullable<Letter['annexes']>[number];

/** One `bad-annex` error, at its place in the edition, for each annex whose pages cannot be had. */
export async function checkAnnexes(letters: readonly Letter[]): Promise<Diagnostic[]> {
  const annexes = new Map<string, Annex>();
  for (const { annexes: own = [] } of letters) {
    for (const annex of own) annexes.set(annex.path, annex);
  }
  const problems: Diagnostic[] = [];
  for (const annex of annexes.values()) {
    const defect = await defectOf(annex.path);
    if (defect === undefined) continue;
    const message = `the annex ${basename(annex.path)} ${defect}`;
    problems.push({ severity: 'error', code: 'bad-annex', message, span: annex.span });
  }
  return problems;
}

/**
 * The letter with the pages of its annexes after its own; its text and structure stay as they are.
 * The same input makes the same bytes.
 *
 * @returns the file and the number of pages added
 */
export async function appendAnnexes(
  letter: Buffer,
  annexes: readonly Annex[],
): Promise<{ readonly pdf: Buffer; readonly pages: number }> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const file = await PDFDocument.load(letter, { updateMetadata: false });
  const before = file.getPageCount();
  for (const { path } of annexes) {
    const annex = await open(readAnnex(path));
    const pages = await file.copyPages(annex, annex.getPageIndices());
    for (const page of pages) {
      await takeOff(page);
      file.addPage(page);
    }
  }
  const pdf = Buffer.from(await file.save({ updateFieldAppearances: false }));
  return { pdf, pages: file.getPageCount() - before };
}

function readAnnex(path: string): Buffer {
  return readFileWithin(path, MOST_ANNEX_BYTES);
}

async function open(annex: Buffer): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(annex, { updateMetadata: false });
}

const defectOf = untilChanged(async (path: string): Promise<string | undefined> => {
  try {
    const annex = readAnnex(path);
    if (inflatesTooFar(annex)) return 'inflates too far to be read';
    const pages = (await open(annex)).getPages();
    return pages.length > 0 ? undefined : 'has no pages';
  } catch (error) {
    const { EncryptedPDFError } = await import('@cantoo/pdf-lib');
    if (error instanceof EncryptedPDFError) return 'is encrypted: save it without a password';
    return 'cannot be read: it is damaged or incomplete';
  }
});

/** What links may do: open an address, or another place of the file. */
const HARMLESS: readonly unknown[] = ['/URI', '/GoTo'];

/**
 * What a page says of its place in the structure of its old file means something else in the letter's; what it runs
 * when it is opened or clicked has no place in a letter.
 */
async function takeOff({ node, doc }: PDFPage): Promise<void> {
  const { PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  const [actions, action] = [PDFName.of('AA'), PDFName.of('A')];
  node.delete(PDFName.of('StructParents'));
  node.delete(actions);
  for (const item of node.Annots()?.asArray() ?? []) {
    const annotation = doc.context.lookupMaybe(item, PDFDict);
    annotation?.delete(PDFName.of('StructParent'));
    annotation?.delete(actions);
    const does = annotation?.lookupMaybe(action, PDFDict);
    does?.delete(PDFName.of('Next'));
    const kind = does?.get(PDFName.of('S'))?.toString();
    if (does && !HARMLESS.includes(kind)) annotation?.delete(action);
  }
}

/**
 * Bytes of all streams of objects, which whoever opens a PDF has to inflate: a few kilobytes may come to gigabytes. Streams
 * of pages and pictures are copied as they are. The objects of a book of a thousand pages take some ten million.
 */
const MOST_INFLATED = 100_000_000;
/** Bytes between the beginning of a stream's object and its data. */
const LONGEST_HEAD = 4096;

/** Whether the objects of a PDF inflate to more than anybody can use. */
function inflatesTooFar(pdf: Buffer): boolean {
  let left = MOST_INFLATED;
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    const head = headBefore(pdf, at);
    if (!/\/(?:ObjStm|XRef)\b/.test(head)) continue;
    // A stream that is deflated twice inflates a million times.
    if ((head.match(/Decode\b/g) ?? []).length > 1) return true;
    left -= inflatedLength(pdf.subarray(dataStart(pdf, at)), left);
    if (left < 0) return true;
  }
  return false;
}

/** The dictionary of a stream, its names spelt out (ISO 32000-1, 7.3.5). */
function headBefore(pdf: Buffer, at: number): string {
  const text = pdf.toString('latin1', Math.max(0, at - LONGEST_HEAD), at);
  const own = text.slice(Math.max(0, text.lastIndexOf('obj')));
  return own.replace(/#([\da-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** After the keyword comes CRLF or LF (7.3.8.1). */
function dataStart(pdf: Buffer, at: number): number {
  return pdf.indexOf('\n', at) + 1;
}

/** What is not deflated, or broken, is left to the reader; what comes to more counts as one more. */
function inflatedLength(data: Buffer, most: number): number {
  try {
    return inflateSync(data, { maxOutputLength: most + 1 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
