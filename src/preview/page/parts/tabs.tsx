/** Tabs after the pattern of WAI-ARIA: one stop of the Tab key, arrow keys from tab to tab. */
import { t } from '../i18n/messages.ts';
import { TABS, type Tab, tab } from '../place.ts';

const LABELS = {
  letter: 'tabLetter',
  mail: 'tabMail',
  data: 'tabData',
  problems: 'tabProblems',
} as const;

export const panelId = (name: Tab) => `panel-${name}`;
export const tabId = (name: Tab) => `tab-${name}`;

export function Tabs({ problems }: { problems: number }) {
  return (
    <div class="tabs" role="tablist" aria-label={t('view')} onKeyDown={followKey}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-selected={tab.value === name}
          aria-controls={tab.value === name ? panelId(name) : undefined}
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name;
          }}
        >
          {t(LABELS[name])}
          {name === 'problems' && problems > 0 && <span class="badge">{problems}</span>}
        </button>
      ))}
    </div>
  );
}

/** In a mirrored interface the left arrow leads on. */
function followKey(event: KeyboardEvent): void {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const current = TABS.indexOf(tab.value);
  const targets: Record<string, number> = {
    [forward]: (current + 1) % TABS.length,
    [backward]: (current + TABS.length - 1) % TABS.length,
    Home: 0,
    End: TABS.length - 1,
  };
  const target = TABS[targets[event.key] ?? -1];
  if (!target || event.altKey) return;
  event.preventDefault();
  tab.value = target;
  document.getElementById(tabId(target))?.focus();
}
