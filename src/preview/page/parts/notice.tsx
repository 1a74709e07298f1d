/** A short notice at the foot of the page that goes by itself; screen readers hear it by other means. */
import { signal } from '@preact/signals';

const notice = signal('');
/** Milliseconds. */
const SHOWN_FOR = 3000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function notify(text: string): void {
  clearTimeout(timer);
  notice.value = text;
  timer = setTimeout(() => {
    notice.value = '';
  }, SHOWN_FOR);
}

export function Notice() {
  return notice.value === '' ? null : (
    <div class="notice" aria-hidden="true">
      {notice.value}
    </div>
  );
}
