/** Two languages of the letter side by side, paragraph by paragraph, and the facts in which they differ. */
import { useState } from 'preact/hooks';
import { address, type LanguageComparison, type ParityDifference } from '../api.ts';
import { named, t } from '../i18n/messages.ts';
import { revision } from '../live.ts';
import { openLetterInfo } from '../open-letter.ts';
import { Isolated } from '../parts/isolated.tsx';
import { directionOf, languageName } from '../parts/language-name.ts';
import { Select } from '../parts/select.tsx';
import { Pending } from '../parts/states.tsx';
import type { Place } from '../place.ts';
import { useResource } from '../resource.ts';

export function LanguagesPanel({ place }: { place: Place }) {
  const languages: readonly string[] = openLetterInfo()?.languages ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const a = place.language;
  const others = languages.filter((language) => language !== a);
  const b = others.find((language) => language === chosen) ?? others[0];
  const query = { letter: place.letter, recipient: place.recipient ?? '-', a, b };
  const url = b ? address('compare/languages', query) : null;
  const resource = useResource<LanguageComparison>(url, revision.value);
  if (!b) return <p class="muted">{t('oneLanguage')}</p>;
  return (
    <div class="compare">
      <Select
        label={t('compareWith')}
        value={b}
        choices={others.map((value) => ({ value, label: languageName(value) }))}
        onChange={choose}
      />
      {resource.value ? (
        <Comparison comparison={resource.value} />
      ) : (
        <Pending resource={resource} missing={t('oneLanguage')} />
      )}
    </div>
  );
}

function Comparison({ comparison }: { comparison: LanguageComparison }) {
  const { differences } = comparison;
  return (
    <>
      <section class="parity" aria-labelledby="parity-title">
        <h3 id="parity-title">{t('parity')}</h3>
        {differences.length === 0 && <p class="muted">{t('parityNone')}</p>}
        <ul>
          {differences.map((difference, index) => (
            <Difference key={index} difference={difference} comparison={comparison} />
          ))}
        </ul>
      </section>
      <Paragraphs comparison={comparison} />
    </>
  );
}

const pairId = (index: number) => `pair-${index}`;

interface DifferenceProps {
  readonly difference: ParityDifference;
  readonly comparison: LanguageComparison;
}

function Difference({ difference, comparison }: DifferenceProps) {
  const { kind, a, b, pair, message } = difference;
  return (
    <li>
      <button type="button" class="difference" title={message} onClick={() => show(pair)}>
        <strong class="badge warning">{named('kind', kind)}</strong>
        <Fact text={a} language={comparison.a} />
        <span aria-hidden="true">↔</span>
        <Fact text={b} language={comparison.b} />
      </button>
    </li>
  );
}

function Fact({ text, language }: { text: string | null; language: string }) {
  if (text === null) return <em>{t('missing')}</em>;
  return (
    <bdi lang={language} dir={directionOf(language)}>
      <Isolated text={text} />
    </bdi>
  );
}

function show(pair: number): void {
  const row = document.getElementById(pairId(pair));
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

function Paragraphs({
  comparison: { a, b, pairs, differences },
}: {
  comparison: LanguageComparison;
}) {
  const differing = new Set(differences.map(({ pair }) => pair));
  return (
    <table class="paragraphs">
      <caption class="for-readers">{t('paragraphs')}</caption>
      <thead>
        <tr>
          {[a, b].map((language) => (
            <th key={language} scope="col" lang={language} dir={directionOf(language)}>
              {languageName(language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map(([textA, textB], index) => (
          <tr
            key={index}
            id={pairId(index)}
            tabIndex={-1}
            class={differing.has(index) ? 'differs' : undefined}
          >
            <Paragraph text={textA} language={a} />
            <Paragraph text={textB} language={b} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paragraph({ text, language }: { text: string | null; language: string }) {
  if (text === null) return <td class="muted">{t('missing')}</td>;
  return (
    <td lang={language} dir={directionOf(language)}>
      <Isolated text={text} />
    </td>
  );
}
