/** The edition as the tool sees it, kept up to date by its events. */
import { signal } from '@preact/signals';
import { address, type EditionInfo, getJson, type PreviewEvent } from './api.ts';

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
  listen();
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

function listen(): void {
  const events = new EventSource(address('events'));
  events.onopen = () => {
    // Files may have changed while nobody listened.
    if (!connected.value) void refreshEdition();
    connected.value = true;
  };
  events.onerror = () => {
    connected.value = false;
  };
  events.onmessage = ({ data }) => take(JSON.parse(data) as PreviewEvent);
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
