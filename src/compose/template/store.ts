/** Template files: an edition's own before those that come with the tool. Each is read once. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MOST_TEMPLATE_BYTES } from '../../data/limits.ts';
import { readSource, type Source } from '../../data/source/source.ts';
import { hintFor } from '../../data/suggest.ts';
import type { Problems, Span } from '../../diagnostic.ts';
import type { Language, Text } from '../../model.ts';
import { packageFile } from '../../package.ts';
import { partialName } from './ast.ts';
import {
  type EmailTemplate,
  parseEmail,
  parsePartial,
  parseTemplate,
  type Template,
} from './template.ts';
import type { TemplateText } from './template-text.ts';

/** Names of kinds and partials are names of files, never paths. */
const NAME = /^[\w-]+$/;

export class TemplateStore {
  private readonly folders: readonly string[];
  private readonly editionFolder: string;
  private readonly problems: Problems;
  private readonly templates = new Map<string, Template | undefined>();
  private readonly partials = new Map<string, TemplateText | undefined>();
  private isIncomplete = false;

  /** @param folder Absolute real path of the edition. */
  constructor(folder: string, problems: Problems) {
    this.editionFolder = folder;
    this.folders = [join(folder, 'templates'), packageFile('templates')];
    this.problems = problems;
  }

  /** Whether a template or a partial was asked for that does not exist. */
  get hasMissing(): boolean {
    return this.isIncomplete;
  }

  /** The template of a kind in a language; a missing one is reported at the kind. */
  template(kind: Text, language: Language): Template | undefined {
    const name = join(kind.value, `${language}.md.hbs`);
    return cached(this.templates, name, () => {
      const file = NAME.test(kind.value) ? this.find(name) : undefined;
      if (file === undefined) {
        this.reportMissing(kind, language);
        return undefined;
      }
      const source = this.read(file, kind.span, this.problems);
      return source && parseTemplate(source, this.problems);
    });
  }

  /** A kind that nobody knows is one problem, in however many languages. */
  private reportMissing(kind: Text, language: Language): void {
    const kinds = this.kinds();
    const isKnown = kinds.includes(kind.value);
    const where = isKnown ? ` in the language "${language}"` : '';
    const message = `there is no template for the kind "${kind.value}"${where}`;
    const own = `write templates/${kind.value}/${language}.md.hbs in the edition`;
    const hint = isKnown ? own : hintFor(kind.value, kinds);
    this.missing(kind.span, message, hint, this.problems);
  }

  private kinds(): string[] {
    const names = this.folders.flatMap((folder) =>
      existsSync(folder)
        ? readdirSync(folder).filter((name) => !/^(?:partials|mail)$|\./.test(name))
        : [],
    );
    return [...new Set(names)];
  }

  /** The template of the messages that bring letters. */
  email(language: Language): EmailTemplate | undefined {
    const name = join('mail', `mail.${language}.md.hbs`);
    const file = this.find(name);
    if (file === undefined) {
      const message = `there is no template for messages in the language "${language}"`;
      this.missing(undefined, message, `write templates/${name}`, this.problems);
      return undefined;
    }
    const source = this.read(file, undefined, this.problems);
    return source && parseEmail(source, this.problems);
  }

  /** The partial of a name in a language, undefined if there is none that can be read. */
  partial(
    name: string,
    language: Language,
    problems: Problems = this.problems,
  ): TemplateText | undefined {
    return cached(this.partials, partialFile(name, language), () => {
      const file = NAME.test(name) ? this.find(partialFile(name, language)) : undefined;
      const source = file === undefined ? undefined : this.read(file, undefined, problems);
      return source && parsePartial(source, problems);
    });
  }

  /** The partial that a node names, having reported why there is none. */
  namedPartial(
    node: hbs.AST.PartialStatement,
    text: TemplateText,
    language: Language,
    problems: Problems = this.problems,
  ): TemplateText | undefined {
    const name = partialName(node);
    if (name === undefined) {
      const message = 'the name of a partial must be written out';
      problems.error('template-syntax', text.span(node), message);
      return undefined;
    }
    if (NAME.test(name) && this.find(partialFile(name, language)) !== undefined) {
      return this.partial(name, language, problems);
    }
    const message = `there is no partial "${name}" in the language "${language}"`;
    const hint = hintFor(name, this.partialNames(language));
    this.missing(text.span(node), message, hint, problems);
    return undefined;
  }

  private missing(
    span: Span | undefined,
    message: string,
    hint: string | undefined,
    problems: Problems,
  ): void {
    this.isIncomplete = true;
    problems.error('missing-template', span, message, hint);
  }

  private partialNames(language: Language): string[] {
    const ending = `.${language}.md.hbs`;
    return this.folders
      .map((folder) => join(folder, 'partials'))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length));
  }

  private find(name: string): string | undefined {
    return this.folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  }

  private read(file: string, namedAt: Span | undefined, problems: Problems): Source | undefined {
    const own = file.startsWith(this.editionFolder + sep);
    if (own && !this.isInside(file, namedAt, problems)) return undefined;
    return readSource(file, problems, { namedAt, most: MOST_TEMPLATE_BYTES });
  }

  /** An edition's template may not lead out of the edition by a symbolic link. */
  private isInside(file: string, namedAt: Span | undefined, problems: Problems): boolean {
    if (realpathSync(file).startsWith(this.editionFolder + sep)) return true;
    const span = namedAt ?? { file, line: 1, column: 1 };
    problems.error('outside-edition', span, `the template ${file} lies outside the edition`);
    return false;
  }
}

function partialFile(name: string, language: Language): string {
  return join('partials', `${name}.${language}.md.hbs`);
}

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  if (map.has(key)) return map.get(key) as T;
  const value = make();
  map.set(key, value);
  return value;
}
