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
