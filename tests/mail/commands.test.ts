import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockRun } from '../../src/mail/ledger/lock.ts';
import { BIN, type Ended, wsisLetters } from '../support/cli.ts';
import { edit, starterEdition } from '../support/edition.ts';
import { HEADER } from './support/office.ts';
import { environmentFor, type Fault, type Peer, startPeer } from './support/peer.ts';

/** The commands as a user types them, in a folder with one edition, and a server that does as it is told. */
interface Desk {
  readonly outer: string;
  readonly edition: string;
  readonly peer: Peer;
  mail(...args: readonly string[]): Promise<Ended>;
  /** Approves and gives the hash. */
  approve(...args: readonly string[]): Promise<string>;
  send(...args: readonly string[]): Promise<Ended>;
  rows(...rows: readonly string[]): void;
  /** What tells the commands where server and state are. */
  readonly environment: Readonly<Record<string, string>>;
}

const ANN = 'ann,government,en,Ann Lee,female,minister,ann@a.example,';
const BEN = 'ben,civil-society,en,Ben Roe,male,none,ben@b.example,';
const EVE = 'eve,private-sector,ar,إيفا,female,none,eve@e.example,';

async function desk(faultOf?: (to: string) => Fault | undefined): Promise<Desk> {
  const outer = starterEdition();
  const edition = join(outer, 'forum-x');
  const peer = await startPeer(faultOf);
  const env = environmentFor(peer, join(outer, 'state'));
  const mail = (...args: readonly string[]) =>
    wsisLetters(['mail', ...args], { cwd: edition, env });
  const approve = async (...args: readonly string[]) => {
    const { stdout, stderr } = await mail('approve', '--by', 'A. Tester', '--json', ...args);
    const hash: unknown = stdout === '' ? null : JSON.parse(stdout).approval;
    if (typeof hash !== 'string') throw new Error(stderr);
    return hash;
  };
  const rows: Desk['rows'] = (...lines) =>
    writeFileSync(join(edition, 'stakeholders.csv'), [HEADER, ...lines, ''].join('\n'));
  rows(ANN, BEN, EVE);
  return {
    outer,
    edition,
    peer,
    mail,
    approve,
    send: async (...args) => mail('send', '--approval', await approve(), '--no-wait', ...args),
    rows,
    environment: env,
  };
}

function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('from the list to the report', () => {
  test('every letter arrives once, and the report says so', async () => {
    const { mail, approve, peer, edition } = await desk();
    const plan = await mail('plan');
    expect(plan).toMatchObject({ code: 0, stderr: '' });
    expect(plan.stdout).toBe(
      [
        'invitation/ann/en/to  personal  ann@a.example  Ann Lee',
        'invitation/ben/en/to  personal  ben@b.example  Ben Roe',
        'invitation/eve/ar/to  personal  eve@e.example  إيفا',
        '3 messages: 0 blocked, 0 known to the ledger',
        'Nothing was sent.',
        '',
      ].join('\n'),
    );
    expect(existsSync(join(edition, '.wsis'))).toBe(false);
    const hash = await approve();
    const sent = await mail('send', '--approval', hash);
    expect(sent).toMatchObject({ code: 0, stdout: '3 accepted\n', stderr: '' });
    expect(peer.delivered.map(({ to }) => to).sort()).toEqual([
      'ann@a.example',
      'ben@b.example',
      'eve@e.example',
    ]);
    const again = await mail('send', '--approval', hash);
    expect(again).toMatchObject({ code: 0, stdout: '3 accepted\n' });
    expect(peer.delivered.length).toBe(3);
    const status = await mail('status', '--report');
    expect(status.code).toBe(0);
    expect(status.stdout).toMatch(/^ {5}3 accepted\n3 messages; history whole, \d+ events\n/);
    expect(readFileSync(join(edition, 'out', 'mail-report.html'), 'utf8')).toContain(
      'ann@<wbr>a.<wbr>example',
    );
    expect(readFileSync(join(edition, 'out', 'mail-report.csv'), 'utf8')).toContain('A. Tester');
  });

  test('approval prints count, domains, samples and the hash', async () => {
    const { mail } = await desk();
    const { code, stdout } = await mail('approve', '--by', 'A. Tester');
    expect(code).toBe(0);
    expect(stdout).toContain(
      '3 messages (en 2, ar 1)\nto 3 domains: a.example 1, b.example 1, e.example 1\n',
    );
    expect(stdout).toContain('  ann (to) ann@a.example: ');
    expect(stdout).toMatch(/Send them: wsis-letters mail send \. --approval [0-9a-f]{64}\n$/);
  });

  test('--json gives one object a line, everywhere', async () => {
    const { mail, approve } = await desk();
    expect(jsonLines((await mail('plan', '--json')).stdout)[0]).toMatchObject({
      id: 'invitation/ann/en/to',
      form: 'personal',
      envelope: 'ann@a.example',
      state: null,
      blocks: [],
    });
    const hash = await approve();
    const lines = jsonLines((await mail('send', '--approval', hash, '--json')).stdout);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatchObject({ report: { accepted: 3, resumable: false } });
    expect(jsonLines((await mail('status', '--json', '--state', 'accepted')).stdout)).toHaveLength(
      3,
    );
    expect((await mail('status', '--json', '--state', 'rejected')).stdout).toBe('');
    expect((await mail('status', '--csv')).stdout).toMatch(/^\ufeff"Letter","Recipient"/);
  });
});

describe('on a terminal', () => {
  /** Runs `mail send` on a terminal of its own and types an answer when it is asked. */
  async function typed({ approve, edition, environment }: Desk, answer: string): Promise<Ended> {
    const hash = await approve();
    const command = `"${process.execPath}" "${BIN}" mail send --approval ${hash}`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: edition,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let stdout = '';
    let asked = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (asked || !stdout.includes('to send them')) return;
      asked = true;
      child.stdin.write(`${answer}\r`);
    });
    const [code] = await once(child, 'close');
    return { code, stdout, stderr: '' };
  }

  test('the count must be typed, after count, domains and samples were shown', async () => {
    const place = await desk();
    const { code, stdout } = await typed(place, '3');
    expect(stdout).toContain('3 messages (en 2, ar 1)');
    expect(stdout).toContain('to 3 domains: a.example 1, b.example 1, e.example 1');
    expect(stdout).toContain('eve (to) eve@e.example: ');
    expect(code).toBe(0);
    expect(place.peer.delivered.length).toBe(3);
  });

  test.each(['yes', '2', ''])('"%s" sends nothing', async (answer) => {
    const place = await desk();
    const { code, stdout } = await typed(place, answer);
    expect(stdout).toContain('Nothing was sent.');
    expect(code).toBe(1);
    expect(place.peer.connections()).toBe(0);
  });
});

describe('nothing is sent', () => {
  test('without an approval: the plan, and exit code 2', async () => {
    const { mail, peer } = await desk();
    const ended = await mail('send');
    expect(ended.code).toBe(2);
    expect(ended.stdout).toContain('3 messages: 0 blocked');
    expect(ended.stderr).toContain('--approval HASH');
    expect(peer.connections()).toBe(0);
  });

  test('under a hash that was not given', async () => {
    const { mail, approve, peer } = await desk();
    await approve();
    const ended = await mail('send', '--approval', '0'.repeat(64));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('error[unknown-approval]');
    expect(peer.connections()).toBe(0);
  });

  test('when the edition has changed since: the difference is printed', async () => {
    const { mail, approve, rows, peer } = await desk();
    const hash = await approve();
    rows(ANN.replace('ann@a', 'ann@x'), BEN);
    const ended = await mail('send', '--approval', hash);
    expect(ended.code).toBe(1);
    expect(ended.stdout.split('\n')).toContain(
      'invitation/ann/en/to: address: "ann@a.example" → "ann@x.example"',
    );
    expect(ended.stdout).toContain('invitation/eve/ar/to: left out: "eve@e.example" → "nobody"');
    expect(ended.stderr).toContain('error[edition-changed]');
    expect(peer.connections()).toBe(0);
  });

  test('when a letter says something else since: once for all that say it, in words', async () => {
    const { mail, approve, outer, peer } = await desk();
    const hash = await approve();
    edit(outer, 'edition.yaml', 'proposals: 2027-03-31', 'proposals: 2027-03-30');
    const ended = await mail('send', '--approval', hash);
    expect(ended.code).toBe(1);
    const [title, before, now] = ended.stdout.split('\n');
    expect(title).toBe('invitation/ann/en/to, invitation/ben/en/to: text of the letter:');
    expect(before).toMatch(/^ {2}- .*31 March 2027/);
    expect(now).toMatch(/^ {2}\+ .*30 March 2027/);
    expect(ended.stderr).toContain('(3 differences); nothing was sent');
    const json = jsonLines((await mail('send', '--approval', hash, '--json')).stdout);
    expect(json).toMatchObject([
      { change: { id: 'invitation/ann/en/to', what: 'text of the letter' } },
      { change: { id: 'invitation/ben/en/to' } },
      { change: { id: 'invitation/eve/ar/to' } },
    ]);
    expect(peer.connections()).toBe(0);
  });

  test('while the data has an error or a message is blocked; the rest may go with --skip-blocked', async () => {
    const { mail, rows, edition } = await desk();
    rows(ANN, BEN.replace('ben@b.example', ''));
    const refused = await mail('approve', '--by', 'A');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/stakeholders\.csv:3:1: error\[missing-email\]/);
    expect(existsSync(join(edition, '.wsis'))).toBe(false);
    const taken = await mail('approve', '--by', 'A', '--skip-blocked', '--json');
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.stdout).messages).toBe(1);
    expect((await mail('plan')).code).toBe(1);
  });

  test('to real recipients with --test-to; and nothing is marked', async () => {
    const { mail, approve, peer } = await desk();
    const hash = await approve();
    const ended = await mail(
      'send',
      '--approval',
      hash,
      '--test-to',
      'me@x.example',
      '--limit',
      '2',
    );
    expect(ended.code).toBe(0);
    expect(peer.delivered.map(({ to }) => to)).toEqual(['me@x.example', 'me@x.example']);
    expect((await mail('status')).stdout).toMatch(/^ {5}3 queued\n/);
  });

  test('to an unusual address with --test-to, unless the edition names it', async () => {
    const { mail, approve, peer } = await desk();
    const hash = await approve();
    const ended = await mail('send', '--approval', hash, '--test-to', '|me@x.example');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^error\[unusual-address\]: "\|me@x\.example" .*\nhint: /);
    expect(peer.delivered).toEqual([]);
  });
});

describe('a mailbox that has had the letter', () => {
  const ID = 'invitation/lee/en/to';

  test('is blocked whatever the row is called, until somebody says so', async () => {
    const { send, mail, rows, peer } = await desk();
    expect((await send()).code).toBe(0);
    rows(ANN.replace('ann,', 'lee,'), BEN, EVE);
    const plan = await mail('plan');
    expect(plan.code).toBe(1);
    expect(plan.stdout).toMatch(
      /blocked: ann@a\.example has had the letter "invitation" as invitation\/ann\/en\/to \(accepted 20\d\d-/,
    );
    expect(plan.stdout).toContain('invitation/ben/en/to  personal  ben@b.example [accepted]');
    const refused = await mail('approve', '--by', 'A');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /stakeholders\.csv:2:\d+: error\[already-sent\][\s\S]*--again invitation\/lee\/en\/to --reason/,
    );
    const skipped = await mail('approve', '--by', 'A', '--skip-blocked');
    expect([skipped.code, skipped.stdout.endsWith('There is nothing to approve.\n')]).toEqual([
      0,
      true,
    ]);
    const again = ['--again', ID, '--reason', 'she lost it'];
    const approved = await mail('approve', '--by', 'A', '--json', ...again);
    const { approval } = JSON.parse(approved.stdout);
    expect((await mail('send', '--approval', approval)).code).toBe(0);
    expect(peer.delivered.filter(({ to }) => to === 'ann@a.example').length).toBe(2);
  });

  test.each([[['--again', ID]], [['--reason', 'x']], [['--again', ID, '--reason', ' ']]])(
    '2: wrong usage %j',
    async (args) => {
      const ended = await (await desk()).mail('approve', '--by', 'A', ...args);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('error[missing-reason]');
    },
  );

  test('1: what there is nothing to repeat of', async () => {
    const { mail, edition } = await desk();
    const ended = await mail('approve', '--by', 'A', '--again', ID, '--reason', 'x');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('error[nothing-to-repeat]');
    expect(existsSync(join(edition, '.wsis'))).toBe(false);
  });
});

describe('exit codes', () => {
  test('3: finished with rejected, unknown or held letters; each is named', async () => {
    const { send, mail } = await desk((to) => {
      if (to === 'ann@a.example') return { at: 'rcpt', trouble: 550 };
      return to === 'ben@b.example' ? { at: 'dot', trouble: 'drop' } : undefined;
    });
    const ended = await send();
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain('invitation/ann/en/to  rejected: 550');
    expect(ended.stdout).toMatch(/invitation\/ben\/en\/to {2}unknown/);
    const list = await mail('status', '--state', 'rejected,unknown');
    expect(list.stdout).toContain('invitation/ann/en/to  ann@a.example  rejected: 550');
  });

  test('4: stopped, and the same command goes on', async () => {
    const { send, approve, mail, peer } = await desk();
    expect((await send('--limit', '1')).code).toBe(4);
    expect(peer.delivered.length).toBe(1);
    expect((await mail('send', '--approval', await approve())).code).toBe(0);
    expect(peer.delivered.length).toBe(3);
  });

  test('4, too, when a frozen message was tampered with: it is held, and the run stops', async () => {
    const { mail, approve, edition, peer } = await desk();
    const hash = await approve();
    const outbox = join(edition, '.wsis', 'outbox');
    for (const name of readdirSync(outbox))
      if (name.includes('.ann.')) appendFileSync(join(outbox, name), 'x');
    const ended = await mail('send', '--approval', hash);
    expect(ended.code).toBe(4);
    expect(ended.stdout).toContain('invitation/ann/en/to  held');
    expect(peer.delivered.map(({ to }) => to)).not.toContain('ann@a.example');
  });

  test('5: another run holds the lock', async () => {
    const { mail, approve, edition, peer } = await desk();
    const hash = await approve();
    const unlock = lockRun(join(edition, '.wsis', 'ledger.lock'));
    const ended = await mail('send', '--approval', hash);
    unlock();
    expect(ended.code).toBe(5);
    expect(ended.stderr).toContain('error[ledger-locked]');
    expect(peer.delivered.length).toBe(0);
  });

  test('130: interrupted; what is in flight is finished', async () => {
    const { approve, edition, environment, peer } = await desk((to) =>
      to === '' ? undefined : { at: 'dot', trouble: 'slow' },
    );
    const hash = await approve();
    const child = spawn(process.execPath, [BIN, 'mail', 'send', '--approval', hash, '--json'], {
      cwd: edition,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(peer.delivered.length).toBeGreaterThan(0);
  });

  test.each([
    [['approve']],
    [['approve', '--by', 'A', '--letter', 'nonsense']],
    [['status', '--state', 'lost']],
    [['send', '--limit', '0']],
    [['resolve', 'x', '--reason', 'r']],
    [['resolve', 'x', '--reason', 'r', '--delivered', '--resend']],
    [['resolve', 'x', '--reason', ' ', '--delivered']],
    [['bounces', 'nowhere.eml']],
  ])('2: wrong usage %j', async (args) => {
    expect((await (await desk()).mail(...args)).code).toBe(2);
  });

  test.each([
    [['status'], 'no-ledger'],
    [['status', 'nowhere'], 'missing-edition'],
    [['plan', 'nowhere'], 'missing-edition'],
  ])('1: %j', async (args, code) => {
    const ended = await (await desk()).mail(...args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`error[${code}]`);
  });
});

describe('a person settles', () => {
  const toBen = (to: string): Fault | undefined =>
    to === 'ben@b.example' ? { at: 'dot', trouble: 'drop', times: 1 } : undefined;
  const ID = 'invitation/ben/en/to';

  test('what is unknown as delivered, with a reason that is kept', async () => {
    const { send, mail } = await desk(toBen);
    expect((await send()).code).toBe(3);
    const settled = await mail(
      'resolve',
      ID,
      '--delivered',
      '--reason',
      'he has called',
      '--by',
      'A. Clerk',
      '--json',
    );
    expect(JSON.parse(settled.stdout)).toEqual({
      id: ID,
      state: 'accepted',
      by: 'A. Clerk',
      reason: 'he has called',
    });
    expect((await mail('status')).stdout).toMatch(/^ {5}3 accepted\n/);
  });

  test('what is unknown as not delivered: it is sent again, once', async () => {
    const { send, approve, mail, peer } = await desk(toBen);
    expect((await send()).code).toBe(3);
    expect((await mail('resolve', '.', ID, '--resend', '--reason', 'not there')).code).toBe(0);
    const hash = JSON.parse((await mail('status', '--json', '--state', 'queued')).stdout).approval;
    expect((await mail('send', '--approval', hash)).code).toBe(0);
    expect(peer.delivered.filter(({ to }) => to === 'ben@b.example').length).toBe(1);
    await expect(approve()).rejects.toThrow();
  });

  test('a letter that must wait is held', async () => {
    const { approve, mail, peer } = await desk();
    const hash = await approve();
    expect((await mail('resolve', ID, '--hold', '--reason', 'wrong name')).code).toBe(0);
    expect((await mail('send', '--approval', hash)).code).toBe(3);
    expect(peer.delivered.map(({ to }) => to).sort()).toEqual(['ann@a.example', 'eve@e.example']);
  });

  test('not what is none of their business', async () => {
    const { approve, mail } = await desk();
    await approve();
    const unknown = await mail('resolve', 'x/y/en/to', '--delivered', '--reason', 'r');
    expect([unknown.code, unknown.stderr.includes('error[unknown-message]')]).toEqual([1, true]);
    const queued = await mail('resolve', ID, '--delivered', '--reason', 'r');
    expect([queued.code, queued.stderr.includes('error[wrong-state]')]).toEqual([1, true]);
  });
});

describe('the doctor', () => {
  test('finds nothing wrong with a test server, and says what it did not look at', async () => {
    const { mail } = await desk();
    const ended = await mail('doctor');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const findings = ended.stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2));
    expect(findings).toEqual([
      ['ok', 'connection'],
      ['skipped', 'tls'],
      ['skipped', 'sign-in'],
      [expect.stringMatching(/ok|warning/), 'extensions'],
      ['skipped', 'dns'],
      [''],
    ]);
  });

  test('without settings, names the test server', async () => {
    const { edition } = await desk();
    const ended = await wsisLetters(['mail', 'doctor'], {
      cwd: edition,
      env: { WSIS_SMTP_HOST: '' },
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/error\[missing-server\][\s\S]*`wsis-letters mail test-server`/);
  });
});

test('reports of failure are read from a folder', async () => {
  const { send, mail, outer, edition } = await desk();
  expect((await send()).code).toBe(0);
  const inbox = join(outer, 'inbox');
  mkdirSync(inbox);
  const [{ messageId }] = jsonLines((await mail('status', '--json')).stdout) as [
    { messageId: string },
  ];
  const report = [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Original-Envelope-Id: ${messageId.slice(1, -1)}`,
    '',
    'Final-Recipient: rfc822; ann@a.example',
    'Action: failed',
    'Status: 5.1.1',
    '--b--',
  ];
  writeFileSync(join(inbox, '1.eml'), report.join('\r\n'));
  writeFileSync(join(inbox, '2.eml'), 'Subject: hello\r\n\r\nhello');
  const ended = await mail('bounces', edition, inbox, '--json');
  expect(ended.code).toBe(0);
  expect(jsonLines(ended.stdout)).toMatchObject([
    { outcome: 'recorded', id: 'invitation/ann/en/to', kind: 'bounced', status: '5.1.1' },
    { outcome: 'no-report' },
  ]);
  expect((await mail('bounces', inbox)).stdout).toContain('2 files: 1 known, 1 no-report');
  expect((await mail('status')).stdout).toContain('     1 bounced\n');
});

describe('settings', () => {
  test('a password in the edition is an error, and is not printed', async () => {
    const { mail, outer } = await desk();
    edit(
      outer,
      'edition.yaml',
      'mail:\n',
      'mail:\n  password: Tr0ub4dor\n  host: mail.example.org\n',
    );
    const { code, stdout, stderr } = await mail('plan');
    expect(code).toBe(1);
    expect(stderr).toMatch(/edition\.yaml:\d+:3: error\[secret-in-edition\]/);
    expect(stderr).toMatch(/edition\.yaml:\d+:3: error\[server-in-edition\]/);
    expect(stdout + stderr).not.toContain('Tr0ub4dor');
  });

  test.each([
    ['an address that is none', 'address: forum@example.org', 'address: forum', 'bad-email'],
    ['an unknown key', 'mail:\n', 'mail:\n  form: x\n', 'unknown-key'],
    ['an unknown preset', 'mail:\n', 'mail:\n  preset: gmail\n', 'unknown-preset'],
    [
      'an unknown zone',
      'mail:\n',
      'mail:\n  limits: {quiet-hours: {from: "22:00", until: "06:00", zone: Mars/Base}}\n',
      'unknown-zone',
    ],
    [
      'a time that is none',
      'mail:\n',
      'mail:\n  limits: {quiet-hours: {from: "25:00", until: "06:00", zone: UTC}}\n',
      'bad-time',
    ],
    ['too many connections', 'mail:\n', 'mail:\n  limits: {connections: 200}\n', 'bad-number'],
    [
      'a server in a URL with a password',
      'mail:\n',
      'mail:\n  relay: smtps://u:p@mail.example.org\n',
      'secret-in-edition',
    ],
  ])('%s', async (_name, from, to, code) => {
    const { mail, outer } = await desk();
    edit(outer, 'edition.yaml', from, to);
    const ended = await mail('plan');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`error[${code}]`);
  });

  test('an edition without a sender can be planned, not approved', async () => {
    const { mail, outer, edition } = await desk();
    const path = join(edition, 'edition.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\nmail:[\s\S]*$/, '\n'));
    const plan = await mail('plan');
    expect([plan.code, plan.stderr.includes('warning[missing-sender]')]).toEqual([0, true]);
    const approve = await mail('approve', '--by', 'A');
    expect([approve.code, approve.stderr.includes('error[missing-key]')]).toEqual([1, true]);
    expect(existsSync(join(outer, 'forum-x', '.wsis'))).toBe(false);
  });

  test('signing needs a key that nobody else can read', async () => {
    const { mail, outer } = await desk();
    edit(outer, 'edition.yaml', 'mail:\n', 'mail:\n  dkim: {domain: example.org, selector: s1}\n');
    const ended = await mail('approve', '--by', 'A');
    expect([ended.code, ended.stderr.includes('error[missing-dkim-key]')]).toEqual([1, true]);
  });
});

test('the test server says how to reach it, and ends at Ctrl-C', async () => {
  const child = spawn(
    process.execPath,
    [BIN, 'mail', 'test-server', '--smtp-port', '0', '--inbox-port', '0', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const { host, smtpPort, inbox } = JSON.parse(String(line));
  expect(host).toBe('127.0.0.1');
  expect(smtpPort).toBeGreaterThan(0);
  expect((await fetch(inbox)).status).toBe(200);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
