/** Style sheets of an SVG: rules without conditions, as drawing programs write them. */
import type { Unsupported } from './svg-features.ts';

/** A declaration, and where it stands. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly offset: number;
}

export interface Rule {
  readonly selectors: readonly { readonly text: string; readonly offset: number }[];
  readonly declarations: readonly Declaration[];
}

const RULE = /([^{}@]*)\{([^{}]*)\}/y;
const CHARSET = /\s*@charset[^;{}]*;/y;
const SPACE = /[\s;]*/y;

/**
 * The rules of a style sheet up to the first thing that is none, and that thing: `@media` and its kin, rules inside
 * rules, what is not closed.
 *
 * @param offset where the sheet begins
 */
export function readSheet(sheet: string, offset: number): { rules: Rule[]; fault?: Unsupported } {
  const text = withoutComments(sheet);
  const rules: Rule[] = [];
  const take = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (let at = 0; ; ) {
    at += take(SPACE, at)?.[0].length ?? 0;
    if (at >= text.length) return { rules };
    const rule = take(RULE, at);
    const skipped = rule ?? take(CHARSET, at);
    if (rule) rules.push(ruleOf(rule[1] ?? '', rule[2] ?? '', offset + at));
    if (!skipped) return { rules, fault: unreadable(text.slice(at), offset + at) };
    at += skipped[0].length;
  }
}

function unreadable(text: string, offset: number): Unsupported {
  const rule = /^@[\w-]+/.exec(text)?.[0];
  const what = rule ? `"${rule}" in its styles` : 'a rule inside a rule, or one that is not closed';
  return { key: rule ?? 'rule', offset, what };
}

function ruleOf(selectors: string, declarations: string, offset: number): Rule {
  let at = offset;
  const parts = selectors.split(',').map((part) => {
    const start = at + (/^\s*/.exec(part)?.[0].length ?? 0);
    at += part.length + 1;
    return { text: part.trim().replace(/\s+/g, ' '), offset: start };
  });
  const start = offset + selectors.length + 1;
  return { selectors: parts, declarations: readDeclarations(declarations, start) };
}

/** Those of a `style` attribute or a rule; what is not `property: value` has an empty value. */
export function readDeclarations(style: string, offset: number): Declaration[] {
  const found: Declaration[] = [];
  let at = offset;
  for (const part of withoutComments(style).split(';')) {
    const [property = '', ...value] = part.split(':');
    const start = at + (/^\s*/.exec(part)?.[0].length ?? 0);
    at += part.length + 1;
    if (part.trim() === '') continue;
    found.push({ property: property.trim(), value: value.join(':').trim(), offset: start });
  }
  return found;
}

/** As long as before, so that places stay. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->|<!\[CDATA\[|\]\]>/g, (comment) =>
      ' '.repeat(comment.length),
    )
    .replaceAll('&gt;', '>   ');
}

const ATTRIBUTE = String.raw`\[[\w:-]+(?:~?=(?:"[^"]*"|'[^']*'|[\w-]+))?\]`;
/** States of a pointer or a link, which no print has: what they say is not drawn. */
const STATE = ':(?:hover|active|focus)';
const COMPOUND = String.raw`(?:[A-Za-z][\w-]*|\*)?(?:[.#][A-Za-z_-][\w-]*|${ATTRIBUTE}|:first-child|${STATE})*`;
const SELECTOR = new RegExp(`^(?=\\S)${COMPOUND}(?:(?:\\s*[>+]\\s*|\\s)(?=[^\\s>+])${COMPOUND})*$`);

/** Whether all that a selector chooses is chosen by what draws. */
export function isDrawnSelector(selector: string, hasUse: boolean): boolean {
  if (!SELECTOR.test(selector)) return false;
  // A browser chooses what `use` repeats where it stands first.
  return !hasUse || !/[\s>+]/.test(selector);
}
