/** What was drawn is compared with what the letter says, before the letter is written. */
import { describe, expect, test } from 'vitest';
import { assertReadsBack } from '../../src/pdf/readback/assert-text.ts';
import { sourceBlocks } from '../../src/pdf/readback/source.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { StructureTree } from '../../src/pdf/write/structure.ts';
import { typesetLetter } from '../../src/typeset/document.ts';
import { EDITIONS, exampleLetters, hardLetter } from './letters.ts';

describe('drawn text passes', () => {
  test.each<[string, string, string[]]>([
    ['as it is', '\nTo all', ['To all']],
    ['over lines and blocks', '\nTo all\nWSIS\nstakeholders', ['To all WSIS', 'stakeholders']],
    ['broken inside a word', '\nwww.itu.\nint', ['www.itu.int']],
    ['with a space at the line’s end', '\nTo \nall', ['To all']],
    ['with the marks of a font', '\n\u061cالعام\u061c  (\u200eWSIS\u200e)', ['العام (WSIS)']],
    ['with a space that a font puts in', '\nقُبولٌ\u061c :', ['قُبولٌ:']],
    ['composed otherwise', '\nre\u0301sume\u0301', ['résumé']],
    ['with other spaces', '\n14 000', ['14\u202f000']],
    ['without what prints nothing', '\nmultistakeholder', ['multi\u00adstake\u200bholder']],
    ['where there is nothing', '', []],
  ])('%s', (_, drawn, source) => {
    expect(() => assertReadsBack(drawn, source)).not.toThrow();
  });
});

describe('drawn text does not pass', () => {
  test.each<[string, string, string[]]>([
    ['without a letter', '\nTo al', ['To all']],
    ['without a block', '\nTo all', ['To all', 'WSIS']],
    ['with a block too many', '\nTo all\nWSIS', ['To all']],
    ['in another order', '\nWSIS\nTo all', ['To all', 'WSIS']],
    ['backwards', '\nماعلا', ['العام']],
    ['with words run together', '\nToall', ['To all']],
    ['with a word torn apart', '\nT o all', ['To all']],
    ['without a mark', '\nمدة', ['مُدّة']],
    ['with parentheses turned round', '\n)WSIS(', ['(WSIS)']],
  ])('%s', (_, drawn, source) => {
    expect(() => assertReadsBack(drawn, source)).toThrow(/would not come back from the PDF/);
  });
});

test('a letter fails whose codes are drawn in another order', async () => {
  const { readBack } = StructureTree.prototype;
  StructureTree.prototype.readBack = function () {
    return readBack.call(this).split('\n').reverse().join('\n');
  };
  try {
    await expect(renderLetter(hardLetter())).rejects.toThrow(/would not come back/);
  } finally {
    StructureTree.prototype.readBack = readBack;
  }
});

test.each(EDITIONS)('the source of %s is all that its letters say', (edition) => {
  for (const letter of [...exampleLetters(edition), ...exampleLetters(edition, 'personal')]) {
    const source = sourceBlocks(typesetLetter(letter).content).join('\n');
    // Two languages share some parts, such as the mark above a signatory.
    const { footer, title, author, companion, ...said } = letter;
    const lost = textsOf(said).filter((text) => !source.includes(text));
    expect(lost).toEqual([]);
  }
});

/** Every text of a letter, wherever it stands in it. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, settings, fonts, ...parts } = value as Record<string, unknown>;
  if (type === 'text') return [String(text)];
  const own = Array.isArray(value) ? value : [...Object.values(parts), text];
  return own.flatMap(textsOf);
}
