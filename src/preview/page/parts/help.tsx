/** The keys of the page, in a dialog. */
import { useRef } from 'preact/hooks';
import { type MessageKey, t } from '../i18n/messages.ts';

const ROWS: readonly (readonly [keys: readonly string[], meaning: MessageKey])[] = [
  [['Ctrl K'], 'keySearch'],
  [['Alt ↓'], 'keyNext'],
  [['Alt ↑'], 'keyPrevious'],
  [['↓', '↑', 'Home', 'End'], 'keyList'],
  [['←', '→'], 'keyTabs'],
  [['Page ↓', 'Page ↑'], 'keyPages'],
  [['+', '-', '0'], 'keyZoom'],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {t('help')}
      </button>
      <dialog ref={dialog} class="help" aria-labelledby="help-title">
        <h2 id="help-title">{t('helpTitle')}</h2>
        <dl>
          {ROWS.map(([keys, meaning]) => (
            <div key={meaning}>
              <dt dir="ltr">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">{t('close')}</button>
        </form>
      </dialog>
    </>
  );
}
