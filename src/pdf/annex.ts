/**
 * Annexes: PDFs from elsewhere whose pages follow those of a letter in its file. The library that reads
 * them is large and few letters need it, so it is loaded when one does.
 */
import { basename } from 'node:path';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { MOST_ANNEX_BYTES } from '../data/limits.ts';
import { readFileWithin } from '../data/read-file.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Letter } from '../model.ts';

type Annex = NonNullable<Letter['annexes']>[number];

/** One `bad-annex` error, at its place in the edition, for each annex whose pages cannot be had. */
export async function checkAnnexes(letters: readonly Letter[]): Promise<Diagnostic[]> {
  const annexes = new Map<string, Annex>();
  for (const { annexes: own = [] } of letters) {
    for (const annex of own) annexes.set(annex.path, annex);
  }
  const problems: Diagnostic[] = [];
  for (const annex of annexes.values()) {
    const fault = await faultOf(annex.path);
    if (fault === undefined) continue;
    const message = `the annex ${basename(annex.path)} ${fault}`;
    problems.push({ severity: 'error', code: 'bad-annex', message, span: annex.span });
  }
  return problems;
}

/**
 * The letter with the pages of its annexes after its own; its text and structure stay as they are.
 * The same input gives the same bytes.
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
    const annex = await open(path);
    const pages = await file.copyPages(annex, annex.getPageIndices());
    for (const page of pages) {
      await leaveStructure(page);
      file.addPage(page);
    }
  }
  const pdf = Buffer.from(await file.save({ updateFieldAppearances: false }));
  return { pdf, pages: file.getPageCount() - before };
}

async function open(path: string): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(readFileWithin(path, MOST_ANNEX_BYTES), { updateMetadata: false });
}

async function faultOf(path: string): Promise<string | undefined> {
  try {
    const pages = (await open(path)).getPages();
    return pages.length > 0 ? undefined : 'has no pages';
  } catch (error) {
    const { EncryptedPDFError } = await import('@cantoo/pdf-lib');
    if (error instanceof EncryptedPDFError) return 'is encrypted: save it without a password';
    return 'cannot be read: it is damaged or incomplete';
  }
}

/** What a page says of its place in the structure of its old file means something else in the letter's. */
async function leaveStructure({ node, doc }: PDFPage): Promise<void> {
  const { PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  node.delete(PDFName.of('StructParents'));
  const annotations = node.Annots()?.asArray() ?? [];
  for (const annotation of annotations) {
    doc.context.lookupMaybe(annotation, PDFDict)?.delete(PDFName.of('StructParent'));
  }
}
