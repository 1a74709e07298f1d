/** Draws a page beside the old drawing and puts it in its place when it is done: the sheet is never blank. */
import { type PDFPageProxy, readingOfPage } from './pdf.ts';
import { textLayer } from './text-layer.ts';

/** Draws the picture at a scale of pdf.js; gives what stops it. `done` is called when it is in the sheet. */
export function drawPicture(
  sheet: HTMLElement,
  page: PDFPageProxy,
  scale: number,
  done: () => void,
): () => void {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const viewport = page.getViewport({ scale: scale * devicePixelRatio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  task.promise
    .then(() => {
      sheet.querySelector('canvas')?.remove();
      sheet.prepend(canvas);
      done();
    })
    .catch(ignore);
  return () => task.cancel();
}

/** Lays the text over the picture; gives what stops it. */
export function layText(sheet: HTMLElement, page: PDFPageProxy, language: string): () => void {
  let left = false;
  readingOfPage(page)
    .then((reading) => {
      if (!left) putText(sheet, textLayer(reading, language, page.getViewport({ scale: 1 })));
    })
    .catch(ignore);
  return () => {
    left = true;
  };
}

/** The same text stays as it is: whoever reads or selects it is not disturbed, and a link keeps the focus. */
function putText(sheet: HTMLElement, layer: HTMLElement): void {
  const before = sheet.querySelector('.textLayer');
  if (before?.outerHTML === layer.outerHTML) return;
  const focused = linksIn(before).indexOf(document.activeElement as HTMLAnchorElement);
  before?.remove();
  sheet.append(layer);
  linksIn(layer)[focused]?.focus({ preventScroll: true });
}

function linksIn(layer: Element | null): HTMLAnchorElement[] {
  return [...(layer?.querySelectorAll('a') ?? [])];
}

/** Another letter has taken this one's place. */
function ignore(): void {}
