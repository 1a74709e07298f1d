/** The side of the page where letters and recipients are chosen. */
import type { LetterInfo } from './api.ts';
import { t } from './i18n/messages.ts';
import { edition } from './live.ts';
import { openLetter, openLetterInfo } from './open-letter.ts';
import { open, place } from './place.ts';
import { Filters } from './recipients/filters.tsx';
import { RecipientList } from './recipients/recipient-list.tsx';
import { isPersonal, list } from './recipients/state.ts';

export function Sidebar() {
  return (
    <nav class="sidebar" aria-label={`${t('letters')}, ${t('recipients')}`}>
      <h2>{t('letters')}</h2>
      <ul class="letters">
        {edition.value?.letters.map((info) => (
          <li key={info.id}>
            <LetterButton info={info} />
          </li>
        ))}
      </ul>
      <h2>{t('recipients')}</h2>
      {openLetterInfo()?.forms.includes('circular') && <CircularButton />}
      {isPersonal.value ? <Recipients /> : <p class="muted">{t('circularOnly')}</p>}
    </nav>
  );
}

function LetterButton({ info }: { info: LetterInfo }) {
  const current = info.id === place.value?.letter;
  return (
    <button
      type="button"
      class="choice"
      aria-current={current ? 'true' : undefined}
      onClick={() => void openLetter(info)}
    >
      <bdi>{info.id}</bdi>
      <small class="muted">
        <bdi lang="en">{info.kind}</bdi>
      </small>
    </button>
  );
}

function CircularButton() {
  const current = place.value?.recipient === null;
  return (
    <button
      type="button"
      class="choice"
      aria-current={current ? 'true' : undefined}
      onClick={() => open({ recipient: null })}
    >
      {t('circular')}
      <small class="muted">{t('circularHint')}</small>
    </button>
  );
}

function Recipients() {
  const recipients = list.value;
  return (
    <>
      <Filters />
      <p class="found muted" role="status">
        {recipients &&
          (recipients.total > 0 ? t('found', { n: recipients.total }) : t('noneFound'))}
      </p>
      {recipients && recipients.total > 0 && <RecipientList recipients={recipients} />}
    </>
  );
}
