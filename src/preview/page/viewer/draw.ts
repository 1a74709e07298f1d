/** Draws a page beside the old drawing and puts it in its place when it is done: the sheet is never blank. */
import { type PDFPageProxy, TextLayer, textOf } from './pdf.ts';

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

/** Lays the text over the picture, to select, copy and find; it follows `--total-scale-factor`. */
export function layText(sheet: HTMLElement, page: PDFPageProxy, language: string): () => void {
  const container = document.createElement('div');
  container.className = 'textLayer';
  container.lang = language;
  let left = false;
  textOf(page)
    .then(async (textContentSource) => {
      const viewport = page.getViewport({ scale: 1 });
      await new TextLayer({ textContentSource, container, viewport }).render();
      if (left) return;
      sheet.querySelector('.textLayer')?.remove();
      sheet.append(container);
    })
    .catch(ignore);
  return () => {
    left = true;
  };
}

/** Another letter has taken this one's place. */
function ignore(): void {}
