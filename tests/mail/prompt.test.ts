import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { passwordPrompt } from '../../src/mail/delivery/prompt.ts';

function terminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const ask = passwordPrompt(
    input as unknown as NodeJS.ReadStream,
    output as unknown as NodeJS.WriteStream,
  );
  return { input, output, ask };
}

test('asks without showing what is typed', async () => {
  const { input, output, ask } = terminal(true);
  const answer = ask?.('Password of u: ');
  input.write('rigx\u007fht\r');
  expect(await answer).toBe('right');
  expect(output.read()).toBe('Password of u: \n');
});

test('asks nobody where there is no terminal', () => {
  expect(terminal(false).ask).toBeUndefined();
});
