/** Which recipients are listed, and the way from one to the next. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Query, RecipientInfo } from '../api.ts';
import { revision } from '../live.ts';
import { openLetterInfo, openRecipient } from '../open-letter.ts';
import { place } from '../place.ts';
import { RecipientPages } from './recipient-pages.ts';

export interface Filter {
  readonly query: string;
  readonly category: string;
  readonly language: string;
  /** Empty for all, `1` for those who have problems. */
  readonly problems: string;
}

export const filter = signal<Filter>({ query: '', category: '', language: '', problems: '' });
export const list = signal<RecipientPages | undefined>(undefined);

/** Where the recipient of the open letter stands in the list; -1 if not there or not known yet. */
export const currentIndex = computed(() => {
  list.value?.version.value;
  return list.value?.indexOf(place.value?.recipient ?? null) ?? -1;
});

/** Whether the open letter is written to single recipients. */
export const isPersonal = computed(() => openLetterInfo()?.forms.includes('personal') ?? false);
const letterId = computed(() => place.value?.letter);

/** Wait this long after a key, in milliseconds: typing a word is one search. */
const PAUSE = 120;

/** Keeps the list at the filter, the letter and the revision of the edition. */
export function followFilter(): void {
  effect(() => {
    revision.value;
    if (!isPersonal.value || !letterId.value) {
      list.value = undefined;
      return;
    }
    const controller = new AbortController();
    const query = { ...filter.value, letter: letterId.value };
    const first = untracked(() => list.value) === undefined;
    const timer = setTimeout(() => void refresh(query, controller.signal), first ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
}

async function refresh(query: Query, signal: AbortSignal): Promise<void> {
  try {
    list.value = await RecipientPages.load(query, Math.max(0, currentIndex.value), signal);
  } catch {
    // The filter has changed again, or there is no connection, which the head of the page tells.
  }
}

/** Opens the recipient at an index of the list; outside of it nothing happens. */
export async function openIndex(index: number): Promise<RecipientInfo | undefined> {
  const recipients = list.value;
  if (!recipients || index < 0 || index >= recipients.total) return undefined;
  await recipients.ensure(index, index);
  const recipient = recipients.at(index);
  if (recipient) openRecipient(recipient);
  return recipient;
}

/** Opens the next recipient (1) or the previous one (-1). */
export function step(by: 1 | -1): void {
  void openIndex(currentIndex.value < 0 ? 0 : currentIndex.value + by);
}
