/** Characters that word processors put into tags: Handlebars takes some for names, and names fields with them. */

export interface TagFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** A tag, but for comments and those that are escaped. */
const TAGS = /(?<!\\)\{\{(?!!)[\s\S]*?\}\}/g;
const STRINGS = /"[^"]*"|'[^']*'/g;
const CURLY = /[“”„‟‘’‚‛«»‹›＂＇]/;
const INVISIBLE = /\p{Cf}/u;

/** The first curly quotation mark or invisible character that stands in a tag outside its texts. */
export function tagFault(text: string): TagFault | undefined {
  if (!CURLY.test(text) && !INVISIBLE.test(text)) return undefined;
  for (const { 0: tag, index } of text.matchAll(TAGS)) {
    const fault = faultIn(
      tag.replace(STRINGS, (found) => ' '.repeat(found.length)),
      index,
    );
    if (fault) return fault;
  }
  return undefined;
}

/** The same in a tag that could not be read, and whose texts have no end therefore; `at` is in it or right after it. */
export function faultBefore(text: string, at: number): TagFault | undefined {
  const start = text.lastIndexOf('{{', at);
  if (start < 0) return undefined;
  const end = text.indexOf('}}', at);
  const tag = text.slice(start, end < 0 ? at + 2 : end);
  // In a text that lacks its end, an apostrophe is one.
  return faultIn(tag.includes('"') ? tag.replaceAll('’', ' ') : tag, start);
}

function faultIn(tag: string, start: number): TagFault | undefined {
  const curly = CURLY.exec(tag);
  if (curly) {
    const message = `the quotation mark ${curly[0]} stands inside {{ }}`;
    return { offset: start + curly.index, message, hint: 'write " there' };
  }
  const invisible = INVISIBLE.exec(tag);
  if (!invisible) return undefined;
  const point = (invisible[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `an invisible character (U+${point}) stands inside {{ }}`;
  return { offset: start + invisible.index, message, hint: 'delete it, or type the tag again' };
}
