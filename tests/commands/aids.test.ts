/** `check --lint`, `render --png` and `preview`, as a user runs them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';

test('check proof-reads when asked to, and warns only', async () => {
  const cwd = starterEdition();
  const fresh = await wsisLetters(['check', 'forum-x', '--lint'], { cwd });
  expect(fresh.stderr.match(/^.*warning.*$/gm)).toEqual([
    expect.stringContaining('edition.yaml:59:10: warning[placeholder-link]: the address forum@'),
    expect.stringContaining('edition.yaml:107:21: warning[placeholder-link]: the address https://'),
    expect.stringContaining('edition.yaml:108:13: warning[placeholder-link]: the address https://'),
  ]);
  for (const address of ['forum@', 'https://forum.', 'www.']) {
    edit(cwd, 'edition.yaml', `${address}example.org`, `${address}wsis.org`);
  }
  expect(await wsisLetters(['check', 'forum-x', '--lint'], { cwd })).toMatchObject({
    code: 0,
    stderr: '',
  });
  edit(cwd, 'edition.yaml', 'en: Geneva', 'en: Geneva Geneva');
  expect(await wsisLetters(['check', 'forum-x'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const { code, stderr } = await wsisLetters(['check', 'forum-x', '--lint'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain(
    'forum-x/edition.yaml:23:25: warning[doubled-word]: “Geneva” stands twice',
  );
});

test('render draws the pages once, and again when they change', async () => {
  const cwd = starterEdition();
  const args = ['render', 'forum-x', '--circular', '--language', 'en', '--png'];
  const out = join(cwd, 'forum-x/out');
  expect((await wsisLetters(args, { cwd })).code).toBe(0);
  const pictures = readdirSync(out).filter((name) => name.endsWith('.png'));
  expect(pictures).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.en\.page-1\.png$/)]);
  const picture = join(out, pictures[0] ?? '');
  const { mtimeMs } = statSync(picture);
  const before = readFileSync(picture);
  expect((await wsisLetters(args, { cwd })).code).toBe(0);
  expect(statSync(picture).mtimeMs).toBe(mtimeMs);
  edit(cwd, 'edition.yaml', 'en: Geneva', 'en: Basel');
  expect((await wsisLetters(args, { cwd })).code).toBe(0);
  expect(readFileSync(picture).equals(before)).toBe(false);
});

test('preview prints its address and ends by a signal', async () => {
  const cwd = starterEdition();
  const { code, stdout } = await wsisLetters(['preview', 'forum-x'], {
    cwd,
    onOutput: (text, kill) => {
      if (text.includes('token=')) kill('SIGINT');
    },
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^[\w-]+: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
});

test('preview says what it cannot do', async () => {
  const cwd = starterEdition();
  const missing = await wsisLetters(['preview', 'nowhere'], { cwd });
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain('there is no folder nowhere');
  expect((await wsisLetters(['preview', 'forum-x', '--port', 'x'], { cwd })).code).toBe(2);
});
