/** A paragraph → items: what is shaped and moved as one. */
import { itemizeFaces } from '../font/chain.ts';
import type { Face } from '../font/face.ts';
import type { FaceChain } from '../font/faces.ts';
import { type BreakPoint, findBreaks } from './breaks.ts';
import type { Paragraph } from './levels.ts';
import type { TextStyle } from './style.ts';

/** A stretch of one level, style and face, without break point inside; white space apart from anything else. */
export interface TextItem {
  /** UTF-16 offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly style: TextStyle;
  readonly face: Face;
  /** `withheld`: only where the column is too narrow for what stands around it. */
  readonly breakAfter: 'no' | 'withheld' | 'allowed' | 'forced';
  /** Demerits of a break after it. */
  readonly breakCost: number;
}

const SPACE = /^[ \u00A0\u202F\u2000-\u200A\u3000\t]+$/u;

/** Whether a text is white space at which a line may be widened, or end. */
export function isSpace(text: string): boolean {
  return SPACE.test(text);
}

/** Cuts a paragraph at its break points, and wherever level, style or face changes. */
export function itemize(paragraph: Paragraph, chain: FaceChain): TextItem[] {
  const { text, language, spans } = paragraph;
  const breaks: Breaks = new Map(findBreaks(paragraph).map((point) => [point.position, point]));
  return spans.flatMap(({ start, end, style }) =>
    itemizeFaces(text.slice(start, end), chain(style, language)).flatMap((item) => {
      const stretch = { start: start + item.start, end: start + item.end, style, face: item.face };
      return cutStretch(paragraph, stretch, breaks);
    }),
  );
}

type Breaks = ReadonlyMap<number, BreakPoint>;
type Stretch = Pick<TextItem, 'start' | 'end' | 'style' | 'face'>;

function cutStretch(paragraph: Paragraph, stretch: Stretch, breaks: Breaks): TextItem[] {
  const items: TextItem[] = [];
  let start = stretch.start;
  for (let end = stretch.start + 1; end <= stretch.end; end += 1) {
    if (end < stretch.end && !breaks.has(end) && !isBoundary(paragraph, end)) continue;
    const level = paragraph.levels[start] ?? 0;
    const point = breaks.get(end);
    const breakAfter = kindOf(point);
    items.push({ ...stretch, start, end, level, breakAfter, breakCost: point?.cost ?? 0 });
    start = end;
  }
  return items;
}

function kindOf(point: BreakPoint | undefined): TextItem['breakAfter'] {
  if (!point) return 'no';
  if (point.forced) return 'forced';
  return point.withheld ? 'withheld' : 'allowed';
}

/** Between levels, and between white space and anything else. */
function isBoundary({ text, levels }: Paragraph, at: number): boolean {
  return levels[at] !== levels[at - 1] || isSpace(text.charAt(at)) !== isSpace(text.charAt(at - 1));
}
