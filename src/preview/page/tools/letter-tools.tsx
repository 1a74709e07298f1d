/** Whom the letter is for, its language and layout, and what can be taken away. */

import { LAYOUTS } from '../../../vocabulary.ts';
import { letterAddress } from '../api.ts';
import { download } from '../download.ts';
import { named, t } from '../i18n/messages.ts';
import { edition } from '../live.ts';
import { openLetterInfo } from '../open-letter.ts';
import { languageName } from '../parts/language-name.ts';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { open, type Place } from '../place.ts';
import { currentIndex, isPersonal, list, step } from '../recipients/state.ts';
import { KEYS } from '../shortcuts.ts';
import { refusal } from '../viewer/letter.ts';
import { pageIndex } from '../viewer/pages.tsx';

/** Whom the letter is for, its language and layout: what every tab depends on. */
export function LetterTools({ place }: { place: Place }) {
  return (
    <div class="toolbar" role="toolbar" aria-label={t('tabLetter')}>
      {isPersonal.value && <RecipientSteps />}
      <LanguageSwitch place={place} />
      <LayoutSwitch place={place} />
      <Exports place={place} />
    </div>
  );
}

function RecipientSteps() {
  const total = list.value?.total ?? 0;
  const current = currentIndex.value;
  return (
    <div class="tool-group">
      <button
        type="button"
        aria-label={t('previous')}
        title={t('previous')}
        aria-keyshortcuts={KEYS.previous}
        disabled={current <= 0}
        onClick={() => step(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        aria-label={t('next')}
        title={t('next')}
        aria-keyshortcuts={KEYS.next}
        disabled={total === 0 || current >= total - 1}
        onClick={() => step(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </div>
  );
}

function LanguageSwitch({ place }: { place: Place }) {
  const languages: readonly string[] = openLetterInfo()?.languages ?? [];
  return (
    <Switch
      label={t('language')}
      value={place.language}
      choices={languages.map((value) => ({ value, label: languageName(value), lang: value }))}
      onChange={(language) => open({ language, second: null })}
    />
  );
}

/** A letter in two languages, if it has two. */
function LayoutSwitch({ place }: { place: Place }) {
  const info = openLetterInfo();
  const others = info?.languages.filter((language) => language !== place.language) ?? [];
  if (!info || others.length === 0) return null;
  const layout = place.layout ?? info.layout;
  const second = others.find((language) => language === place.second) ?? others[0] ?? '';
  return (
    <>
      <Select
        label={t('layout')}
        value={layout}
        choices={LAYOUTS.map((value) => ({ value, label: named('layout', value) }))}
        onChange={(value) => open({ layout: value, second: value === 'separate' ? null : second })}
      />
      {layout !== 'separate' && others.length > 1 && (
        <Select
          label={t('second')}
          value={second}
          choices={others.map((value) => ({ value, label: languageName(value) }))}
          onChange={(value) => open({ layout, second: value })}
        />
      )}
    </>
  );
}

function Exports({ place }: { place: Place }) {
  const { letter, language, recipient } = place;
  const name = [edition.value?.id, letter, language, recipient].filter(Boolean).join('.');
  const page = pageIndex.value + 1;
  if (refusal.value) return null;
  return (
    <fieldset class="tool-group exports">
      <legend>{t('export')}</legend>
      <Download
        url={letterAddress(place, 'pdf')}
        file={`${name}.pdf`}
        kind="PDF"
        label={t('exportPdf')}
      />
      <Download
        url={letterAddress(place, 'png', { page })}
        file={`${name}.${page}.png`}
        kind="PNG"
        label={t('exportPng')}
      />
      {edition.value?.mail && (
        <Download
          url={letterAddress(place, 'eml')}
          file={`${name}.eml`}
          kind="EML"
          label={t('exportEml')}
        />
      )}
    </fieldset>
  );
}

interface DownloadProps {
  readonly url: string;
  readonly file: string;
  /** Kind of file; part of `label`, so that voice control finds it by either. */
  readonly kind: string;
  readonly label: string;
}

function Download({ url, file, kind, label }: DownloadProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={() => void download(url, file)}>
      {kind}
    </button>
  );
}
