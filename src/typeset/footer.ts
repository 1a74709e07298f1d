/** What is at the foot of the pages after the first: their number and the reference. */
import { languagePack } from '../language/languages.ts';
import type { Letter } from '../model.ts';
import { type Builder, createBuilder, inLanguage } from './builder.ts';
import type { Node } from './nodes.ts';
import { sideBySide } from './pairs.ts';

/**
 * The foot of a page. Of two letters one after the other, each has its own language at the foot of its pages; side by
 * side, each has its foot below its column.
 *
 * @param language of the first text on the page
 */
export function footer(
  builder: Builder,
  page: number,
  pages: number,
  language: string,
): Node | undefined {
  const { companion } = builder.letter;
  // Page 1 carries the letterhead.
  if (page === 1) return undefined;
  if (!companion) return footerNode(builder, page, pages);
  const second = createBuilder(companion.letter);
  if (companion.layout === 'bilingual')
    return sideBySide(builder, second, (side) => [footerNode(side, page, pages)]);
  if (companion.letter.language !== language) return footerNode(builder, page, pages);
  return inLanguage(second, [footerNode(second, page, pages)]);
}

function writtenNumber({ language, settings }: Letter, number: number): string {
  const { digits } = languagePack(language).typography;
  return digits && settings.digits === 'arab' ? digits(String(number)) : String(number);
}

function footerNode(builder: Builder, page: number, pages: number): Node {
  const { page: pattern, reference } = builder.letter.footer;
  const inDigits = (number: number) => writtenNumber(builder.letter, number);
  const text = pattern.replace('{page}', inDigits(page)).replace('{pages}', inDigits(pages));
  const number = builder.text([{ type: 'text', text }], {
    small: true,
    tag: 'Artifact',
    align: reference ? 'end' : 'center',
  });
  if (!reference) return number;
  const start = builder.text(reference, { small: true, tag: 'Artifact' });
  return { type: 'columns', children: [start, number], shares: [2, 1], gap: 12 };
}
