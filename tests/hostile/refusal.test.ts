/** What becomes of a letter that asks for too much only when it is made. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { PDF } from '../../src/app/render/renderer.ts';
import { type Result, writeLetters } from '../../src/app/render/write-letters.ts';
import { LetterTooLarge, WorkLimit } from '../../src/pdf/work-limit.ts';
import { sampleLetter } from '../pdf/sample.ts';

afterEach(() => vi.restoreAllMocks());

test('it fails alone, and is no fault of the tool', async () => {
  vi.spyOn(WorkLimit.prototype, 'assertInTime').mockImplementationOnce(() => {
    throw new LetterTooLarge('it takes more than 120 seconds');
  });
  const folder = mkdtempSync(join(tmpdir(), 'refusal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const letters = [sampleLetter('en'), sampleLetter('ar')];
  const { signal } = new AbortController();
  const results: Result[] = [];
  const written = writeLetters(letters, { folder, force: true, signal, renderer: PDF });
  for await (const result of written) results.push(result);
  expect(results.map(({ status }) => status)).toEqual(['failed', 'rendered']);
  expect(results[0]).not.toHaveProperty('fault');
  expect(results[0]?.problem).toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/^cannot render .* it takes more than 120 seconds$/),
    hint: 'make its texts shorter, or its pictures simpler',
  });
});
