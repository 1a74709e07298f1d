/** The stream of events, however the network cuts it. */
import { expect, test } from 'vitest';
import { readEvents } from '../../../src/preview/page/events.ts';

const TEXT = [
  ': \n\n',
  'data: {"type":"changed","files":["منتدى.yaml"]}\n\n',
  ': \n\n',
  'data: {"type":"checked","revision":2}\n\n',
  'data: {"type":"cut off',
].join('');

test.each([1, 2, 7, 1000])('in pieces of %d bytes', async (size) => {
  const bytes = Buffer.from(TEXT);
  const pieces = Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, index) => new Uint8Array(bytes.subarray(index * size, (index + 1) * size)),
  );
  const events: unknown[] = [];
  await readEvents(new Blob(pieces).stream(), (event) => events.push(event));
  await readEvents(ReadableStream.from(pieces), (event) => events.push(event));
  const expected = [
    { type: 'changed', files: ['منتدى.yaml'] },
    { type: 'checked', revision: 2 },
  ];
  expect(events).toEqual([...expected, ...expected]);
});
