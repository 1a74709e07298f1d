/** One problem: what is wrong, where, the line it is about, and what to do. */
import type { Problem } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { CopyPlace } from './copy-place.tsx';

function ProblemItem({ problem }: { problem: Problem }) {
  const { severity, code, message, file, line, column, hint, frame, letter } = problem;
  return (
    <li class={`problem ${severity}`}>
      <p class="problem-head">
        <strong class={`badge ${severity}`}>{t(severity)}</strong>
        <code>{code}</code>
        {file !== null && <CopyPlace file={file} line={line} column={column} />}
      </p>
      {/* The tool speaks English about files. */}
      <p>
        <bdi lang="en" dir="ltr">
          {message}
        </bdi>
      </p>
      {frame !== null && (
        <pre class="frame" lang="en" dir="ltr">
          {frame}
        </pre>
      )}
      {hint !== null && (
        <p class="muted">
          <bdi lang="en" dir="ltr">
            {hint}
          </bdi>
        </p>
      )}
      {letter && (
        <p class="muted">
          {t('ofLetter', {
            letter: [letter.letter, letter.language, letter.recipient].filter(Boolean).join(' · '),
          })}
        </p>
      )}
    </li>
  );
}

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul class="problems">
      {problems.map((problem, index) => (
        <ProblemItem key={index} problem={problem} />
      ))}
    </ul>
  );
}
