/**
 * The last touch to running text: bare addresses become links, English and French get the
 * apostrophes of print, French its spacing, Russian its prepositions, Arabic its prefixes and digits.
 */
import { findAddresses } from '../../language/addresses.ts';
import { printApostrophes } from '../../language/apostrophes.ts';
import { languagePack } from '../../language/languages.ts';
import type { JoinedPrefixes } from '../../language/typography.ts';
import type { Inline, Language, Line, Settings } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { quietTarget } from './links.ts';

type TextInline = Extract<Inline, { type: 'text' }>;
type IsolateInline = Extract<Inline, { type: 'isolate' }>;

/** Finishes a line of a letter in that language. A line that needs nothing is returned as it is. */
export function finishLine(line: Line, language: Language, settings: Settings): Line {
  const { printsApostrophes, spacing, prefixes, digits } = languagePack(language).typography;
  const linked = mapLine(line, linkAddresses);
  const printed = printsApostrophes ? printLine(linked) : linked;
  const spaced = spacing
    ? mapInContext(printed, spacing.marks, (text, before, after) =>
        spacing.space(text, settings.frenchSpacing, before, after),
      )
    : printed;
  const attached = prefixes ? attachPrefixes(spaced, prefixes) : spaced;
  if (!digits || settings.digits === 'latn') return attached;
  return mapTexts(attached, ({ text }) => digits(text));
}

/**
 * A preposition written to a value (ب{{event.place}}) must join it, which an isolate forbids; the Arabic words at the
 * beginning of a value read the same without one.
 */
function attachPrefixes(line: Line, prefixes: JoinedPrefixes): Line {
  const { joining } = prefixes;
  const nested = mapLine(line, (inline) => {
    if (inline.type === 'text' || inline.type === 'break' || inline.type === 'isolate')
      return inline;
    const children = attachPrefixes(inline.children, prefixes);
    return children === inline.children ? inline : { ...inline, children };
  });
  if (!nested.some((inline) => inline.type === 'text' && joining.test(inline.text))) return nested;
  const out: Inline[] = [];
  for (const inline of nested) {
    const before = out.at(-1);
    if (before?.type !== 'text' || !joining.test(before.text) || inline.type !== 'isolate') {
      out.push(inline);
      continue;
    }
    const [prefix, value] = prefixes.meet(before.text, lineText(inline.children));
    out[out.length - 1] = { ...before, text: prefix };
    out.push(...attached(inline, value, joining.test(prefix) ? prefixes.words : NOTHING));
  }
  return out;
}

const NOTHING = /^(?!)/;

/** A value after a prefix, its first `words` out of the isolate; it is cut to what is left of its beginning. */
function attached(isolate: IsolateInline, value: string, words: RegExp): Line {
  const [first] = isolate.children;
  const whole = lineText(isolate.children);
  if (isolate.direction !== 'auto' || first?.type !== 'text') return [isolate];
  const cut = { ...first, text: first.text.slice(whole.length - value.length) };
  const rest = isolate.children.slice(1);
  const length = words.exec(value)?.[0].length ?? 0;
  if (length === value.length) return [cut, ...rest];
  if (length === 0) return [{ ...isolate, children: [cut, ...rest] }];
  const joins = { ...cut, text: cut.text.slice(0, length) };
  const apart = { ...cut, text: cut.text.slice(length) };
  return [joins, { ...isolate, direction: 'rtl', children: [apart, ...rest] }];
}

/** Maps inlines to one or more each; what does not change is shared with the line before. */
function mapLine(line: Line, map: (inline: Inline) => Inline | Inline[]): Line {
  let changed = false;
  const mapped = line.map((inline) => {
    const result = map(inline);
    changed ||= result !== inline;
    return result;
  });
  return changed ? mapped.flat() : line;
}

/** Links `https://…`, `www.…` and e-mail addresses in texts that are not inside a link already. */
function linkAddresses(inline: Inline): Inline | Inline[] {
  if (inline.type === 'text') return linkText(inline);
  if (inline.type === 'link' || inline.type === 'break') return inline;
  const children = mapLine(inline.children, linkAddresses);
  return children === inline.children ? inline : { ...inline, children };
}

function linkText(inline: TextInline): Inline | Inline[] {
  const { text, span } = inline;
  const out: Inline[] = [];
  let done = 0;
  for (const { start, end, href } of findAddresses(text)) {
    const place = span ?? { file: '', line: 1, column: 1 };
    if (quietTarget({ value: href, span: place }) === undefined) continue;
    out.push(...part(inline, done, start));
    out.push({ type: 'link', href, children: part(inline, start, end) });
    done = end;
  }
  return done === 0 ? inline : [...out, ...part(inline, done, text.length)];
}

/** A part of a text; its place moves along. */
function part({ text, span }: TextInline, from: number, to: number): Inline[] {
  if (from >= to) return [];
  const column = (span?.column ?? 1) + [...text.slice(0, from)].length;
  return [{ type: 'text', text: text.slice(from, to), ...(span && { span: { ...span, column } }) }];
}

function printLine(line: Line): Line {
  return mapInContext(line, /'/, printApostrophes);
}

/**
 * Replaces texts that each see what stands on either side: a colon may follow a word in
 * bold. A line without any of the `marks` needs nothing.
 */
function mapInContext(
  line: Line,
  marks: RegExp,
  replace: (text: string, before: string, after: string) => string,
): Line {
  const texts = leaves(line).map(({ text }) => text);
  if (!texts.some((text) => marks.test(text))) return line;
  let index = 0;
  return mapTexts(line, ({ text }) => {
    const before = texts
      .slice(Math.max(0, index - 2), index)
      .join('')
      .slice(-2);
    const after = texts[index + 1]?.slice(0, 16) ?? '';
    index += 1;
    return replace(text, before, after);
  });
}

function leaves(line: Line): TextInline[] {
  return line.flatMap((inline) => {
    if (inline.type === 'text') return [inline];
    return inline.type === 'break' ? [] : leaves(inline.children);
  });
}

/** Replaces the texts of a line, in order. */
function mapTexts(line: Line, replace: (leaf: TextInline) => string): Line {
  return mapLine(line, (inline) => {
    if (inline.type === 'break') return inline;
    if (inline.type !== 'text') {
      const children = mapTexts(inline.children, replace);
      return children === inline.children ? inline : { ...inline, children };
    }
    const text = replace(inline);
    return text === inline.text ? inline : { ...inline, text };
  });
}
