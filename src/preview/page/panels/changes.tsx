/** The letter as it is now, page against page with the last `render`. */
import { useEffect, useState } from 'preact/hooks';
import { address, ask, letterAddress, type PageComparison, type RenderComparison } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { revision } from '../live.ts';
import { Pending } from '../parts/states.tsx';
import type { Place } from '../place.ts';
import { useResource } from '../resource.ts';
import { shown } from '../viewer/letter.ts';
import { type OpenPdf, openPdf, type PDFPageProxy } from '../viewer/pdf.ts';
import { Sheet } from '../viewer/sheet.tsx';

/** Two pages beside each other fit a laptop's screen at this size. */
const ZOOM = 0.6;

export function ChangesPanel({ place }: { place: Place }) {
  const url = address('compare/last', { ...place, recipient: place.recipient ?? '-' });
  const resource = useResource<RenderComparison>(url, revision.value);
  const last = useLastRender(place, resource.value?.rendered ?? false);
  const comparison = resource.value;
  if (!comparison) return <Pending resource={resource} missing={t('notRendered')} />;
  if (!comparison.rendered) return <p class="muted">{t('notRendered')}</p>;
  const changed = comparison.pages.filter(({ status }) => status !== 'same');
  return (
    <div class="changes">
      <p role="status">
        {changed.length === 0 ? t('unchanged') : t('changedPages', { n: changed.length })}
      </p>
      {comparison.pages.map((page) => (
        <PagePair key={page.page} comparison={page} place={place} last={last} />
      ))}
    </div>
  );
}

interface PagePairProps {
  readonly comparison: PageComparison;
  readonly place: Place;
  readonly last: OpenPdf | undefined;
}

function PagePair({ comparison, place, last }: PagePairProps) {
  const index = comparison.page - 1;
  const now = shown.value?.pdf.pages[index];
  const { changed, status } = comparison;
  return (
    <div class="page-pair">
      <Side title={t('before')} page={last?.pages[index]} place={place} />
      <Side
        title={`${t('after')}: ${t(`status.${status}`)}`}
        page={now}
        place={place}
        marks={changed}
      />
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly page: PDFPageProxy | undefined;
  readonly place: Place;
  readonly marks?: PageComparison['changed'];
}

function Side({ title, page, place, marks = [] }: SideProps) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {page ? (
        <Sheet page={page} label={title} language={place.language} zoom={ZOOM} marks={marks} />
      ) : (
        <p class="muted">{t('missing')}</p>
      )}
    </figure>
  );
}

/** The PDF that the last `render` wrote. */
function useLastRender(place: Place, rendered: boolean): OpenPdf | undefined {
  const [pdf, setPdf] = useState<OpenPdf | undefined>(undefined);
  const url = rendered ? letterAddress(place, 'pdf', { rendered: 1 }) : null;
  useEffect(() => {
    if (url === null) return;
    const controller = new AbortController();
    let opened: OpenPdf | undefined;
    load(url, controller.signal).then(
      (loaded) => {
        opened = loaded;
        if (controller.signal.aborted) loaded?.close();
        else setPdf(loaded);
      },
      () => setPdf(undefined),
    );
    return () => {
      controller.abort();
      opened?.close();
    };
  }, [url]);
  return pdf;
}

async function load(url: string, signal: AbortSignal): Promise<OpenPdf | undefined> {
  const answer = await ask(url, signal);
  return answer.status === 'ready' ? openPdf(await answer.value.arrayBuffer()) : undefined;
}
