/** What a planned message says, beside its letter. */
import { languagePack } from '../language/languages.ts';
import type { Edition, Language, Letter, Sender } from '../model.ts';
import { envelopeAddress } from './envelope.ts';
import { isCopy, messageName } from './ledger/rows.ts';
import { asciiName, attachmentName } from './message/file-name.ts';
import { htmlPage } from './message/html.ts';
import type { MessageInput } from './message/message.ts';
import { plainLineText, plainText } from './message/plain.ts';
import type { PlannedMessage } from './plan.ts';

/** Everything of a message but its date, its attachment and its signature. */
export type MessageContent = Omit<MessageInput, 'date' | 'pdf' | 'dkim'>;

/** A message that nothing keeps from being mailed. */
export type ReadyMessage = PlannedMessage &
  Required<Pick<PlannedMessage, 'mailbox' | 'letter' | 'email'>>;

/** The messages that nothing keeps from being mailed. */
export function readyMessages(messages: readonly PlannedMessage[]): ReadyMessage[] {
  return messages.filter(
    (message): message is ReadyMessage =>
      message.blocks.length === 0 && !!message.mailbox && !!message.letter && !!message.email,
  );
}

/** In the recipient's language. */
export function subjectOf({ key, email }: Pick<ReadyMessage, 'key' | 'email'>): string {
  return plainLineText(email.subject, languagePack(key.language).direction);
}

/** @param edition must have the section `mail` */
export function messageContent(edition: Edition, message: ReadyMessage): MessageContent {
  const { key, letter, email, mailbox, name } = message;
  // A letter in two languages has readers of either, each with a message in their own.
  const { language } = key;
  const { direction } = languagePack(language);
  const { mail } = edition;
  if (!mail) throw new Error('an edition without `mail` has no messages');
  const subject = subjectOf(message);
  return {
    letterId: `${edition.id}/${messageName(key)}`,
    from: senderOf(mail.from, language),
    ...(mail.replyTo && { replyTo: senderOf(mail.replyTo, language) }),
    to: {
      address: envelopeAddress(mailbox.address),
      // Whoever gets a copy is somebody else.
      ...(!isCopy(key.role) && name !== '' && { name }),
    },
    language,
    direction,
    subject,
    text: plainText(email.body, direction),
    html: htmlPage(email.body, { language, direction, title: subject }),
    ...fileNames(letter, mail.attachment),
  };
}

function fileNames(letter: Letter, kind: 'ascii' | 'readable') {
  return { fileName: attachmentName(letter, kind), asciiFileName: asciiName(letter) };
}

function senderOf({ address, name }: Sender, language: Language): MessageInput['from'] {
  const text = name?.[language] ?? name?.all;
  return { address: envelopeAddress(address.value), ...(text && { name: text.value }) };
}
