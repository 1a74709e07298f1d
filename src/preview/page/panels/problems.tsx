/** All problems of the edition, as `check` prints them. */
import { address, type Problem } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { examined, revision } from '../live.ts';
import { ProblemList } from '../parts/problem-item.tsx';
import { Pending } from '../parts/states.tsx';
import { useResource } from '../resource.ts';

export function ProblemsPanel() {
  const resource = useResource<Problem[]>(address('problems'), revision.value + examined.value);
  const problems = resource.value;
  if (!problems) return <Pending resource={resource} missing={t('noProblems')} />;
  if (problems.length === 0) return <p class="muted">{t('noProblems')}</p>;
  return <ProblemList problems={problems} />;
}
