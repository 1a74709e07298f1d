import { expect, test } from 'vitest';
import { wsisLetters } from '../support/cli.ts';

test.each([[['mail', 'plan']], [['mail', 'send']], [['mail']], [['render']], [[]]])(
  '`help %j` is what --help prints',
  async (names) => {
    const asked = await wsisLetters(['help', ...names]);
    const usual = await wsisLetters([...names, '--help']);
    expect(asked).toEqual({ code: 0, stdout: usual.stdout, stderr: '' });
    expect(usual.stdout).toContain(`Usage: ${['wsis-letters', ...names].join(' ')} [`);
  },
);

test('`mail help plan` is the help of `mail plan`', async () => {
  const { code, stdout } = await wsisLetters(['mail', 'help', 'plan']);
  expect([code, stdout.split('\n')[0]]).toEqual([
    0,
    'Usage: wsis-letters mail plan [options] [edition]',
  ]);
});

test.each([[['nonsense']], [['mail', 'nonsense']]])('`help %j` is wrong usage', async (names) => {
  const { code, stderr } = await wsisLetters(['help', ...names]);
  expect([code, stderr.split('\n')[0]]).toEqual([2, "error: unknown command 'nonsense'"]);
});
