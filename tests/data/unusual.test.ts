/** Addresses that programs may act upon are refused where they stand, until the edition names them. */
import { expect, test } from 'vitest';
import { loadEdition } from '../../src/data/load.ts';
import { wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';

const FROM = 'address: forum@example.org';
const MAIL = `mail:\n  from:\n    name: {ar: أمانة المنتدى, en: Forum secretariat}\n    ${FROM}\n`;

function problemsOf(cwd: string): string[] {
  return loadEdition(`${cwd}/forum-x`).diagnostics.map(
    ({ code, span, hint }) => `${code} ${span?.file.split('/').at(-1)}:${span?.line}: ${hint}`,
  );
}

test('recipients, copies and senders: located, with the way to ask', () => {
  const cwd = starterEdition();
  edit(cwd, 'stakeholders.csv', 'm.tan@example.org', '-m.tan@example.org');
  edit(cwd, 'edition.yaml', FROM, 'address: "`forum`@example.org"');
  const hint = (address: string) =>
    `correct it; if it is right, name it in the section mail: unusual-addresses: ["${address}"]`;
  expect(problemsOf(cwd)).toEqual([
    expect.stringMatching(/^unusual-address edition\.yaml:\d+: .*`forum`@example\.org/),
    expect.stringMatching(/^unusual-address stakeholders\.csv:\d+: /),
  ]);
  expect(problemsOf(cwd)[1]).toContain(hint('-m.tan@example.org'));

  edit(
    cwd,
    'edition.yaml',
    'address: "`forum`@example.org"',
    'address: "`forum`@example.org"\n  unusual-addresses: ["-m.tan@example.org", "`forum`@example.org"]',
  );
  const { edition, diagnostics } = loadEdition(`${cwd}/forum-x`);
  expect(diagnostics).toEqual([]);
  expect(edition?.mail?.unusualAddresses).toEqual(['-m.tan@example.org', '`forum`@example.org']);
});

test('what is named is an address itself', () => {
  const cwd = starterEdition();
  edit(cwd, 'edition.yaml', FROM, `${FROM}\n  unusual-addresses: [-name, x]`);
  expect(problemsOf(cwd)).toEqual([
    expect.stringMatching(/^bad-email edition\.yaml/),
    expect.stringMatching(/^bad-email edition\.yaml/),
  ]);
});

test('no command goes on', async () => {
  const cwd = starterEdition();
  edit(cwd, 'stakeholders.csv', 'm.tan@example.org', '"|m.tan@example.org"');
  for (const command of ['check', 'mail plan', 'mail approve --by A']) {
    const [first = '', second = '', ...rest] = command.split(' ');
    const args = first === 'mail' ? [first, second, 'forum-x', ...rest] : [first, 'forum-x'];
    const { code, stderr } = await wsisLetters(args, { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /stakeholders\.csv:\d+:\d+: error\[unusual-address\]: "\|m\.tan@example\.org" is an unusual address: it holds "\|"/,
    );
  }
});

test('an edition that is not mailed prints its letters', () => {
  const cwd = starterEdition();
  edit(cwd, 'stakeholders.csv', 'm.tan@example.org', '-m.tan@example.org');
  edit(cwd, 'edition.yaml', MAIL, '');
  expect(problemsOf(cwd)).toEqual([]);
});
