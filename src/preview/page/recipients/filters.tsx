/** The search field and the filters of the list of recipients. */
import { useId } from 'preact/hooks';
import { named, t } from '../i18n/messages.ts';
import { edition } from '../live.ts';
import { languageName } from '../parts/language-name.ts';
import { type Choice, Select } from '../parts/select.tsx';
import { type Filter, filter } from './state.ts';

/** The key that leads here is in `shortcuts.ts`. */
export const SEARCH_ID = 'recipient-search';

function narrow(change: Partial<Filter>): void {
  filter.value = { ...filter.value, ...change };
}

export function Filters() {
  const hint = useId();
  const { query, category, language, problems } = filter.value;
  const all = { value: '', label: t('all') };
  return (
    <search class="filters">
      <label class="field wide">
        <span>{t('search')}</span>
        <input
          id={SEARCH_ID}
          type="search"
          dir="auto"
          autoComplete="off"
          aria-describedby={hint}
          value={query}
          onInput={({ currentTarget }) => narrow({ query: currentTarget.value })}
        />
        <small id={hint} class="muted">
          {t('searchHint')}
        </small>
      </label>
      <Select
        wide
        label={t('category')}
        value={category}
        choices={[all, ...categories()]}
        onChange={(value) => narrow({ category: value })}
      />
      <Select
        label={t('language')}
        value={language}
        choices={[all, ...languages()]}
        onChange={(value) => narrow({ language: value })}
      />
      <Select
        label={t('problems')}
        value={problems}
        choices={[all, { value: '1', label: t('withProblems') }]}
        onChange={(value) => narrow({ problems: value })}
      />
    </search>
  );
}

function categories(): Choice[] {
  return (edition.value?.categories ?? []).map((value) => ({
    value,
    label: named('category', value),
  }));
}

function languages(): Choice[] {
  return (edition.value?.languages ?? []).map((value) => ({ value, label: languageName(value) }));
}
