/** The message that brings a letter: a subject and a short text, from templates of their own. */

import { checkTemplateText } from '../compose/check/check.ts';
import { checkPlainText } from '../compose/check/plain-text.ts';
import { Assembly, plainLine } from '../compose/markdown/assemble.ts';
import { compileMarkdown, type Fill } from '../compose/markdown/markdown.ts';
import { addressedRecipient } from '../compose/parts/addressing.ts';
import { finisher } from '../compose/parts/finisher.ts';
import { isolated, textOf, type Writer, words } from '../compose/parts/print.ts';
import type { LetterVariant } from '../compose/parts/shared.ts';
import { contextShape, letterContext, recipientValue } from '../compose/template/context.ts';
import { evaluate, type TemplatePart } from '../compose/template/evaluate.ts';
import { FLAG, LINE, type Shape } from '../compose/template/shapes.ts';
import type { TemplateStore } from '../compose/template/store.ts';
import type { EmailTemplate } from '../compose/template/template.ts';
import { parseTemplateText, type TemplateText } from '../compose/template/template-text.ts';
import type { Fields, Value } from '../compose/template/values.ts';
import type { Problems } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import type { Block, Language, Letter, Line, Localized, Stakeholder } from '../model.ts';
import { lineText, mapLines } from '../walk-letter.ts';
import { addresseeLine, courtesies } from './covering.ts';

export interface EmailBody {
  readonly subject: Line;
  readonly body: readonly Block[];
}

/** What a template of messages sees as `message`, beside what letters see. */
export interface EmailFacts {
  /** Whether this goes to somebody who gets a copy. */
  readonly copy: boolean;
  /** Name of the attached file. */
  readonly file: string;
}

const MESSAGE: Shape = {
  type: 'record',
  what: 'the message',
  fields: {
    copy: FLAG,
    title: LINE,
    salutation: LINE,
    closing: LINE,
    addressee: LINE,
    sender: LINE,
    file: LINE,
  },
};

/** Writes the messages to all recipients of one entry in one language and form. */
export class EmailWriter {
  readonly #variant: LetterVariant;
  readonly #subject: TemplateText;
  readonly #body: TemplateText;
  readonly #store: TemplateStore;
  readonly #writer: Writer;
  readonly #fields: Fields;
  readonly #bodies = new Map<string, Fill<Block[]>>();

  /** Undefined, having reported why, where the template is missing or faulty. */
  static prepare(
    variant: LetterVariant,
    store: TemplateStore,
    problems: Problems,
  ): EmailWriter | undefined {
    const { edition, spec, language } = variant;
    const template = store.email(language);
    const settings = { settings: edition.settings, letter: spec.id.value };
    const signatories = spec.signatories;
    const writer = { pack: languagePack(language), problems, signatories, ...settings };
    const subject = template && subjectOf(template, edition.mail?.subject, writer);
    if (!template || !subject) return undefined;
    const made = new EmailWriter(variant, { subject, body: template.body }, store, writer);
    return made.#isSound() ? made : undefined;
  }

  private constructor(
    variant: LetterVariant,
    { subject, body }: { readonly subject: TemplateText; readonly body: TemplateText },
    store: TemplateStore,
    writer: Writer,
  ) {
    const { edition, spec, language, form } = variant;
    this.#variant = variant;
    this.#subject = subject;
    this.#body = body;
    this.#store = store;
    this.#writer = writer;
    // A letter to all has no recipient, but the message that brings it has one.
    const { recipient: _, ...fields } = letterContext(edition, spec, language, form);
    this.#fields = fields;
  }

  /** Whether nothing but what the edition offers is asked for. */
  #isSound(): boolean {
    const { edition, spec, language } = this.#variant;
    const own = this.#writer.problems.fork();
    const shape = contextShape(edition.stakeholders);
    const root = {
      shape: { ...shape, fields: { ...shape.fields, message: MESSAGE } },
      value: { type: 'record', fields: this.#fields } as const,
      certain: true,
    };
    checkPlainText(this.#subject, this.#writer.problems);
    for (const text of [this.#subject, this.#body]) {
      checkTemplateText(text, root, {
        problems: own,
        subject: ` (message with "${spec.id.value}", ${language})`,
        partial: (node, source) => this.#store.namedPartial(node, source, language),
      });
    }
    return !own.hasErrors;
  }

  /** The message to one recipient, or to somebody who gets a copy of the recipient's letter. */
  write(letter: Letter, recipient: Stakeholder, facts: EmailFacts): EmailBody {
    const { language, edition } = this.#variant;
    const fields: Fields = {
      ...this.#fields,
      recipient: recipientValue(addressedRecipient(recipient, this.#writer)),
      message: this.#message(letter, recipient, facts),
    };
    const partial = (name: string) => this.#store.partial(name, language);
    const parts = (text: TemplateText) =>
      evaluate(text, fields, { writer: this.#writer, partial, recipient });
    const finish = finisher(language, edition.settings, this.#writer.problems);
    return {
      subject: finish(plainLine(parts(this.#subject))),
      body: mapLines({ body: this.#blocks(parts(this.#body)) }, finish).body,
    };
  }

  #message(letter: Letter, recipient: Stakeholder, { copy, file }: EmailFacts): Value {
    const sender = textOf(this.#variant.edition.mail?.from.name, this.#writer);
    const addressee = addresseeLine(recipient, this.#writer);
    const { salutation, closing } = courtesies(letter, recipient, copy, this.#writer);
    const fields: Fields = {
      copy: { type: 'flag', flag: copy },
      title: { type: 'line', line: titleOf(letter, this.#variant.language) },
      salutation: { type: 'line', line: broken(salutation) },
      closing: { type: 'line', line: closing },
      addressee: addressee.length > 0 ? { type: 'line', line: addressee } : undefined,
      sender: sender && { type: 'line', line: [isolated(sender)] },
      file: {
        type: 'line',
        line: [{ type: 'isolate', direction: 'auto', children: [words(file)] }],
      },
    };
    return { type: 'record', fields };
  }

  #blocks(parts: readonly TemplatePart[]): Block[] {
    const { problems } = this.#writer;
    const assembly = new Assembly(parts);
    const fill = this.#bodies.get(assembly.text) ?? compileMarkdown(assembly, problems);
    this.#bodies.set(assembly.text, fill);
    return fill(assembly.slots, problems);
  }
}

/** The edition's own subject, which is a template too, or that of the template. */
function subjectOf(
  template: EmailTemplate,
  own: Localized | undefined,
  writer: Writer,
): TemplateText | undefined {
  if (!own) return template.subject;
  const text = textOf(own, writer);
  if (!text) return undefined;
  const { span, value } = text;
  const locate = (offset: number) => ({ ...span, column: span.column + offset, length: 1 });
  return parseTemplateText(value, locate, writer.problems);
}

/**
 * The lines of the subject as one, which is what a mail program shows: a colon between them, or a full stop where they have
 * a colon already. No dash, which ranges have.
 */
function titleOf({ subject: { lines } }: Letter, language: Language): Line {
  const { colon, stop, space } = languagePack(language).signs;
  const texts = lines.map(lineText);
  const mark = (texts.some((text) => /:\s|：/.test(text)) ? stop : colon) + space;
  return lines.flatMap((line, index) => {
    if (index === 0) return line;
    // What stands in brackets needs no mark before it.
    return [words(/^[(（]/.test(texts[index] ?? '') ? space : mark), ...line];
  });
}

function broken(lines: readonly Line[]): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' }, ...line]));
}
