import { expect, test } from 'vitest';
import { type MessageEvent, nextState } from '../../src/mail/ledger/states.ts';
import { MESSAGE_STATES, type MessageState } from '../../src/mail/model.ts';

const EVENTS: readonly MessageEvent[] = [
  'approve',
  'claim',
  'gate',
  'accept',
  'defer',
  'reject',
  'lose',
  'refuse',
  'mismatch',
  'repeat',
  'withhold',
  'hold',
  'doubt',
  'delivered',
  'resend',
  'bounced',
  'delayed',
];

/** The design's table, one line a state: each event in the order above, `·` where it cannot happen. */
const TABLE = `
queued     queued sending · accepted · · · · · · · held unknown · · · ·
sending    · · committing · deferred rejected queued queued held held · · unknown · · · ·
committing · · · accepted deferred rejected unknown unknown · · queued · unknown · · · ·
deferred   queued sending · · · · · · · · · held unknown · · · ·
accepted   · · · · · · · · · · · · · · · bounced delayed
rejected   queued · · · · · · · · · · · unknown · queued · ·
unknown    · · · accepted · · · · · · · · · accepted queued bounced delayed
held       queued · · · · · · · · · · · unknown · queued · ·
bounced    · · · · · · · · · · · · · accepted queued bounced ·
delayed    · · · · · · · · · · · · · · · bounced delayed
`;

const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
  .map(([state, ...next]) => [state as MessageState, next] as const);

test.each(rows)('from %s', (state, next) => {
  expect(EVENTS.map((event) => nextState(state, event) ?? '·')).toEqual(next);
});

test('every state is in the table', () => {
  expect(rows.map(([state]) => state).sort()).toEqual([...MESSAGE_STATES].sort());
});

test('nothing but a claim leads to a message being sent, and nothing but a queue to a claim', () => {
  const into = (goal: MessageState): string[] =>
    MESSAGE_STATES.flatMap((state) =>
      EVENTS.filter((event) => nextState(state, event) === goal).map(
        (event) => `${state} ${event}`,
      ),
    );
  expect(into('committing')).toEqual(['sending gate']);
  expect(into('sending')).toEqual(['queued claim', 'deferred claim']);
});
