/** Keys that work anywhere. Each has a modifier, so that nothing that is typed or dictated sets one off (WCAG 2.1.4). */
import { SEARCH_ID } from './recipients/filters.tsx';
import { step } from './recipients/state.ts';

/** As `aria-keyshortcuts` wants them, and as the help shows them. */
export const KEYS = {
  search: 'Control+K',
  next: 'Alt+ArrowDown',
  previous: 'Alt+ArrowUp',
} as const;

/** Listens for as long as the page is open. */
export function startShortcuts(): void {
  addEventListener('keydown', (event) => {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf({ altKey, ctrlKey, metaKey, shiftKey, key }: KeyboardEvent) {
  if (shiftKey) return undefined;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return focusSearch;
  if (!altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowDown') return () => step(1);
  return key === 'ArrowUp' ? () => step(-1) : undefined;
}

function focusSearch(): void {
  document.getElementById(SEARCH_ID)?.focus();
}
