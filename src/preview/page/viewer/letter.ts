/** The letter that is shown: asked for whenever another is opened or the files change; the last good one stays until then. */
import { effect, signal } from '@preact/signals';
import { announce } from '../announce.ts';
import { ask, letterAddress, type Rectangle, type Refusal } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { revision } from '../live.ts';
import { keyOf, type Place, place } from '../place.ts';
import { inkChanges } from './ink.ts';
import { type Line, linesOf, newLines, type TextPiece } from './lines.ts';
import { type OpenPdf, openPdf, textOf } from './pdf.ts';

/** A place that changed since the letter was drawn before; the page by its index. */
export type Mark = Rectangle & { readonly page: number };

export interface ShownLetter {
  readonly place: Place;
  readonly pdf: OpenPdf;
  /** Of the edition, when this was drawn. */
  readonly revision: number;
  /** Its text; until that is known, the text of the drawing before. */
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
}

export const shown = signal<ShownLetter | undefined>(undefined);
/** Why the letter cannot be made from the files as they are. */
export const refusal = signal<Refusal | undefined>(undefined);
/** Why the tool gave no answer to understand. */
export const failure = signal<string | undefined>(undefined);
export const busy = signal(false);

/** Shows what is open, for as long as the page is open. */
export function followLetter(): void {
  effect(() => {
    const wanted = place.value;
    const at = revision.value;
    if (!wanted) return;
    const controller = new AbortController();
    busy.value = true;
    void show(wanted, at, controller.signal);
    return () => controller.abort();
  });
}

/** Asks for the open letter again. */
export function tryAgain(): void {
  if (place.value) place.value = { ...place.value };
}

async function show(wanted: Place, at: number, signal: AbortSignal): Promise<void> {
  try {
    const answer = await ask(letterAddress(wanted, 'pdf'), signal);
    if (answer.status === 'missing') throw new Error('404');
    if (answer.status === 'refused') await takeRefusal(wanted, answer.refusal, at, signal);
    else await take(wanted, answer.value, at, signal);
    if (signal.aborted) return;
    failure.value = undefined;
  } catch (error) {
    if (signal.aborted) return;
    failure.value = error instanceof Error ? error.message : String(error);
  }
  busy.value = false;
}

/** The error lies over the last good version; that of another letter would deceive. */
async function takeRefusal(
  wanted: Place,
  refused: Refusal,
  at: number,
  signal: AbortSignal,
): Promise<void> {
  const current = shown.value;
  const isShown = current && keyOf(current.place) === keyOf(wanted);
  if (!isShown && refused.lastGood) {
    const answer = await ask(letterAddress(wanted, 'pdf', { lastGood: 1 }), signal);
    if (answer.status === 'ready') await take(wanted, answer.value, at, signal);
  } else if (!isShown) {
    replace(undefined);
  }
  if (!signal.aborted) refusal.value = refused;
}

async function take(
  wanted: Place,
  response: Response,
  at: number,
  signal: AbortSignal,
): Promise<void> {
  const pdf = await openPdf(await response.arrayBuffer());
  const current = shown.value;
  const before = current && keyOf(current.place) === keyOf(wanted) ? current : undefined;
  const lines = before?.lines ?? (await linesIn(pdf));
  if (signal.aborted) {
    pdf.close();
    return;
  }
  refusal.value = undefined;
  const next = { place: wanted, pdf, revision: at, lines, marks: [] };
  if (before) {
    shown.value = next;
    await markChanges(before, pdf);
    before.pdf.close();
  } else {
    replace(next);
    announce(t('drawn', { n: pdf.pages.length }));
  }
}

/** Compares with the drawing before, while the new one is on its way to the screen. */
async function markChanges(before: ShownLetter, pdf: OpenPdf): Promise<void> {
  const lines = await linesIn(pdf);
  const words = newLines(before.lines, lines);
  const marks = words.length > 0 ? words : await inkChanges(before.pdf, pdf);
  if (shown.value?.pdf !== pdf) return;
  shown.value = { ...shown.value, lines, marks };
  if (marks.length > 0) announce(`${t('redrawn')} ${t('changed', { n: marks.length })}`);
}

function replace(next: ShownLetter | undefined): void {
  const before = shown.value;
  shown.value = next;
  before?.pdf.close();
}

async function linesIn({ pages }: OpenPdf): Promise<Line[]> {
  const found = await Promise.all(
    pages.map(async (page, index) => {
      const { items } = await textOf(page);
      const pieces = items.filter((item): item is typeof item & TextPiece => 'str' in item);
      return linesOf(pieces, index, page.getViewport({ scale: 1 }).height);
    }),
  );
  return found.flat();
}
