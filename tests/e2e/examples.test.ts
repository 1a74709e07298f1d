/** The examples are what staff copy from: no command has anything to say about them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package.ts';
import { temporaryFolder, wsisLetters } from '../support/cli.ts';

const EDITIONS = readdirSync(packageFile('examples')).filter((name) => name.startsWith('forum-'));
/** In milliseconds: every letter of an edition, on a busy machine. */
const LONG = 180_000;

describe.each(EDITIONS)('%s', (name) => {
  const folder = packageFile('examples', name);

  test('is checked without a problem', async () => {
    const { code, stdout, stderr } = await wsisLetters(['check', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('no problem');
  });

  test('is rendered without a problem, every letter', { timeout: LONG }, async () => {
    const out = join(temporaryFolder(), 'out');
    const args = ['render', folder, '--out', out, '--json'];
    const { code, stdout, stderr } = await wsisLetters(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const states = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).status);
    expect(new Set(states)).toEqual(new Set(['rendered']));
    expect(states).toHaveLength(readdirSync(out).filter((file) => file.endsWith('.pdf')).length);
  });
});
