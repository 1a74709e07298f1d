/** Every fact of the reference letters is in the circulars, in every language, as MuPDF reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import type { Letter } from '../../src/model.ts';
import { renderLetter } from '../../src/pdf/render.ts';
import { mupdfText } from '../font/readers.ts';

interface Facts {
  readonly facts: readonly string[];
  /** In order of protocol. */
  readonly signatories: readonly string[];
}

const FOLDER = join(import.meta.dirname, '../facts');
const EXAMPLES = join(import.meta.dirname, '../../examples');
const editions = readdirSync(FOLDER).map((name) => name.replace('.facts.yaml', ''));

/** White space of every kind and line breaks are one thing here, and apostrophes; bidi controls are none. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll('\u2019', "'")
    .replace(/\s+/g, '');
}

function composeCirculars(edition: string): ReadonlyMap<string, Letter> {
  const loaded = loadEdition(join(EXAMPLES, edition));
  if (!loaded.edition) throw new Error(`${edition} does not load`);
  const { letters } = composeEdition(loaded.edition, { forms: ['circular'] });
  const [first] = letters;
  const own = letters.filter(({ id }) => id === first?.id);
  return new Map(own.map((letter) => [letter.language, letter]));
}

describe.each(editions)('%s', (edition) => {
  const file = readFileSync(join(FOLDER, `${edition}.facts.yaml`), 'utf8');
  const facts = Object.entries(parse(file) as Record<string, Facts>);
  let letters: ReadonlyMap<string, Letter>;
  beforeAll(() => {
    letters = composeCirculars(edition);
  });

  test('there are facts for each language', () => {
    expect(facts.map(([language]) => language).sort()).toEqual([...letters.keys()].sort());
  });

  test.each(facts)('%s', async (language, expected) => {
    const letter = letters.get(language);
    if (!letter) throw new Error(`no circular in ${language}`);
    const text = normalise(await mupdfText((await renderLetter(letter)).pdf));
    expect(expected.facts.filter((fact) => !text.includes(normalise(fact)))).toEqual([]);
    const places = expected.signatories.map((name) => text.lastIndexOf(normalise(name)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
