/** The head of the page: the edition, how it stands, and the settings of the page itself. */
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceLanguage,
  t,
} from './i18n/messages.ts';
import { connected, edition } from './live.ts';
import { Help } from './parts/help.tsx';
import { languageName } from './parts/language-name.ts';
import { Select } from './parts/select.tsx';
import { tab } from './place.ts';
import { THEMES, type Theme, theme } from './settings.ts';

const THEME_LABELS = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;

export function Header() {
  return (
    <header class="header">
      <h1>
        {t('title')} <bdi class="muted">{edition.value?.id}</bdi>
      </h1>
      <Health />
      <Connection />
      <fieldset class="settings">
        <legend class="for-readers">{t('settings')}</legend>
        <Select<InterfaceLanguage>
          label={t('interfaceLanguage')}
          value={interfaceLanguage.value}
          choices={INTERFACE_LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
          onChange={(value) => {
            interfaceLanguage.value = value;
          }}
        />
        <Select<Theme>
          label={t('theme')}
          value={theme.value}
          choices={THEMES.map((value) => ({ value, label: t(THEME_LABELS[value]) }))}
          onChange={(value) => {
            theme.value = value;
          }}
        />
        <Help />
      </fieldset>
    </header>
  );
}

/** How many problems the edition has; leads to them. */
function Health() {
  const problems = edition.value?.problems;
  if (!problems) return null;
  const { errors, warnings, checking } = problems;
  const severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good';
  return (
    <button
      type="button"
      class={`badge health ${severity}`}
      onClick={() => {
        tab.value = 'problems';
      }}
    >
      {errors + warnings === 0 && t('noProblems')}
      {errors > 0 && <span>{t('errors', { n: errors })}</span>}
      {warnings > 0 && <span>{t('warnings', { n: warnings })}</span>}
      {checking && <span>…</span>}
    </button>
  );
}

function Connection() {
  const live = connected.value;
  return (
    <p class={`connection ${live ? 'live' : 'offline'}`} role="status">
      <span class="dot" aria-hidden="true" />
      {live ? t('live') : t('offline')}
      <span class="for-readers">{live ? t('liveHint') : t('offlineHint')}</span>
    </p>
  );
}
