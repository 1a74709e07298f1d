/** The list of recipients: of 50,000, only the rows in sight are in the document. */
import { useEffect, useRef } from 'preact/hooks';
import type { RecipientInfo } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { openRecipient } from '../open-letter.ts';
import { directionOf } from '../parts/language-name.ts';
import type { RecipientPages } from './recipient-pages.ts';
import { currentIndex, openIndex } from './state.ts';
import { useVirtual } from './use-virtual.ts';

/** As `.recipient` in the style sheet. */
const ROW = 56;
const SCREENFUL = 10;

/** A list box: the arrow keys open the letter to the next recipient. */
export function RecipientList({ recipients }: { recipients: RecipientPages }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(scroller, recipients.total, ROW);
  const rows = virtual.getVirtualItems();
  const current = currentIndex.value;
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  // What cannot be had now is asked for again when the list is scrolled.
  useEffect(() => void recipients.ensure(first, last).catch(() => {}), [recipients, first, last]);
  // Only another recipient moves the list, not the user who scrolls it
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current]);
  recipients.version.value;
  return (
    <div
      ref={scroller}
      class="recipients"
      role="listbox"
      tabIndex={0}
      aria-label={t('recipients')}
      aria-activedescendant={current < first || current > last ? undefined : rowId(current)}
      onKeyDown={(event) => followKey(event, current, recipients.total)}
    >
      <div
        class="recipients-all"
        role="presentation"
        style={{ blockSize: `${virtual.getTotalSize()}px` }}
      >
        {rows.map(({ index, start }) => (
          <Row
            key={index}
            index={index}
            start={start}
            total={recipients.total}
            selected={index === current}
            recipient={recipients.at(index)}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly start: number;
  readonly total: number;
  readonly selected: boolean;
  readonly recipient: RecipientInfo | undefined;
}

function Row({ index, start, total, selected, recipient }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names the active row
    <div
      id={rowId(index)}
      class="recipient"
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => recipient && openRecipient(recipient)}
    >
      {recipient ? <Details recipient={recipient} /> : <span class="muted">{t('loading')}</span>}
    </div>
  );
}

function Details({ recipient }: { recipient: RecipientInfo }) {
  const { id, name, organisation, country, language, errors, warnings } = recipient;
  const title = name || organisation || id;
  const rest = [name ? organisation : '', country].filter((part) => part !== '');
  return (
    <>
      <span class="recipient-name" lang={language} dir={directionOf(language)}>
        <bdi>{title}</bdi>
      </span>
      <span class="recipient-language">
        <bdi lang="en">{language}</bdi>
        {errors + warnings > 0 && <Count errors={errors} warnings={warnings} />}
      </span>
      <span class="recipient-rest muted" lang={language} dir={directionOf(language)}>
        {rest.map((part, index) => (
          <span key={part}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </span>
    </>
  );
}

function Count({ errors, warnings }: { errors: number; warnings: number }) {
  const severity = errors > 0 ? 'error' : 'warning';
  const label = errors > 0 ? t('errors', { n: errors }) : t('warnings', { n: warnings });
  return (
    <span class={`badge ${severity}`}>
      <span aria-hidden="true">{errors || warnings}</span>
      <span class="for-readers">{label}</span>
    </span>
  );
}

const rowId = (index: number) => `recipient-${index}`;

const TARGETS: Readonly<Record<string, (current: number, total: number) => number>> = {
  ArrowDown: (current) => current + 1,
  ArrowUp: (current) => Math.max(0, current - 1),
  PageDown: (current, total) => Math.min(total - 1, current + SCREENFUL),
  PageUp: (current) => Math.max(0, current - SCREENFUL),
  Home: () => 0,
  End: (_, total) => total - 1,
};

function followKey(event: KeyboardEvent, current: number, total: number): void {
  const target = event.altKey ? undefined : TARGETS[event.key];
  if (!target) return;
  event.preventDefault();
  void openIndex(target(current, total));
}
