/** The edition as the tool sees it, kept up to date by its events. */
import { signal } from '@preact/signals';
import { address, ask, type EditionInfo, getJson, type PreviewEvent } from './api.ts';
import { readEvents } from './events.ts';

export const edition = signal<EditionInfo | undefined>(undefined);
/** Grows when the files were read again: what is shown must be asked for anew. */
export const revision = signal(0);
/** Grows when there may be more problems to tell. */
export const examined = signal(0);
export const connected = signal(true);
/** Why the edition could not be asked for. */
export const fault = signal<string | undefined>(undefined);

/** Asks for the edition, then listens until the page is left. */
export async function startLive(): Promise<void> {
  await refreshEdition();
  await listen();
}

async function refreshEdition(): Promise<void> {
  try {
    const answer = await getJson<EditionInfo>(address('edition'));
    edition.value = answer;
    revision.value = answer.revision;
    fault.value = undefined;
  } catch (error) {
    fault.value = String(error instanceof Error ? error.message : error);
  }
}

/** Milliseconds until a broken connection is tried again. */
const RETRY = 1000;

async function listen(): Promise<never> {
  for (;;) {
    await follow().catch(() => {});
    connected.value = false;
    await new Promise((done) => setTimeout(done, RETRY));
  }
}

/** Until the connection ends. EventSource could not send the key. */
async function follow(): Promise<void> {
  const answer = await ask(address('events'));
  if (answer.status !== 'ready' || !answer.value.body) return;
  // Files may have changed while nobody listened.
  if (!connected.value) void refreshEdition();
  connected.value = true;
  await readEvents(answer.value.body, take);
}

function take(event: PreviewEvent): void {
  if (event.type === 'changed') {
    revision.value = event.revision;
    void refreshEdition();
  } else if (edition.value) {
    edition.value = { ...edition.value, problems: event.problems };
  }
  examined.value += 1;
}
