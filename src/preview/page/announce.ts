/** What a screen reader is told: one sentence at a time, politely. */
import { signal } from '@preact/signals';

export const announcement = signal('');

/** Says `text`; the same sentence twice is said twice. */
export function announce(text: string): void {
  announcement.value = '';
  setTimeout(() => {
    announcement.value = text;
  }, 50);
}
