/** How the letter is shown: its pages, a comparison, page by page, and how large. */
import { t } from '../i18n/messages.ts';
import { Switch } from '../parts/switch.tsx';
import { tab, VIEWS, type View, view } from '../place.ts';
import { type PageMode, pageMode, zoom } from '../settings.ts';
import { shown } from '../viewer/letter.ts';
import { goToPage, pageIndex, stepZoom, zoomNow } from '../viewer/pages.tsx';

const VIEW_LABELS = {
  letter: 'showLetter',
  languages: 'showLanguages',
  changes: 'showChanges',
} as const;

/** How the tab of the letter shows it. */
export function ViewTools() {
  if (tab.value !== 'letter') return null;
  return (
    <div class="toolbar" role="toolbar" aria-label={t('show')}>
      <Switch<View>
        label={t('show')}
        value={view.value}
        choices={VIEWS.map((value) => ({ value, label: t(VIEW_LABELS[value]) }))}
        onChange={(value) => {
          view.value = value;
        }}
      />
      {view.value === 'letter' && <PageTools />}
    </div>
  );
}

function PageTools() {
  return (
    <>
      <Switch<PageMode>
        label={t('pages')}
        value={pageMode.value}
        choices={[
          { value: 'continuous', label: t('continuous') },
          { value: 'single', label: t('single') },
        ]}
        onChange={(value) => {
          pageMode.value = value;
        }}
      />
      <PageSteps />
      <ZoomTools />
    </>
  );
}

function PageSteps() {
  const total = shown.value?.pdf.pages.length ?? 0;
  const index = pageIndex.value;
  if (total < 2) return null;
  return (
    <div class="tool-group">
      <button
        type="button"
        aria-label={t('previousPage')}
        title={t('previousPage')}
        disabled={index <= 0}
        onClick={() => goToPage(index - 1, total)}
      >
        <span class="mirror" aria-hidden="true">
          ‹
        </span>
      </button>
      <span>{t('page', { n: index + 1, total })}</span>
      <button
        type="button"
        aria-label={t('nextPage')}
        title={t('nextPage')}
        disabled={index >= total - 1}
        onClick={() => goToPage(index + 1, total)}
      >
        <span class="mirror" aria-hidden="true">
          ›
        </span>
      </button>
    </div>
  );
}

function ZoomTools() {
  const percent = `${Math.round(zoomNow.value * 100)}%`;
  return (
    <fieldset class="tool-group">
      <legend class="for-readers">{t('zoom')}</legend>
      <button
        type="button"
        aria-label={t('zoomOut')}
        title={t('zoomOut')}
        onClick={() => stepZoom(-1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <output class="zoom" dir="ltr">
        {percent}
      </output>
      <button
        type="button"
        aria-label={t('zoomIn')}
        title={t('zoomIn')}
        onClick={() => stepZoom(1)}
      >
        <span aria-hidden="true">+</span>
      </button>
      <button type="button" aria-pressed={zoom.value === 'width'} onClick={() => setZoom('width')}>
        {t('fitWidth')}
      </button>
      <button type="button" aria-pressed={zoom.value === 'page'} onClick={() => setZoom('page')}>
        {t('fitPage')}
      </button>
    </fieldset>
  );
}

function setZoom(fitted: 'width' | 'page'): void {
  zoom.value = fitted;
}
