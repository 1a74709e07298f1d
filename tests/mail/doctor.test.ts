import { describe, expect, test } from 'vitest';
import { type Dns, examine, type Finding } from '../../src/mail/delivery/doctor.ts';
import type { TransportSettings } from '../../src/mail/model.ts';
import { startPeer } from './support/peer.ts';

type Records = Readonly<Record<string, readonly string[]>>;

/** A name that is not listed does not exist; `!` fails as a server out of reach does. */
function dnsOf(records: Records): Dns {
  const find = async (name: string): Promise<readonly string[]> => {
    const found = records[name];
    if (found === undefined) throw Object.assign(new Error(), { code: 'ENOTFOUND' });
    if (found[0] === '!') throw Object.assign(new Error(), { code: 'ETIMEOUT' });
    return found;
  };
  return {
    resolveTxt: async (name) => (await find(name)).map((text) => [text.slice(0, 5), text.slice(5)]),
    resolveMx: async (name) => (await find(`mx ${name}`)).map((exchange) => ({ exchange })),
  };
}

async function diagnose(
  transport: Partial<TransportSettings>,
  records: Records,
  dkimSelector?: string,
): Promise<Record<string, string>> {
  const findings = await examine({
    transport: { host: '127.0.0.1', port: 1, security: 'starttls', testServer: true, ...transport },
    from: 'office@mail.itu.test',
    dns: dnsOf(records),
    ...(dkimSelector !== undefined && { dkimSelector }),
  });
  return Object.fromEntries(findings.map(({ about, status }: Finding) => [about, status]));
}

describe('the server', () => {
  const signIn = { method: 'password', user: 'u', password: 'right' } as const;

  test.each([
    [signIn, {}, { connection: 'ok', tls: 'ok', 'sign-in': 'ok', extensions: 'ok' }],
    [undefined, {}, { tls: 'ok', 'sign-in': 'skipped', dns: 'skipped' }],
    [signIn, { hideSMTPUTF8: true }, { extensions: 'warning' }],
    [{ ...signIn, password: 'wrong' }, {}, { 'sign-in': 'error' }],
    [signIn, { disabledCommands: ['STARTTLS'] }, { tls: 'error' }],
  ])('%j, %j', async (identity, options, expected) => {
    const { port } = await startPeer(undefined, options);
    expect(await diagnose({ port, ...(identity && { signIn: identity }) }, {})).toMatchObject(
      expected,
    );
  });

  test('one that is not there, and one with a certificate nobody vouches for', async () => {
    expect(await diagnose({ port: 1 }, {})).toMatchObject({ connection: 'error' });
    const { port } = await startPeer();
    expect(await diagnose({ port, testServer: false }, {})).toMatchObject({ tls: 'error' });
  });
});

describe("the sender's domain", () => {
  const domain = 'mail.itu.test';
  const dmarc = { '_dmarc.itu.test': ['v=DMARC1; p=reject'] };

  test.each([
    [{}, { mx: 'error', spf: 'warning', dkim: 'unseen', dmarc: 'warning' }],
    [
      { [`mx ${domain}`]: ['mx.itu.test'], ...dmarc },
      { mx: 'ok', dmarc: 'ok' },
    ],
    [{ [domain]: ['v=spf1 mx -all', 'other'] }, { spf: 'ok' }],
    [{ [domain]: ['v=spf1 mx -all', 'v=spf1 -all'] }, { spf: 'warning' }],
    [{ [domain]: ['v=spf1 +all'] }, { spf: 'warning' }],
    [{ [domain]: ['v=spf10 mx'] }, { spf: 'warning' }],
    [
      { [domain]: ['!'], [`mx ${domain}`]: ['!'] },
      { spf: 'unseen', mx: 'unseen' },
    ],
  ])('%j', async (records, expected) => {
    expect(await diagnose({ testServer: false }, records)).toMatchObject(expected);
  });

  test.each([
    ['v=DKIM1; k=rsa; p=MIIB', 'ok'],
    ['v=DKIM1; p=', 'warning'],
    ['nothing', 'warning'],
  ])('the DKIM record %j', async (record, expected) => {
    const records = { [`s1._domainkey.${domain}`]: [record] };
    expect(await diagnose({ testServer: false }, records, 's1')).toMatchObject({ dkim: expected });
  });
});
