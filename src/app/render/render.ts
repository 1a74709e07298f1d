/** `render`: letters into files of a folder, only those that have changed, each whole or not at all. */
import { join } from 'node:path';
import { type Diagnostic, hasErrors, UsageError, UserError } from '../../diagnostic.ts';
import type { Edition, Letter, Selection } from '../../model.ts';
import { writeFailed } from '../../system-error.ts';
import { check } from '../check.ts';
import { editionPrefix, fileName } from './file-name.ts';
import { openFolder, otherFiles } from './output.ts';
import { PDF, type Renderer } from './renderer.ts';
import { type Result, writeLetters } from './write-letters.ts';

export interface WriteOptions {
  /** The output folder; made if it is not there. */
  readonly out: string;
  /** Render what has not changed, too. */
  readonly force?: boolean;
  /** Draw a picture of each page as well. */
  readonly png?: boolean;
  /** Ends the run after the letter in hand. */
  readonly signal?: AbortSignal;
  /** Default: PDF. */
  readonly renderer?: Renderer;
}

export interface RenderOptions extends Partial<WriteOptions> {
  /** Default: all letters. */
  readonly selection?: Selection;
  /** Mark every letter as a draft. */
  readonly draft?: boolean;
}

/**
 * Renders the letters of an edition; the files are in `out` of its folder unless told otherwise. Gives a result for each letter,
 * in their order; those left over when `signal` aborts have none.
 * @throws UserError on errors in the data, where nothing is selected, and where nothing can be written
 */
export async function* render(folder: string, options: RenderOptions = {}): AsyncGenerator<Result> {
  const { out = join(folder, 'out'), ...rest } = options;
  const { edition, letters, diagnostics } = await check(folder, options);
  if (!edition || hasErrors(diagnostics)) throw new UserError(diagnostics);
  yield* writeAll(letters, { out, ...rest });
}

/** Writes letters that have been checked. @throws UserError where there are none, or the folder cannot be written */
export async function* writeAll(
  letters: readonly Letter[],
  options: WriteOptions,
): AsyncGenerator<Result> {
  const { out, force = false, png, renderer = PDF } = options;
  const { signal = new AbortController().signal } = options;
  if (letters.length === 0) throw nothingSelected();
  open(out);
  for await (const result of writeLetters(letters, { folder: out, force, signal, renderer })) {
    yield png ? await drawn(result) : result;
  }
}

function nothingSelected(): UsageError {
  const hint = 'look at the languages, forms and recipients of the letters in edition.yaml';
  return new UsageError('nothing-selected', 'no letter of the edition is selected', hint);
}

function open(out: string): void {
  try {
    openFolder(out);
  } catch (error) {
    throw new UserError([writeFailed(`use ${out} as output folder`, error)]);
  }
}

/** Only then is what draws loaded. */
async function drawn(result: Result): Promise<Result> {
  const { withPictures } = await import('./write-pictures.ts');
  return withPictures(result);
}

/** Files of letters or recipients that the edition no longer has: they stay, but somebody may send them. */
export function staleFiles(
  out: string,
  edition: Edition,
  letters: readonly Letter[],
  { extension }: Renderer = PDF,
): Diagnostic[] {
  // Beside the drafts of letters, what was made of them before is still theirs.
  const final = ({ draft: _, ...letter }: Letter) => letter;
  const names = letters.flatMap((letter) => [letter, final(letter)]);
  const own = new Set(names.map((letter) => fileName(letter, extension)));
  return otherFiles(out, editionPrefix(edition.id), `.${extension}`, own).map((name) => ({
    severity: 'warning',
    code: 'stale-file',
    message: `${join(out, name)} belongs to no letter of the edition any more`,
    hint: 'delete it if nobody needs it',
  }));
}
