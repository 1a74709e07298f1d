/** Lines that are too loose, and a closing that has lost its letter: looked for in what is really drawn. */
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { lintLayout, lintLines } from '../../src/lint/layout.ts';
import type { Letter } from '../../src/model.ts';
import type { DrawnLine } from '../../src/pdf/render.ts';
import { lineText } from '../../src/walk-letter.ts';
import { EDITION, load, template } from '../compose/fixture.ts';

/** A circular of this body. */
function letterOf(body: string, edition = EDITION): Letter {
  const files = { 'edition.yaml': edition, 'templates/test/en.md.hbs': template(body) };
  const { letters } = composeEdition(load(files), { languages: ['en'], forms: ['circular'] });
  if (!letters[0]) throw new Error('no letter');
  return letters[0];
}

const found = (body: string, edition?: string) => lintLayout(letterOf(body, edition));

const SENTENCE = 'The Forum gathers all who build the information society and asks what is next. ';

describe('loose lines', () => {
  /** Nearly as wide as a line, so that what stands before it has one to itself. */
  const LONG = 'a'.repeat(88);

  test('are told with the words that stand in them, at their place', async () => {
    const body = `Look at all this ${LONG}`;
    const warnings = await found(body);
    expect(warnings.map(({ code, span }) => [code, span?.line])).toEqual([['loose-line', 6]]);
    const [{ message, span }] = warnings as [(typeof warnings)[0]];
    const line = /“(.*)”/.exec(message)?.[1] ?? '';
    expect(body).toContain(line);
    expect(span).toMatchObject({ column: body.indexOf(line) + 1, length: line.length });
  });

  test('are none where words are short, nor at the end of a paragraph', async () => {
    expect(await found(`${SENTENCE.repeat(6)}\n\nTwo words`)).toEqual([]);
  });

  test('are not looked for where nothing is justified', async () => {
    const ragged = `${EDITION}settings: {justify: none}\n`;
    expect(await found(`Look at all this ${LONG} ${SENTENCE}`, ragged)).toEqual([]);
  });
});

describe('closing alone', () => {
  const letter = letterOf('A first paragraph.\n\nAnd a last one.');
  const closing = lineText(letter.closing);
  const on = (page: number, ...texts: readonly string[]) =>
    texts.map((text) => ({ text, page, room: 0 }));

  test.each<[string, readonly DrawnLine[], boolean]>([
    ['on one page', on(1, 'A first paragraph.', 'And a last one.', closing, 'Doreen'), false],
    [
      'after a line of the body',
      [...on(1, 'A first paragraph.', 'And a'), ...on(2, 'last one.', closing, 'Doreen')],
      false,
    ],
    [
      'on a page of its own',
      [...on(1, 'A first paragraph.', 'And a last one.'), ...on(2, closing, 'Doreen')],
      true,
    ],
    [
      'under a running head',
      [...on(1, 'A first paragraph.', 'And a last one.'), ...on(2, 'CL-21/4', closing)],
      true,
    ],
    [
      'with marks that print nothing',
      [...on(1, 'And a last one.'), ...on(2, `\u2068${closing}`)],
      true,
    ],
  ])('%s', (_, lines, isAlone) => {
    const codes = lintLines(letter, lines).map(({ code, message }) => [code, message]);
    const message = 'the closing of "invitation" in en stands alone on page 2';
    expect(codes).toEqual(isAlone ? [['closing-alone', message]] : []);
  });
});
