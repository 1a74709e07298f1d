/**
 * pdf.js, with one worker for all letters: starting one takes longer than drawing a page. The legacy
 * build, because browsers of offices are not always the newest.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { type ReadingElement, readingOf } from './reading.ts';

export type { PDFPageProxy };

/** Points an inch, and CSS pixels. */
const POINT = 96 / 72;

GlobalWorkerOptions.workerSrc = workerAddress;
let worker: PDFWorker | undefined;

export interface OpenPdf {
  readonly pages: readonly PDFPageProxy[];
  close(): void;
}

/** Takes the bytes over: the caller's array is empty afterwards. */
export async function openPdf(data: ArrayBuffer): Promise<OpenPdf> {
  worker ??= PDFWorker.create({});
  const task = getDocument({ data, worker, useWasm: false });
  const document: PDFDocumentProxy = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return { pages, close: () => void task.destroy() };
}

const texts = new WeakMap<PDFPageProxy, Promise<TextContent>>();

/** The text of a page, with the pieces of one element of its structure together; extracted once. */
export function textOf(page: PDFPageProxy): Promise<TextContent> {
  const text = texts.get(page) ?? page.getTextContent({ includeMarkedContent: true });
  texts.set(page, text);
  return text;
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** What stands on a page, in the order in which it is read. */
export async function readingOfPage(page: PDFPageProxy): Promise<ReadingElement> {
  const [{ items }, structure, annotations] = await Promise.all([
    textOf(page),
    page.getStructTree(),
    page.getAnnotations() as Promise<readonly Annotation[]>,
  ]);
  const links = annotations.flatMap(({ id, url }) =>
    url === undefined ? [] : [[id, url] as const],
  );
  const { height } = page.getViewport({ scale: 1 });
  return readingOf({ items, structure, links: new Map(links), height });
}

/** As far as we use it; `url` is that of a link. */
interface Annotation {
  readonly id: string;
  readonly url?: string;
}

/** The scale of pdf.js at a zoom, where zoom 1 shows a page in its size on paper. */
export function scaleOf(zoom: number): number {
  return zoom * POINT;
}
