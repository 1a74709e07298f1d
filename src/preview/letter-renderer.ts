/** Composes and renders the letter that somebody looks at, and keeps what did not change. */
import { createHash } from 'node:crypto';
import { type Composition, composeFile, type LetterFile } from '../compose/compose.ts';
import { fileStamp } from '../data/source/stamp.ts';
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import { BoundedCache } from '../font/cache.ts';
import type { Language, Layout, Letter, LetterSpec } from '../model.ts';
import { checkGlyphsOf } from '../pdf/check/coverage.ts';
import { letterSource } from '../pdf/fingerprint.ts';
import { type RenderedLetter, renderLetter } from '../pdf/render.ts';
import type { LetterName } from './api.ts';
import type { RowFinder } from './rows.ts';
import type { Workspace } from './workspace.ts';

/** A letter, and how its languages are to be set. */
export interface LetterRequest extends LetterName {
  /** Default: as the edition has it. */
  readonly layout?: Layout;
  /** The other language, where the edition does not name it. */
  readonly second?: Language;
}

export type Pages = Pick<RenderedLetter, 'pdf' | 'pages'>;
export type Rendering = { readonly diagnostics: readonly Diagnostic[] } & (
  | Pages
  | { readonly pdf?: undefined }
);

/** PDFs of about 100 kB each. */
const PDFS_KEPT = 50;

export class LetterRenderer {
  readonly #workspace: Workspace;
  readonly #rows: () => RowFinder | undefined;
  /** Of this revision, by name. */
  #composed = new Map<string, Composition>();
  #revision = 0;
  /** By what they were made from, over all revisions. */
  readonly #rendered = new BoundedCache<Promise<Pages>>(PDFS_KEPT);
  readonly #good = new BoundedCache<Pages>(PDFS_KEPT);
  readonly #underWay = new Set<Promise<Pages>>();

  constructor(workspace: Workspace, rows: () => RowFinder | undefined) {
    this.#workspace = workspace;
    this.#rows = rows;
  }

  /** Whether the edition has, or had, a letter of that name. */
  knows(wanted: LetterRequest): boolean {
    if (this.#good.get(nameOf(wanted))) return true;
    const { edition } = this.#workspace;
    if (!edition) return false;
    const spec = this.#workspace.letter(wanted.letter);
    const isWritten = spec?.languages.some(({ value }) => value === wanted.language);
    return Boolean(
      isWritten && (!wanted.recipient || this.#workspace.stakeholder(wanted.recipient)),
    );
  }

  compose(wanted: LetterRequest): Composition {
    const { revision } = this.#workspace;
    if (this.#revision !== revision) this.#composed = new Map();
    this.#revision = revision;
    const name = nameOf(wanted);
    const composition = this.#composed.get(name) ?? this.#compose(wanted);
    this.#composed.set(name, composition);
    return composition;
  }

  /** Never rejects: a fault of the renderer is a problem of the letter. */
  async render(wanted: LetterRequest): Promise<Rendering> {
    const { letter, diagnostics } = this.compose(wanted);
    if (!letter || hasErrors(diagnostics)) return { diagnostics };
    try {
      const pages = await this.#pagesOf(letter);
      this.#good.set(nameOf(wanted), pages);
      return { ...pages, diagnostics };
    } catch (error) {
      return { diagnostics: [...diagnostics, failed(letter, error)] };
    }
  }

  /** Resolves when no letter is being rendered. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  /** The last pages that could be made of a letter. */
  lastGood(wanted: LetterRequest): Pages | undefined {
    return this.#good.get(nameOf(wanted));
  }

  #compose(wanted: LetterRequest): Composition {
    const { edition, readable } = this.#workspace;
    const spec = this.#workspace.letter(wanted.letter);
    const blocks = this.#blocks(wanted.recipient);
    const { recipient: id } = wanted;
    const recipient = id === null ? null : this.#workspace.stakeholder(id);
    if (!edition || !readable || !spec || recipient === undefined) return { diagnostics: blocks };
    const composition = composeFile(edition, spec, fileOf(spec, wanted), recipient);
    const { letter } = composition;
    const glyphs = letter ? checkGlyphsOf([letter]) : [];
    const diagnostics = [...blocks, ...composition.diagnostics, ...glyphs];
    return hasErrors(diagnostics) || !letter ? { diagnostics } : { letter, diagnostics };
  }

  /** Errors of the files that concern a letter: all but those of other recipients' rows. */
  #blocks(recipient: string | null): Diagnostic[] {
    const rows = this.#rows();
    return this.#workspace.diagnostics.filter(({ severity, span }) => {
      if (severity !== 'error') return false;
      if (!span || !rows?.isList(span.file)) return true;
      const at = rows.recipientAt(span);
      return recipient !== null && (at === undefined || at === recipient);
    });
  }

  #pagesOf(letter: Letter): Promise<Pages> {
    const source = createHash('sha256')
      .update(letterSource(letter, (path) => `${path} ${fileStamp(path)}`))
      .digest('hex');
    const known = this.#rendered.get(source);
    if (known) return known;
    const pages = renderLetter(letter).then(({ pdf, pages: count }) => ({ pdf, pages: count }));
    this.#rendered.set(source, pages);
    this.#underWay.add(pages);
    const done = () => this.#underWay.delete(pages);
    pages.then(done, done);
    return pages;
  }
}

function nameOf({ letter, language, recipient, layout, second }: LetterRequest): string {
  return JSON.stringify([letter, language, recipient, layout, second]);
}

/** The languages of a file, the one that leads first. */
function fileOf(
  spec: LetterSpec,
  { language, layout = spec.layout, second }: LetterRequest,
): LetterFile {
  const own = spec.languages.map(({ value }) => value);
  if (layout === 'separate') return { layout, language };
  if (second === undefined && spec.layout !== 'separate') {
    return { layout, language: own[0] ?? language, second: own[1] };
  }
  const other = second ?? own.find((one) => one !== language);
  return { layout, language, second: other === language ? undefined : other };
}

function failed({ id, language }: Letter, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `cannot render "${id}" in ${language}: ${reason}`;
  return { severity: 'error', code: 'render-failed', message };
}
