/** The section `mail` of edition.yaml: who sends, and how fast. The server and its secrets are never there. */
import type { MailLimits, MailSettings, Sender } from '../../model.ts';
import { ATTACHMENT_NAMES, MAIL_PRESETS } from '../../vocabulary.ts';
import type { Entry, Node } from '../source/tree.ts';
import { email } from './addresses.ts';
import { localized, localizedTemplate } from './localized.ts';
import type { Context, Parser, Reader } from './reader.ts';
import { defaulted, list, object, optional, plain, required, scalar, wrongType } from './reader.ts';
import { checkUsual } from './unusual.ts';
import { isoTime, numberBetween, oneOf, time } from './values.ts';

const senderShape = object({ name: optional(localized), address: required(scalar(email)) });

/** An address, or a map with a name beside it. */
const sender: Reader<Sender> = (node, context) => {
  if (node.type !== 'scalar') return senderShape(node, context);
  const address = scalar(email)(node, context);
  return address && { span: node.span, address };
};

const count = plain(numberBetween(1, 1_000_000));

/** A time of day as it is written: `22:00`. */
const clock: Parser<string> = (text, problems) => {
  return isoTime(time(text, problems) ?? { hour: 0, minute: 0 });
};

const zone: Parser<string> = ({ value, span }, problems) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    problems.error('unknown-zone', span, `"${value}" is not a time zone`, 'like Europe/Zurich');
    return undefined;
  }
};

const limits: Reader<MailLimits> = object({
  connections: optional(plain(numberBetween(1, 20))),
  perMinute: optional(count),
  perDomainPerMinute: optional(count),
  perDay: optional(count),
  backoff: optional(list(plain(numberBetween(1, 10_080)))),
  giveUpAfter: optional(plain(numberBetween(1, 240))),
  quietHours: optional(
    object({
      from: required(plain(clock)),
      until: required(plain(clock)),
      zone: required(plain(zone)),
    }),
  ),
});

const hostName: Parser<string> = ({ value, span }, problems) => {
  if (/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(value))
    return value;
  problems.error('bad-domain', span, `"${value}" is not a name in the DNS`);
  return undefined;
};

const shape = object({
  from: required(sender),
  replyTo: optional(sender),
  subject: optional(localizedTemplate),
  attachment: defaulted(
    plain(oneOf(ATTACHMENT_NAMES, 'unknown-attachment-name', 'way of naming attachments')),
    'ascii',
  ),
  preset: optional(plain(oneOf(MAIL_PRESETS, 'unknown-preset', 'preset'))),
  limits: defaulted(limits, {}),
  unusualAddresses: defaulted(list(plain(email)), []),
  dkim: optional(
    object({ domain: required(plain(hostName)), selector: required(plain(hostName)) }),
  ),
});

/** What an edition says of its mail. */
export const mail: Reader<MailSettings> = (node, context) => {
  if (node.type !== 'map') return wrongType(node, 'a map of keys', context);
  const found = shape(withoutSecrets(node, context), context);
  const senders = [found?.from, found?.replyTo].flatMap((one) => one ?? []);
  for (const { address } of senders) {
    checkUsual(address, found?.unusualAddresses ?? [], context.problems);
  }
  return found;
};

const SECRET =
  /^(?:smtp[-_]?)?(?:pass(?:word|wd|phrase)?|pwd|secret|(?:access|refresh)?[-_]?token|client[-_]?secret|api[-_]?key|private[-_]?key|key|credentials?|auth)$/i;
const SERVER = /^(?:smtp|host|server|port|user(?:name)?|login|tls|ssl|secure|starttls)$/i;
const SECRET_VALUE = /-----BEGIN|^[a-z][a-z0-9+.-]*:\/\/[^/\s]*:[^/\s]*@/i;

/** Reports what has no place in a file that many read, and reads on without it. */
function withoutSecrets(node: Node, context: Context): Node {
  if (node.type === 'list') {
    return { ...node, items: node.items.map((item) => withoutSecrets(item, context)) };
  }
  if (node.type !== 'map') return node;
  const entries = node.entries.filter((entry) => !isMisplaced(entry, context));
  return {
    ...node,
    entries: entries.map((entry) => ({ ...entry, node: withoutSecrets(entry.node, context) })),
  };
}

function isMisplaced({ key, node }: Entry, { problems }: Context): boolean {
  const isSecret =
    SECRET.test(key.value) || (node.type === 'scalar' && SECRET_VALUE.test(node.value));
  if (isSecret) {
    const message = `a secret must not stand in the edition ("${key.value}")`;
    const hint = 'take it out, change it, and give it by WSIS_SMTP_PASSWORD_FILE or the like';
    problems.error('secret-in-edition', key.span, message, hint);
  } else if (SERVER.test(key.value)) {
    const message = `the server is no part of the edition ("${key.value}")`;
    const hint = 'name it by WSIS_SMTP_HOST, WSIS_SMTP_PORT, WSIS_SMTP_USER';
    problems.error('server-in-edition', key.span, message, hint);
  } else return false;
  return true;
}
