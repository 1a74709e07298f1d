/** What a panel shows of the tool's answers: the last good one stays until the next is there. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, askJson, type Refusal } from './api.ts';

export interface Resource<T> {
  readonly value?: T;
  readonly refusal?: Refusal;
  /** The tool has no such thing. */
  readonly missing?: true;
  readonly failure?: string;
}

/** Asks for `url` now and whenever it or `version` changes; null asks for nothing. */
export function useResource<T>(url: string | null, version: number): Resource<T> {
  const [resource, setResource] = useState<Resource<T> & { url?: string }>({});
  // `version`: a new version of the same address is asked for anew
  useEffect(() => {
    if (url === null) return;
    const controller = new AbortController();
    askJson<T>(url, controller.signal)
      .then((answer) => setResource({ url, ...resourceOf(answer) }))
      .catch((error: Error) => {
        if (error.name !== 'AbortError') setResource({ url, failure: error.message });
      });
    return () => controller.abort();
  }, [url, version]);
  return resource.url === url ? resource : {};
}

function resourceOf<T>(answer: Answer<T>): Resource<T> {
  if (answer.status === 'ready') return { value: answer.value };
  return answer.status === 'refused' ? { refusal: answer.refusal } : { missing: true };
}
