/** The message that brings the letter, as a mail client would show it. */
import { useState } from 'preact/hooks';
import { frameAddress, letterAddress, type MailPreview } from '../api.ts';
import { t } from '../i18n/messages.ts';
import { revision } from '../live.ts';
import { Pending } from '../parts/states.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Place } from '../place.ts';
import { useResource } from '../resource.ts';

type Form = 'html' | 'text' | 'headers';

export function MailPanel({ place }: { place: Place }) {
  const [form, setForm] = useState<Form>('html');
  const resource = useResource<MailPreview>(letterAddress(place, 'mail'), revision.value);
  const mail = resource.value;
  if (!mail) return <Pending resource={resource} missing={t('noMail')} />;
  return (
    <article class="mail">
      <MailHead mail={mail} />
      <Switch<Form>
        label={t('show')}
        value={form}
        choices={[
          { value: 'html', label: t('mailHtml') },
          { value: 'text', label: t('mailText') },
          { value: 'headers', label: t('mailHeaders') },
        ]}
        onChange={setForm}
      />
      {form === 'html' && <Html place={place} mail={mail} />}
      {form === 'text' && (
        <pre class="mail-text" lang={mail.language} dir={mail.direction}>
          {mail.text}
        </pre>
      )}
      {form === 'headers' && <Headers mail={mail} />}
    </article>
  );
}

function MailHead({ mail }: { mail: MailPreview }) {
  const rows = [
    [t('subject'), mail.subject],
    [t('from'), mail.from],
    [t('to'), mail.to ?? t('circularHint')],
    [t('attachment'), mail.attachment],
  ] as const;
  return (
    <dl class="mail-head">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** In a frame without scripts, forms or an origin: nothing in a message acts on the page. */
function Html({ place, mail }: { place: Place; mail: MailPreview }) {
  return (
    <iframe
      // A message of another revision is another document.
      key={mail.html}
      class="mail-html"
      title={t('mailFrame')}
      sandbox=""
      src={frameAddress(place)}
    />
  );
}

function Headers({ mail }: { mail: MailPreview }) {
  return (
    <table class="values" dir="ltr">
      <tbody>
        {mail.headers.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td dir="auto">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
