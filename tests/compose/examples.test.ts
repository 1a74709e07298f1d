import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/compose/compose.ts';
import { loadEdition } from '../../src/data/load.ts';
import { packageFile } from '../../src/package.ts';

const EDITIONS = readdirSync(packageFile('examples')).filter((name) => name.startsWith('forum-'));

describe.each(EDITIONS)('%s', (name) => {
  const { edition, diagnostics } = loadEdition(packageFile('examples', name));

  test('loads and composes without problems, in every language and form', () => {
    expect(diagnostics).toEqual([]);
    const composed = edition && composeEdition(edition);
    expect(composed?.diagnostics).toEqual([]);
    const [spec] = edition?.letters ?? [];
    const own = composed?.letters.filter(({ id }) => id === spec?.id.value);
    const circulars = own?.filter(({ form }) => form === 'circular') ?? [];
    expect(circulars.map(({ language }) => language)).toEqual(
      spec?.languages.map(({ value }) => value),
    );
    const personal = composed?.letters.filter(({ form }) => form === 'personal') ?? [];
    expect(personal.length).toBeGreaterThan(0);
  });
});
