/** The values that the letter could print, and where each stands in the files. */
import { useState } from 'preact/hooks';
import { type DataValue, letterAddress } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { revision } from '../live.ts';
import { CopyPlace } from '../parts/copy-place.tsx';
import { Pending } from '../parts/states.tsx';
import type { Place } from '../place.ts';
import { useResource } from '../resource.ts';

export function DataPanel({ place }: { place: Place }) {
  const [query, setQuery] = useState('');
  const [all, setAll] = useState(false);
  const resource = useResource<DataValue[]>(letterAddress(place, 'data'), revision.value);
  if (!resource.value) return <Pending resource={resource} missing={t('noValues')} />;
  const found = resource.value.filter((value) => (all || value.used) && matches(value, query));
  return (
    <>
      <p>{t('dataHint')}</p>
      <div class="field-row">
        <label class="field">
          <span>{t('filterData')}</span>
          <input
            type="search"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
          />
          <span>{t('unusedData')}</span>
        </label>
      </div>
      {found.length > 0 ? <Values values={found} /> : <p class="muted">{t('noValues')}</p>}
    </>
  );
}

function matches({ path, value }: DataValue, query: string): boolean {
  const text = `${path} ${value}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Values({ values }: { values: readonly DataValue[] }) {
  return (
    <table class="values">
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('place')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ path, value, file, line, column, used }) => (
          <tr key={`${path} ${file}:${line}:${column}`} class={used ? undefined : 'unused'}>
            <th scope="row">
              <code dir="ltr">{path}</code>
            </th>
            <td dir="auto">{value}</td>
            <td class="where">
              <CopyPlace file={file} line={line} column={column} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
