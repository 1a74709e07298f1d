/** The message that brings a letter, as it would go out. */
import { placed, placedValue } from '../data/source/placed.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type MessageContent, messageContent, readyMessages } from '../mail/content.ts';
import { buildMessage } from '../mail/message/message.ts';
import { type PlannedMessage, planMail } from '../mail/plan.ts';
import type { Edition, Letter, Stakeholder } from '../model.ts';
import type { MailPreview } from './api.ts';

/** The content, or why there is none. */
export type Message =
  | { readonly content: MessageContent }
  | { readonly content?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Readers of a circular that are tried until there is one who can be mailed. */
const TRIED = 20;

/**
 * The message to the recipient of a letter, whatever language the list gives the recipient; of a circular,
 * that to the first who would get it.
 *
 * @param edition must have the section `mail`
 */
export function composeMessage(
  edition: Edition,
  letter: Letter,
  recipient: Stakeholder | null,
): Message {
  const { id, language, form } = letter;
  const stakeholders = recipient ? [speaking(recipient, letter)] : readersOf(edition, letter);
  // The whole list says which columns templates may ask for; only these are to be mailed.
  const others = edition.stakeholders.filter(
    (one) => one !== recipient && !stakeholders.includes(one),
  );
  // The circular is shown as it would be mailed, also where everybody gets the letter in person.
  const letters = edition.letters.map((spec) =>
    spec.id.value === id ? { ...spec, forms: [form] } : spec,
  );
  const shown = { ...edition, letters, stakeholders: [...stakeholders, ...others] };
  const plan = planMail(shown, [letter], {
    letters: [id],
    languages: [language],
    forms: [form],
    recipients: stakeholders.map((one) => one.id.value),
  });
  const originals = plan.messages.filter(({ key }) => key.role === 'to');
  const [ready] = readyMessages(originals);
  if (ready) return { content: messageContent(edition, ready) };
  return { diagnostics: [...plan.diagnostics, ...whyNot(originals, letter)] };
}

function readersOf({ stakeholders }: Edition, { language }: Letter): Stakeholder[] {
  return stakeholders
    .filter((one) => one.language.value === language && one.email !== undefined)
    .slice(0, TRIED);
}

function speaking(recipient: Stakeholder, { language }: Letter): Stakeholder {
  return placed({ ...recipient, language: placedValue(language, recipient.language) }, recipient);
}

function whyNot(messages: readonly PlannedMessage[], { id, language }: Letter): Diagnostic[] {
  const blocks = messages.flatMap((message) => message.blocks);
  if (blocks.length > 0) return blocks;
  const message = `nobody gets the letter "${id}" in ${language} by e-mail`;
  return [{ severity: 'error', code: 'no-recipients', message }];
}

/** As the page shows it. A circular goes to many, so it names nobody. */
export function showMessage(content: MessageContent, personal: boolean): MailPreview {
  const { from, to, replyTo, subject, language, direction, text, html } = content;
  const headers: [string, string][] = [
    ['From', mailbox(from)],
    ...(replyTo ? [['Reply-To', mailbox(replyTo)] as [string, string]] : []),
    ...(personal ? [['To', mailbox(to)] as [string, string]] : []),
    ['Subject', subject],
    ['Content-Language', language],
    ...(personal ? [['X-Wsis-Letter-ID', content.letterId] as [string, string]] : []),
  ];
  return {
    subject,
    from: mailbox(from),
    to: personal ? mailbox(to) : null,
    direction,
    language,
    headers,
    text,
    html,
    attachment: content.fileName,
  };
}

function mailbox({ name, address }: MessageContent['to']): string {
  return name ? `${name} <${address}>` : address;
}

/** The bytes of the message, dated now and not signed: approval does both anew. */
export function messageBytes(content: MessageContent, pdf: Uint8Array): Buffer {
  return buildMessage({ ...content, pdf, date: new Date() }).bytes;
}
