/** Letters that hold nothing but what a test looks at. */
import type { Direction, Letter, Line } from '../../src/model.ts';
import { family } from '../support/fonts.ts';

export const text = (content: string): Line => [{ type: 'text', text: content }];

/** An empty letter: no line of it is printed. */
export function bareLetter(direction: Direction, parts: Partial<Letter> = {}): Letter {
  const rtl = direction === 'rtl';
  return {
    edition: 'test',
    id: 'lines',
    kind: 'own',
    form: 'circular',
    language: rtl ? 'ar' : 'en',
    direction,
    recipient: null,
    title: 'Lines',
    author: 'ITU',
    date: { year: 2026, month: 4, day: 10 },
    settings: {
      paper: 'A4',
      digits: 'latn',
      frenchSpacing: 'open',
      fonts: {},
      fontSize: 11,
      justify: 'spaces',
    },
    fonts: rtl ? [family('Amiri'), family('Tinos')] : [family('Tinos'), family('Amiri')],
    letterhead: { start: [], end: [] },
    dateline: [],
    head: 'stacked',
    rows: [],
    address: { lines: [], bullets: [], position: 'head' },
    subject: { lines: [] },
    salutation: [],
    body: [],
    closing: [],
    signatories: [],
    footer: { page: '{page}/{pages}' },
    ...parts,
  };
}
