/** Who gets which letter, at which address, in which language; and what stands in the way. Sends nothing. */

import {
  formFor,
  isSelected,
  isWanted,
  languageNotOffered,
  namesReaders,
} from '../compose/select.ts';
import { TemplateStore } from '../compose/template/store.ts';
import { type Mailbox, mailboxName, parseMailbox } from '../data/schema/mailbox.ts';
import { type Diagnostic, Problems } from '../diagnostic.ts';
import type {
  Edition,
  Letter,
  LetterForm,
  LetterSpec,
  Selection,
  Stakeholder,
  Text,
} from '../model.ts';
import { type EmailBody, EmailWriter } from './email-body.ts';
import { messageName } from './ledger/rows.ts';
import { attachmentName } from './message/file-name.ts';
import type { MessageKey } from './model.ts';
import { sharedMailboxes } from './shared-mailboxes.ts';

export interface PlannedMessage {
  readonly key: MessageKey;
  /** See `messageName`. */
  readonly id: string;
  readonly form: LetterForm;
  readonly recipient: Stakeholder;
  /** Name of the recipient, or of the organisation, in the letter's language; may be empty. */
  readonly name: string;
  /** Absent if the list has none that could be used. */
  readonly mailbox?: Mailbox;
  /** What keeps it from being mailed. */
  readonly blocks: readonly Diagnostic[];
  readonly letter?: Letter;
  readonly email?: EmailBody;
}

export interface Plan {
  /** By letter, then in the order of the lists; copies follow their letter. */
  readonly messages: readonly PlannedMessage[];
  /** Faults of the templates of messages, and warnings. What blocks one message is with the message. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the mailing of composed letters. A recipient who gets a letter in person does not get its circular. */
export function planMail(
  edition: Edition,
  letters: readonly Letter[],
  selection: Selection = {},
): Plan {
  const problems = new Problems();
  const planner = new MessagePlanner(edition, letters, problems);
  const messages = edition.letters
    .filter((spec) => isSelected(spec, selection))
    .flatMap((spec) =>
      readers(edition, spec, selection, problems).flatMap((to) => planner.plan(to)),
    );
  return { messages, diagnostics: [...problems.all, ...sharedMailboxes(messages)] };
}

/** Somebody who is to get a letter. */
interface Reader {
  readonly spec: LetterSpec;
  readonly form: LetterForm;
  readonly recipient: Stakeholder;
}

function readers(
  edition: Edition,
  spec: LetterSpec,
  selection: Selection,
  problems: Problems,
): Reader[] {
  const { forms } = spec;
  const hasCirculars =
    forms.includes('circular') && (selection.forms?.includes('circular') ?? true);
  if (hasCirculars && !namesReaders(spec)) reportNobody(spec, problems);
  return edition.stakeholders
    .filter((one) => isWanted(one, selection))
    .flatMap((recipient) => {
      const { value: language } = recipient.language;
      if (!(selection.languages?.includes(language) ?? true)) return [];
      // Whoever gets the letter in person gets no circular, also where only circulars are selected.
      const form = formFor(recipient, spec);
      const isWantedForm = form && (selection.forms?.includes(form) ?? true);
      return isWantedForm ? [{ spec, form, recipient }] : [];
    });
}

function reportNobody({ id, addressees }: LetterSpec, problems: Problems): void {
  const message = `the circular "${id.value}" lists no categories, so it is mailed to nobody`;
  const hint = 'list them in addressees.categories, or give the letter a filter `recipients`';
  problems.warning('no-recipients', addressees.span, message, hint);
}

/** Plans one message after the other; what messages of a batch share is prepared once. */
class MessagePlanner {
  readonly #edition: Edition;
  readonly #letters: ReadonlyMap<string, Letter>;
  readonly #problems: Problems;
  readonly #store: TemplateStore;
  readonly #writers = new Map<string, EmailWriter | undefined>();

  constructor(edition: Edition, letters: readonly Letter[], problems: Problems) {
    this.#edition = edition;
    this.#problems = problems;
    this.#store = new TemplateStore(edition.folder, problems);
    this.#letters = new Map(letters.flatMap(inEachLanguage));
  }

  /** The letter to a recipient, and the copies of it. */
  plan(reader: Reader): PlannedMessage[] {
    const { recipient } = reader;
    const copies = distinctCopies(recipient, this.#problems);
    const original = this.#message(reader, 'to', recipient.email);
    return [
      original,
      ...copies.map((cc) => this.#message(reader, `cc:${mailboxName(cc.value)}`, cc)),
    ];
  }

  #message(reader: Reader, role: MessageKey['role'], address: Text | undefined): PlannedMessage {
    const { spec, form, recipient } = reader;
    const language = recipient.language.value;
    const key = { letter: spec.id.value, recipient: recipient.id.value, language, role };
    const letter = this.#letters.get(
      batchName(key.letter, language, form === 'circular' ? null : key.recipient),
    );
    const read = address && parseMailbox(address.value);
    const mailbox = read && 'domain' in read ? read : undefined;
    const email = letter && this.#email(letter, reader, role !== 'to');
    return {
      key,
      id: messageName(key),
      form,
      recipient,
      name: nameOf(recipient),
      ...(mailbox && { mailbox }),
      blocks: blocksOf(reader, { mailbox, address, letter, isReady: email !== undefined }),
      ...(letter && { letter }),
      ...(email && { email }),
    };
  }

  /** In the recipient's language, which is the letter's first or second. */
  #email(letter: Letter, { spec, form, recipient }: Reader, copy: boolean): EmailBody | undefined {
    const { value: language } = recipient.language;
    const own = letter.language === language ? letter : (letter.companion?.letter ?? letter);
    const name = batchName(letter.id, language, form);
    if (!this.#writers.has(name)) {
      const variant = { edition: this.#edition, spec, language, form };
      this.#writers.set(name, EmailWriter.prepare(variant, this.#store, this.#problems));
    }
    const file = attachmentName(letter, this.#edition.mail?.attachment ?? 'ascii');
    return this.#writers.get(name)?.write(own, recipient, { copy, file });
  }
}

/** A letter in two languages goes to readers of either, with a covering text in their own. */
function inEachLanguage(letter: Letter): [string, Letter][] {
  const second = letter.companion?.letter.language;
  return [letter.language, ...(second ? [second] : [])].map((language) => [
    batchName(letter.id, language, letter.recipient),
    letter,
  ]);
}

function batchName(letter: string, language: string, rest: string | null): string {
  return JSON.stringify([letter, language, rest]);
}

/** An address that has the letter already gets no copy of it. */
function distinctCopies({ email, cc }: Stakeholder, problems: Problems): Text[] {
  const seen = new Set(email ? [mailboxName(email.value)] : []);
  return cc.filter(({ value, span }) => {
    const mailbox = mailboxName(value);
    const isNew = !seen.has(mailbox);
    if (!isNew) problems.warning('repeated-copy', span, `${value} gets this letter already`);
    seen.add(mailbox);
    return isNew;
  });
}

function nameOf({ name, organisation, language }: Stakeholder): string {
  const text = name?.[language.value] ?? name?.all;
  const body = organisation?.[language.value] ?? organisation?.all;
  return (text ?? body)?.value ?? '';
}

interface Found {
  readonly mailbox: Mailbox | undefined;
  readonly address: Text | undefined;
  readonly letter: Letter | undefined;
  readonly isReady: boolean;
}

function blocksOf({ spec, recipient }: Reader, found: Found): Diagnostic[] {
  const { mailbox, address, letter, isReady } = found;
  const problems = new Problems();
  const { id, language, span } = recipient;
  const missing = languageNotOffered(recipient, spec);
  if (!address) problems.error('missing-email', span, `"${id.value}" has no e-mail address`);
  else if (!mailbox) problems.error('bad-email', address.span, `${address.value} cannot be used`);
  if (missing) {
    problems.error('language-not-offered', language.span, missing.message, missing.hint);
  } else if (!isReady) {
    const message = `the letter "${spec.id.value}" to "${id.value}" cannot be composed`;
    problems.error('not-composed', span, message, 'wsis-letters check says why');
  }
  if (letter?.draft) {
    const message = `the letter "${spec.id.value}" is a draft`;
    problems.error('draft', spec.span, message, 'take draft: true away when it is final');
  }
  return problems.all;
}
