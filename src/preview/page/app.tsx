/** The page: head, side, and the open letter. */
import { announcement } from './announce.ts';
import { Header } from './header.tsx';
import { t } from './i18n/messages.ts';
import { edition, fault } from './live.ts';
import { DataPanel } from './panels/data.tsx';
import { LetterPanel } from './panels/letter.tsx';
import { MailPanel } from './panels/mail.tsx';
import { ProblemsPanel } from './panels/problems.tsx';
import { Notice } from './parts/notice.tsx';
import { panelId, Tabs, tabId } from './parts/tabs.tsx';
import { type Place, place, tab } from './place.ts';
import { Sidebar } from './sidebar.tsx';
import { LetterTools } from './tools/letter-tools.tsx';
import { ViewTools } from './tools/view-tools.tsx';

const MAIN_ID = 'main';

export function App() {
  return (
    <>
      <a class="skip" href={`#${MAIN_ID}`} onClick={skip}>
        {t('skip')}
      </a>
      <Header />
      <Sidebar />
      <main id={MAIN_ID} class="main" tabIndex={-1}>
        {fault.value !== undefined && <p role="alert">{t('failed', { message: fault.value })}</p>}
        {place.value && <OpenLetter place={place.value} />}
      </main>
      <div class="for-readers" aria-live="polite">
        {announcement.value}
      </div>
      <Notice />
    </>
  );
}

/** The fragment of the address belongs to the open letter, so a plain link would not do. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById(MAIN_ID)?.focus();
}

function OpenLetter({ place }: { place: Place }) {
  const { errors = 0, warnings = 0 } = edition.value?.problems ?? {};
  const panels = {
    letter: () => <LetterPanel place={place} />,
    mail: () => <MailPanel place={place} />,
    data: () => <DataPanel place={place} />,
    problems: () => <ProblemsPanel />,
  };
  return (
    <>
      <h2 class="for-readers">
        {[place.letter, place.language, place.recipient].filter(Boolean).join(' · ')}
      </h2>
      <LetterTools place={place} />
      <Tabs problems={errors + warnings} />
      <ViewTools />
      <div
        key={tab.value}
        id={panelId(tab.value)}
        class={`panel panel-${tab.value}`}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reached by keyboard
        tabIndex={0}
        aria-labelledby={tabId(tab.value)}
      >
        {panels[tab.value]()}
      </div>
    </>
  );
}
