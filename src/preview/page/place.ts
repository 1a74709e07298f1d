/** Which letter is open, and in which view. It stands in the fragment of the address, so that a reload keeps it. */
import { effect, signal } from '@preact/signals';
import type { Layout } from '../../model.ts';
import { LAYOUTS } from '../../vocabulary.ts';

export const TABS = ['letter', 'mail', 'data', 'problems'] as const;
export type Tab = (typeof TABS)[number];
export const VIEWS = ['letter', 'languages', 'changes'] as const;
/** What the tab of the letter shows: its pages, two languages, or what changed since the last render. */
export type View = (typeof VIEWS)[number];

/** A letter as the server knows it; `recipient` is null for the circular. */
export interface Place {
  readonly letter: string;
  readonly language: string;
  readonly recipient: string | null;
  /** Null for the letter's own. */
  readonly layout: Layout | null;
  /** The second language of a layout of two; null for the letter's own. */
  readonly second: string | null;
}

/** Undefined until the edition is known. */
export const place = signal<Place | undefined>(undefined);
export const tab = signal<Tab>('letter');
export const view = signal<View>('letter');

/** Opens another letter, or the same otherwise. */
export function open(change: Partial<Place>): void {
  if (place.value) place.value = { ...place.value, ...change };
}

/** What the fragment asks for, right or not; null where it does not say. */
export function placeOfFragment(fragment: string): { [Key in keyof Place]: Place[Key] | null } {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    letter: asked.get('letter'),
    language: asked.get('language'),
    recipient: asked.get('recipient'),
    layout: LAYOUTS.find((layout) => layout === asked.get('layout')) ?? null,
    second: asked.get('second'),
  };
}

/** Keeps the fragment at the open letter, without a step in the browser's history for each. */
export function followPlace(): void {
  effect(() => {
    if (!place.value) return;
    const given = Object.entries(place.value).filter(([, value]) => value !== null);
    history.replaceState(null, '', `#${new URLSearchParams(given)}`);
  });
}

/** Names the letter in the page: the same place has the same key. */
export function keyOf({ letter, language, recipient, layout, second }: Place): string {
  return JSON.stringify([letter, language, recipient, layout, second]);
}
