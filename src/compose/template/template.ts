/** A template: front matter for the head of the letter, and a body. */
import type { Reader } from '../../data/schema/reader.ts';
import { object, optional, plain, required, wrongType } from '../../data/schema/reader.ts';
import { boolean } from '../../data/schema/values.ts';
import { Source } from '../../data/source/source.ts';
import { entryOf, type ScalarNode } from '../../data/source/tree.ts';
import { parseYaml } from '../../data/source/yaml.ts';
import { hintFor } from '../../data/suggest.ts';
import type { Problems } from '../../diagnostic.ts';
import type { ClosingFormula, SalutationFormula } from '../../language/pack.ts';
import { type Locate, parseTemplateText, type TemplateText } from './template-text.ts';

/** A salutation or closing: a formula of the language, or a text of the template's own. */
type Wording<Formula> = { readonly formula: Formula } | { readonly text: TemplateText };

export interface Template {
  readonly file: string;
  readonly subject: readonly TemplateText[];
  readonly subjectLabel: boolean;
  readonly salutation: Wording<SalutationFormula>;
  readonly greeting: boolean;
  readonly closing: Wording<ClosingFormula>;
  readonly body: TemplateText;
}

const SALUTATIONS: readonly SalutationFormula[] = ['stakeholders', 'ministers', 'excellencies'];
const CLOSINGS: readonly ClosingFormula[] = ['standard', 'high', 'ministers'];

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The message that brings a letter. */
export interface EmailTemplate {
  readonly subject: TemplateText;
  readonly body: TemplateText;
}

/** Reads the template of a letter; problems of both parts are reported in one go. */
export function parseTemplate(source: Source, problems: Problems): Template | undefined {
  const parts = parseParts(source, frontMatter, problems);
  return parts && { ...parts, file: source.file };
}

/** Reads the template of messages. */
export function parseEmail(source: Source, problems: Problems): EmailTemplate | undefined {
  return parseParts(source, coveringFront, problems);
}

function parseParts<T extends object>(
  source: Source,
  read: Reader<T>,
  problems: Problems,
): (T & { readonly body: TemplateText }) | undefined {
  const match = FRONT_MATTER.exec(source.text);
  if (!match) {
    problems.error('template-syntax', source.span(0), frontMatterMessage(source.text));
    return undefined;
  }
  const yaml = source.text.slice(0, match[0].length).replace(/---[ \t]*\r?\n?$/, '');
  const node = parseYaml(new Source(source.file, yaml), problems);
  const body = parseTemplateText(...bodyOf(source, match[0].length), problems);
  const front = node && read(node, { problems, path: '' });
  return front && body && { ...front, body };
}

function frontMatterMessage(text: string): string {
  const isOpen = /^\uFEFF?---[ \t]*\r?\n/.test(text);
  return isOpen
    ? 'the front matter that begins here has no end: a second line of --- is missing'
    : 'a template begins with its front matter, between two lines of ---';
}

/** A partial has no front matter: all of it is body. */
export function parsePartial(source: Source, problems: Problems): TemplateText | undefined {
  return parseTemplateText(...bodyOf(source, 0), problems);
}

function bodyOf(source: Source, start: number): [string, Locate] {
  return [source.text.slice(start), (offset, length) => source.span(start + offset, length)];
}

/** A scalar of the front matter as a template of its own. */
const templateText: Reader<TemplateText> = (node, context) => {
  if (node.type !== 'scalar') return wrongType(node, 'a text', context);
  const value = node.value.trimEnd();
  if (value === '') {
    context.problems.error('empty-value', node.span, `${context.path} is empty`);
    return undefined;
  }
  return parseTemplateText(value, locateIn(node), context.problems);
};

/** Offsets of a scalar's value → places in the file, line by line. */
function locateIn(node: ScalarNode): Locate {
  return (offset, length) => {
    const before = node.value.slice(0, offset).split('\n');
    const start = node.lines[before.length - 1]?.span ?? node.span;
    const column = start.column + [...(before.at(-1) ?? '')].length;
    const { file, line } = start;
    return length === undefined ? { file, line, column } : { file, line, column, length };
  };
}

const coveringFront = object({ subject: required(templateText) });

const subjectLines: Reader<readonly TemplateText[]> = (node, context) => {
  const nodes = node.type === 'list' ? node.items : [node];
  const texts = nodes.map((item, index) => {
    const path = node.type === 'list' ? `${context.path}[${index + 1}]` : context.path;
    return templateText(item, { ...context, path });
  });
  if (texts.length === 0) wrongType(node, 'a text or a list of texts', context);
  const whole = texts.filter((text) => text !== undefined);
  return whole.length === texts.length && whole.length > 0 ? whole : undefined;
};

const ownText = object({ text: required(templateText) });

/** The name of a formula, or a map with a text. */
function wording<Formula extends string>(formulas: readonly Formula[]): Reader<Wording<Formula>> {
  return (node, context) => {
    if (node.type === 'map' && (entryOf(node, 'text') || node.entries.length > 0)) {
      return ownText(node, context);
    }
    if (node.type !== 'scalar') return wrongType(node, 'a formula, or a map with a text', context);
    const formula = formulas.find((name) => name === node.value);
    if (formula !== undefined) return { formula };
    const message = `"${node.value}" is not a formula for the ${context.path}`;
    context.problems.error('unknown-formula', node.span, message, hintFor(node.value, formulas));
    return undefined;
  };
}

const front = object({
  subject: required(subjectLines),
  subjectLabel: optional(plain(boolean)),
  salutation: required(wording(SALUTATIONS)),
  greeting: optional(plain(boolean)),
  closing: required(wording(CLOSINGS)),
});

const frontMatter: Reader<Omit<Template, 'file' | 'body'>> = (node, context) => {
  const found = front(node, context);
  return (
    found && {
      ...found,
      subjectLabel: found.subjectLabel ?? false,
      greeting: found.greeting ?? true,
    }
  );
};
