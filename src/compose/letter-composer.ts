/** Composes the letters of one entry in one language and form; what they share is made once. */
import type { Problems } from '../diagnostic.ts';
import { languagePack } from '../language/languages.ts';
import type { Block, Letter, Line, Stakeholder } from '../model.ts';
import { lineText, mapLines } from '../walk-letter.ts';
import { isValid } from './check/validity.ts';
import { Assembly, plainLine } from './markdown/assemble.ts';
import { compileMarkdown, type Fill } from './markdown/markdown.ts';
import { circularAddress, insideAddress } from './parts/address.ts';
import { addressedRecipient } from './parts/addressing.ts';
import {
  circularSalutation,
  closingText,
  personalSalutation,
  type Salutation,
} from './parts/courtesies.ts';
import { type Finish, finisher } from './parts/finisher.ts';
import { type Writer, words } from './parts/print.ts';
import {
  type LetterVariant,
  type PersonalParts,
  type SharedParts,
  sharedParts,
} from './parts/shared.ts';
import { letterContext, recipientValue } from './template/context.ts';
import { evaluate, type TemplatePart } from './template/evaluate.ts';
import { isVisible } from './template/gaps.ts';
import type { TemplateStore } from './template/store.ts';
import type { Template } from './template/template.ts';
import type { TemplateText } from './template/template-text.ts';
import type { Fields } from './template/values.ts';

/** A text differs between recipients in its values; few differ in structure. */
const MOST_SKELETONS = 64;

export class LetterComposer {
  private readonly variant: LetterVariant;
  private readonly template: Template;
  private readonly store: TemplateStore;
  private readonly writer: Writer;
  private readonly fields: Fields;
  private readonly finish: Finish;
  private readonly shared: SharedParts;
  private readonly skeletons = new Map<string, Fill<Block[]>>();

  /**
   * Returns undefined, having reported why, where the template is missing or invalid: composing
   * letters with it would only repeat its errors.
   */
  static prepare(
    variant: LetterVariant,
    store: TemplateStore,
    problems: Problems,
  ): LetterComposer | undefined {
    const template = store.template(variant.spec.kind, variant.language);
    if (!template) return undefined;
    const { edition, spec, language, form } = variant;
    const fields = letterContext(edition, spec, language, form);
    return isValid(template, variant, fields, store, problems)
      ? new LetterComposer(variant, template, fields, store, problems)
      : undefined;
  }

  private constructor(
    variant: LetterVariant,
    template: Template,
    fields: Fields,
    store: TemplateStore,
    problems: Problems,
  ) {
    const { edition, spec, language } = variant;
    this.variant = variant;
    this.template = template;
    this.store = store;
    this.fields = fields;
    this.writer = {
      pack: languagePack(language),
      settings: edition.settings,
      problems,
      letter: spec.id.value,
      signatories: spec.signatories,
    };
    this.finish = finisher(language, edition.settings, problems);
    this.shared = mapLines(sharedParts(variant, this.writer), this.finish);
  }

  /** The letter to a recipient, or the circular; undefined where it cannot be addressed. */
  compose(recipient: Stakeholder | null): Letter | undefined {
    const { spec } = this.variant;
    const fields = {
      ...this.fields,
      recipient: recipient ? recipientValue(addressedRecipient(recipient, this.writer)) : undefined,
    };
    const parts = (text: TemplateText) => this.parts(text, fields, recipient);
    const salutation = this.salutation(recipient, parts);
    const address = recipient
      ? insideAddress(recipient, spec, this.writer)
      : circularAddress(spec, this.writer);
    const subject = this.printed('subject', this.template.subject, parts);
    const body = this.body(parts(this.template.body));
    if (!salutation) return undefined;
    const personal: PersonalParts = {
      recipient: recipient?.id.value ?? null,
      title: this.title(subject),
      address,
      subject: this.withLabel(subject),
      salutation: this.withGreeting(salutation.line),
      body,
      closing: this.closing(salutation, recipient !== null, parts),
    };
    return { ...this.shared, ...mapLines(personal, this.finish) };
  }

  /** What lines of the front matter print; where that is nothing at all, it is reported, unless the reason was. */
  private printed(
    what: string,
    texts: readonly TemplateText[],
    parts: (text: TemplateText) => TemplatePart[],
  ): Line[] {
    const { problems, letter } = this.writer;
    const before = problems.all.length;
    const found = texts.map((text) => plainLine(parts(text))).filter(isVisible);
    const [first] = texts;
    if (found.length === 0 && problems.all.length === before && first) {
      const message = `the ${what} of the letter "${letter}" is empty`;
      const hint = 'say in {{else}} what stands there instead';
      problems.error('empty-field', first.locate(0), message, hint);
    }
    return found;
  }

  /** The subject; the title of a draft says that it is one, also to those who do not see its pages. */
  private title(subject: readonly Line[]): string {
    const lines = subject.map(lineText);
    const { draft } = this.writer.pack;
    return (this.variant.spec.draft ? [draft, ...lines] : lines).join(' – ');
  }

  private parts(text: TemplateText, fields: Fields, recipient: Stakeholder | null): TemplatePart[] {
    const { language } = this.variant;
    const partial = (name: string) => this.store.partial(name, language);
    return evaluate(text, fields, {
      writer: this.writer,
      partial,
      recipient,
    });
  }

  /** Reads the Markdown once for every structure that the text has among recipients. */
  private body(parts: readonly TemplatePart[]): Block[] {
    const { problems, pack } = this.writer;
    const assembly = new Assembly(parts);
    let fill = this.skeletons.get(assembly.text);
    if (!fill) {
      fill = compileMarkdown(assembly, problems, pack.signs.space);
      if (this.skeletons.size >= MOST_SKELETONS) this.skeletons.clear();
      this.skeletons.set(assembly.text, fill);
    }
    return fill(assembly.slots, problems);
  }

  private salutation(
    recipient: Stakeholder | null,
    parts: (text: TemplateText) => TemplatePart[],
  ): Salutation | undefined {
    if (recipient) return personalSalutation(recipient, this.writer);
    const { salutation } = this.template;
    const own = 'text' in salutation ? this.ownText('salutation', salutation.text, parts) : [];
    return circularSalutation(salutation, own, this.writer);
  }

  private ownText(
    what: string,
    text: TemplateText,
    parts: (text: TemplateText) => TemplatePart[],
  ): Line {
    const [line = []] = this.printed(what, [text], parts);
    return line;
  }

  private withGreeting(line: Line): Line[] {
    const { greeting } = this.writer.pack;
    return greeting !== undefined && this.template.greeting ? [line, [words(greeting)]] : [line];
  }

  private withLabel(lines: readonly Line[]): Letter['subject'] {
    const isLabelled = this.variant.spec.subjectLabel ?? this.template.subjectLabel;
    if (!isLabelled) return { lines };
    return { label: [words(this.writer.pack.labels.subject)], lines };
  }

  private closing(
    salutation: Salutation,
    personal: boolean,
    parts: (text: TemplateText) => TemplatePart[],
  ): Line {
    const { closing } = this.template;
    if ('text' in closing) return this.ownText('closing', closing.text, parts);
    return [words(closingText(closing.formula, salutation, personal, this.writer))];
  }
}
