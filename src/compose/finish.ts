/** The last touch to running text: bare addresses become links, French its spacing, Arabic its digits. */
import { findAddresses } from '../language/addresses.ts';
import { arabicDigits } from '../language/digits.ts';
import { spaceFrench } from '../language/french-spacing.ts';
import type { Inline, Language, Line, Settings } from '../model.ts';
import { quietTarget } from './links.ts';

type TextInline = Extract<Inline, { type: 'text' }>;

/** Finishes a line of a letter in that language. */
export function finishLine(line: Line, language: Language, settings: Settings): Line {
  const linked = line.flatMap((inline) => linkAddresses(inline));
  if (language === 'fr') return spaceLine(linked, settings.frenchSpacing);
  if (language === 'ar' && settings.digits === 'arab') return linked.map(digitsOf);
  return linked;
}

/** Links `https://…`, `www.…` and e-mail addresses in texts that are not inside a link already. */
function linkAddresses(inline: Inline): Inline[] {
  if (inline.type === 'text') return linkText(inline);
  if (inline.type === 'link' || inline.type === 'break') return [inline];
  return [{ ...inline, children: inline.children.flatMap(linkAddresses) }];
}

function linkText(inline: TextInline): Inline[] {
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
  return done === 0 ? [inline] : [...out, ...part(inline, done, text.length)];
}

/** A part of a text; its place moves along. */
function part({ text, span }: TextInline, from: number, to: number): Inline[] {
  if (from >= to) return [];
  const column = (span?.column ?? 1) + [...text.slice(0, from)].length;
  return [{ type: 'text', text: text.slice(from, to), ...(span && { span: { ...span, column } }) }];
}

/** French spacing sees the whole line: a colon may follow a word in bold. */
function spaceLine(line: Line, spacing: Settings['frenchSpacing']): Line {
  const texts = leaves(line);
  const plain = texts.map(({ text }) => text);
  const spaced = new Map<TextInline, string>();
  texts.forEach((leaf, index) => {
    const before = plain.slice(0, index).join('').slice(-2);
    const after = plain
      .slice(index + 1)
      .join('')
      .slice(0, 2);
    spaced.set(leaf, spaceFrench(leaf.text, spacing, before, after));
  });
  return replaceTexts(line, (leaf) => spaced.get(leaf) ?? leaf.text);
}

function leaves(line: Line): TextInline[] {
  return line.flatMap((inline) => {
    if (inline.type === 'text') return [inline];
    return inline.type === 'break' ? [] : leaves(inline.children);
  });
}

function digitsOf(inline: Inline): Inline {
  return replaceTexts([inline], ({ text }) => arabicDigits(text))[0] ?? inline;
}

function replaceTexts(line: Line, replace: (leaf: TextInline) => string): Inline[] {
  return line.map((inline): Inline => {
    if (inline.type === 'break') return inline;
    if (inline.type !== 'text')
      return { ...inline, children: replaceTexts(inline.children, replace) };
    const text = replace(inline);
    return text === inline.text ? inline : { ...inline, text };
  });
}
