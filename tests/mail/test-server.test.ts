import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../../src/mail/delivery/test-server.ts';
import { deskWith } from './support/desk.ts';

async function startServer() {
  const server = await startTestServer({ smtpPort: 0, inboxPort: 0 });
  onTestFinished(() => server.close());
  const get = (path: string): Promise<string> =>
    fetch(`http://127.0.0.1:${server.inboxPort}${path}`).then((answer) => answer.text());
  return { server, get };
}

test('takes letters in, shows them, and sends none on', async () => {
  const { server, get } = await startServer();
  const desk = await deskWith(['a@x.test', 'b@y.test'], { size: 40_000 });
  const signIn = { method: 'password', user: 'u', password: 'any' } as const;
  expect(await desk.send(server.smtpPort, { transport: { signIn } })).toMatchObject({
    accepted: 2,
  });
  expect(server.messages.map(({ to }) => to)).toEqual(['a@x.test', 'b@y.test']);
  expect(await get('/')).toMatch(/b@y\.test.*a@x\.test/);
  expect(await get('/')).toContain('<a href="/1" dir="auto">دعوة</a>');
  expect(await get('/2')).toContain('<bdi>b@y.test</bdi>');
  expect(await get('/2/eml')).toBe(server.messages[1]?.raw.toString());
  expect(await get('/3')).toBe('There is no such letter.\n');
  expect(await get('/__proto__')).toBe('There is no such letter.\n');
});

test('does what addresses ask for', async () => {
  const { server } = await startServer();
  const addresses = ['a@x.test', 'a+reject@x.test', 'a+defer@x.test', 'a+drop@x.test'];
  const desk = await deskWith(addresses);
  await desk.send(server.smtpPort);
  const states = ['accepted', 'rejected', 'deferred', 'unknown'];
  expect(await desk.states()).toEqual(
    Object.fromEntries(addresses.map((address, index) => [address, states[index]])),
  );
});

test('does not answer under a name that a stranger gave to this machine', async () => {
  const { server } = await startServer();
  const status = await new Promise((resolve) => {
    const options = { port: server.inboxPort, host: '127.0.0.1', headers: { host: 'evil.test' } };
    request(options, ({ statusCode }) => resolve(statusCode)).end();
  });
  expect(status).toBe(404);
});
