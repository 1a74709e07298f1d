/**
 * The last touch to running text: bare addresses become links, English and French get the
 * apostrophes of print, French its spacing, Arabic its digits.
 */
import { findAddresses } from '../../language/addresses.ts';
import { printApostrophes } from '../../language/apostrophes.ts';
import { languagePack } from '../../language/languages.ts';
import type { JoinedPrefixes } from '../../language/typography.ts';
import type { Inline, Language, Line, Settings } from '../../model.ts';
import { lineText } from '../../walk-letter.ts';
import { quietTarget } from './links.ts';

type TextInline = Extract<Inline, { type: 'text' }>;

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
 * A preposition written to a value (ب{{event.place}}) must join it, which an isolate forbids; a value
 * of Arabic words alone reads the same without one.
 */
function attachPrefixes(line: Line, { joining, words }: JoinedPrefixes): Line {
  if (!line.some((inline) => inline.type === 'text' && joining.test(inline.text))) return line;
  return line.flatMap((inline, index): Line => {
    const before = line[index - 1];
    const attached = before?.type === 'text' && joining.test(before.text);
    if (!attached || inline.type !== 'isolate' || inline.direction !== 'auto') return [inline];
    return words.test(lineText(inline.children)) ? inline.children : [inline];
  });
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
 * Replaces texts that each see the two characters on either side: a colon may follow a word in
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
    const after = texts[index + 1]?.slice(0, 2) ?? '';
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
