/** The tab of the letter: its pages with what lies over them, or a comparison. */
import { t } from '../i18n/messages.ts';
import { ProblemList } from '../parts/problem-item.tsx';
import { type Place, type View, view } from '../place.ts';
import { failure, refusal, shown, tryAgain } from '../viewer/letter.ts';
import { LinkAddress } from '../viewer/link-address.tsx';
import { Pages } from '../viewer/pages.tsx';
import { ChangesPanel } from './changes.tsx';
import { LanguagesPanel } from './languages.tsx';

export function LetterPanel({ place }: { place: Place }) {
  const views: Record<View, () => preact.JSX.Element> = {
    letter: () => <Viewer />,
    languages: () => <LanguagesPanel place={place} />,
    changes: () => <ChangesPanel place={place} />,
  };
  return views[view.value]();
}

function Viewer() {
  const letter = shown.value;
  const waiting = !letter && !refusal.value && failure.value === undefined;
  return (
    <div class="viewer">
      {letter && <Pages letter={letter} />}
      <LinkAddress />
      {waiting && <p class="muted waiting">{t('loading')}</p>}
      {refusal.value && <Overlay />}
      {failure.value !== undefined && <Failure message={failure.value} />}
    </div>
  );
}

/** Over the last good page: what is wrong, and that the page below is not the latest. */
function Overlay() {
  const diagnostics = refusal.value?.diagnostics ?? [];
  return (
    <section class="overlay" role="alert" aria-labelledby="overlay-title">
      <h3 id="overlay-title">{t('cannotDraw')}</h3>
      <p>{shown.value ? t('lastGood') : t('noLastGood')}</p>
      <ProblemList problems={diagnostics} />
    </section>
  );
}

function Failure({ message }: { message: string }) {
  return (
    <section class="overlay" role="alert">
      <p>{t('failed', { message })}</p>
      <button type="button" onClick={tryAgain}>
        {t('tryAgain')}
      </button>
    </section>
  );
}
