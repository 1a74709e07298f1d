/** A place in a file; a click copies it, to be opened in an editor. */
import { announce } from '../announce.ts';
import { t } from '../i18n/messages.ts';
import { notify } from './notice.tsx';

interface CopyPlaceProps {
  readonly file: string;
  readonly line: number | null;
  readonly column?: number | null;
}

export function CopyPlace({ file, line, column }: CopyPlaceProps) {
  const place = [file, line].filter((part) => part !== null).join(':');
  const shown = column == null ? place : `${place}:${column}`;
  return (
    <button
      type="button"
      class="copy-place"
      dir="ltr"
      title={t('copy', { place })}
      onClick={() => void copy(place)}
    >
      <code>{shown}</code>
    </button>
  );
}

async function copy(place: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(place);
    tell(t('copied', { place }));
  } catch {
    tell(t('notCopied'));
  }
}

function tell(text: string): void {
  announce(text);
  notify(text);
}
