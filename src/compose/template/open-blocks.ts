/** Blocks of a template against their ends, where the parser only says that something does not fit. */

/** The beginning of a block, `{{#if …}}`, or an end without a beginning, `{{/if}}`. */
interface Tag {
  readonly name: string;
  /** UTF-16, of its braces. */
  readonly offset: number;
}

/** Comments hold no tags. */
const TAG = /\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{~?([#/])\s*([\w-]+)/g;

/** The innermost block that is still open where the text, or its part, ends. */
export function openBlock(text: string): Tag | undefined {
  const open: Tag[] = [];
  for (const { 1: sign, 2: name = '', index } of text.matchAll(TAG)) {
    if (sign === '#') open.push({ name, offset: index });
    else if (sign === '/' && open.at(-1)?.name === name) open.pop();
  }
  return open.at(-1);
}

/** The last `{{` that no `}}` follows. */
export function openBraces(text: string): number | undefined {
  const last = text.lastIndexOf('{{');
  return last >= 0 && !text.includes('}}', last) ? last : undefined;
}

/** Comments, blocks, other mustaches and their ends, helpers inside them; quoted texts are taken whole. */
const NESTING = /\{\{~?!(?:--)?|\{\{\{?~?(?:[#/]|\^(?!\s*~?\}))?|\}\}|[()]|"[^"{}]*"|'[^'{}]*'/g;

/**
 * Where a text is nested deeper than that. To be asked before it is parsed: what walks over the tree
 * goes down some calls for each level.
 */
export function deepPlace(text: string, most: number): number | undefined {
  const signs = new RegExp(NESTING);
  let blocks = 0;
  let helpers = 0;
  let isInside = false;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const [sign] = found;
    if (sign.startsWith('{{')) {
      signs.lastIndex = pastComment(text, sign, signs.lastIndex);
      isInside = !sign.includes('!');
      blocks = Math.max(0, blocks + (CHANGE[sign.slice(-1)] ?? 0));
      helpers = 0;
    } else if (sign === '}}') isInside = false;
    else if (isInside) helpers += CHANGE[sign] ?? 0;
    if (Math.max(blocks, helpers) > most) return found.index;
  }
  return undefined;
}

const CHANGE: Readonly<Record<string, number>> = { '#': 1, '^': 1, '/': -1, '(': 1, ')': -1 };

/** A comment without an end goes to that of the text. */
function pastComment(text: string, sign: string, start: number): number {
  if (!sign.includes('!')) return start;
  const end = text.indexOf(sign.endsWith('--') ? '--}}' : '}}', start);
  return end < 0 ? text.length : end;
}
