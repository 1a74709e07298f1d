/** The pages of the open letter, one below the other or one at a time. */
import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/messages.ts';
import { pageMode, zoom } from '../settings.ts';
import { fittedZoom, type Size, zoomStep } from './fit.ts';
import { busy, type ShownLetter } from './letter.ts';
import { type PDFPageProxy, scaleOf } from './pdf.ts';
import { Sheet } from './sheet.tsx';

/** Index of the page that is shown, or of the first one in sight. */
export const pageIndex = signal(0);
/** The zoom in numbers, whatever the page is fitted to. */
export const zoomNow = signal(1);

export function Pages({ letter }: { letter: ShownLetter }) {
  const view = useRef<HTMLElement>(null);
  const size = useSize(view);
  const { pages } = letter.pdf;
  const drawn = useDrawn(letter);
  const scale = fittedZoom(zoom.value, paperSize(pages[0]), size);
  useLayoutEffect(() => {
    zoomNow.value = scale;
    pageIndex.value = Math.min(pageIndex.value, pages.length - 1);
  }, [scale, pages.length]);
  useSteadyScroll(view, scale);
  const single = pageMode.value === 'single';
  return (
    <section
      ref={view}
      class="pages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('pages')}
      aria-busy={busy.value}
      data-drawn={drawn.revision}
      onKeyDown={(event) => followKey(event, pages.length)}
      onScroll={({ currentTarget }) => !single && findPage(currentTarget)}
    >
      {pages.map((page, index) => (
        <div key={page.pageNumber} class="page" hidden={single && index !== pageIndex.value}>
          <Sheet
            page={page}
            label={t('page', { n: index + 1, total: pages.length })}
            language={letter.place.language}
            zoom={scale}
            marks={letter.marks.filter((mark) => mark.page === index)}
            onDrawn={drawn.add}
          />
        </div>
      ))}
    </section>
  );
}

/** Brings a page into sight. */
export function goToPage(index: number, count: number): void {
  pageIndex.value = Math.max(0, Math.min(count - 1, index));
  const page = document.querySelectorAll('.pages > .page')[pageIndex.value];
  if (pageMode.value === 'continuous') page?.scrollIntoView({ block: 'start' });
  else page?.parentElement?.scrollTo({ top: 0 });
}

/** Enlarges (1) or reduces (-1) the pages. */
export function stepZoom(by: 1 | -1): void {
  zoom.value = zoomStep(zoomNow.value, by);
}

/** Which revision stands on all pages: for those who wait for it. */
function useDrawn({ pdf, revision }: ShownLetter) {
  const [drawn, setDrawn] = useState(-1);
  const seen = useRef(new Set<PDFPageProxy>());
  const add = (page: PDFPageProxy) => {
    seen.current.add(page);
    if (!pdf.pages.every((one) => seen.current.has(one))) return;
    seen.current = new Set(pdf.pages);
    setDrawn(revision);
  };
  return { revision: drawn, add };
}

/** The size of an element, kept up to date. */
function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 800, height: 800 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: target.clientWidth, height: target.clientHeight });
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Keeps what stands at the upper edge there when the zoom changes. */
function useSteadyScroll(view: RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef(scale);
  useEffect(() => {
    const ratio = scale / before.current;
    before.current = scale;
    if (view.current && ratio !== 1) view.current.scrollTop *= ratio;
  }, [view, scale]);
}

function paperSize(page: PDFPageProxy | undefined): Size {
  return page?.getViewport({ scale: scaleOf(1) }) ?? { width: 794, height: 1123 };
}

function findPage(view: HTMLElement): void {
  const middle = view.scrollTop + view.clientHeight / 2;
  const pages = [...view.querySelectorAll<HTMLElement>(':scope > .page')];
  const index = pages.findLastIndex((page) => page.offsetTop <= middle);
  pageIndex.value = Math.max(0, index);
}

/** Keys that act while the pages have the focus, so that no other field loses a character to them. */
function followKey(event: KeyboardEvent, count: number): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const single = pageMode.value === 'single';
  const actions: Record<string, (() => void) | undefined> = {
    '+': () => stepZoom(1),
    '-': () => stepZoom(-1),
    '0': () => {
      zoom.value = 'width';
    },
    PageDown: single ? () => goToPage(pageIndex.value + 1, count) : undefined,
    PageUp: single ? () => goToPage(pageIndex.value - 1, count) : undefined,
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
