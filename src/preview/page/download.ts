/** Files to be kept: fetched with the key, which a plain link would not send, then handed to the browser. */
import { announce } from './announce.ts';
import { ask } from './api.ts';
import { t } from './i18n/messages.ts';
import { notify } from './parts/notice.tsx';

/** Milliseconds after which the browser has surely taken it. */
const KEPT_FOR = 60_000;

/** Saves what the tool answers, under the name that the tool gives it, else as `file`. */
export async function download(url: string, file: string): Promise<void> {
  try {
    const answer = await ask(url);
    if (answer.status !== 'ready') throw new Error(answer.status);
    save(await answer.value.blob(), nameOf(answer.value) ?? file);
  } catch (error) {
    const text = t('failed', { message: error instanceof Error ? error.message : String(error) });
    announce(text);
    notify(text);
  }
}

function nameOf({ headers }: Response): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
}

function save(blob: Blob, download: string): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_FOR);
}
