/** The visual orders of the tables are those of another implementation of UAX #9, too. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Direction } from '../../src/model.ts';
import { type BrowserLine, setInChromium } from './chromium.ts';
import { LTR_LINES } from './lines-ltr.ts';
import { type HardLine, RTL_LINES } from './lines-rtl.ts';
import { seen, toHtml } from './parts.ts';
import { visualString } from './visual.ts';

describe.each([
  ['rtl', RTL_LINES],
  ['ltr', LTR_LINES],
] satisfies [Direction, readonly HardLine[]][])('%s', (direction, lines) => {
  let set: BrowserLine[] = [];
  beforeAll(async () => {
    const blocks = lines.map(({ line }) => ({
      direction,
      html: toHtml(line),
      size: 12,
      width: 470,
    }));
    set = await setInChromium(blocks);
  });

  test.each(lines.map((line, index) => [line.name, line, index] as const))(
    '%s',
    (_, line, index) => {
      const { characters = [], picture } = set[index] as BrowserLine;
      expect(visualString(characters, picture)).toBe(seen(line.seen));
    },
  );
});
