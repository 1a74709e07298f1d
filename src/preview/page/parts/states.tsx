/** What a panel shows while it has no answer, or none that it can show. */
import { t } from '../i18n/messages.ts';
import type { Resource } from '../resource.ts';
import { ProblemList } from './problem-item.tsx';

interface PendingProps {
  readonly resource: Resource<unknown>;
  /** Said where the tool has no such thing. */
  readonly missing: string;
}

export function Pending({ resource, missing }: PendingProps) {
  if (resource.refusal) return <ProblemList problems={resource.refusal.diagnostics} />;
  if (resource.failure !== undefined) {
    return <p role="alert">{t('failed', { message: resource.failure })}</p>;
  }
  return <p class="muted">{resource.missing ? missing : t('loading')}</p>;
}
