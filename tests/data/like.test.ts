/** `like`: a letter takes over the keys of an earlier one. */
import { expect, test } from 'vitest';
import { baseEdition, loadClean, patch, problemsOf } from './editions.ts';

/** The edition with a second letter, whose keys are these. */
function withLetter(keys: readonly string[]): string {
  const folder = baseEdition();
  const letter = [
    '  - id: second',
    ...keys.map((key) => `    ${key}`),
    'lists: [stakeholders.csv]',
  ];
  patch(folder, 'edition.yaml', 'lists: [stakeholders.csv]', letter.join('\n'));
  return folder;
}

test('it takes what it does not set itself, but for the id', () => {
  const { letters } = loadClean(
    withLetter(['like: invitation', 'date: 2026-05-01', 'forms: [circular]']),
  );
  const [first, second] = letters;
  expect(second?.id.value).toBe('second');
  expect(second?.date.value).toEqual({ year: 2026, month: 5, day: 1 });
  expect(second?.forms).toEqual(['circular']);
  expect(second?.kind).toEqual(first?.kind);
  expect(second?.signatories).toEqual(first?.signatories);
  expect(second?.links).toEqual(first?.links);
});

test('a chain of letters takes from each', () => {
  const folder = withLetter(['like: invitation', 'draft: true']);
  patch(
    folder,
    'edition.yaml',
    'lists: [',
    '  - {id: third, like: second, confidential: true}\nlists: [',
  );
  const third = loadClean(folder).letters[2];
  expect([third?.draft, third?.confidential, third?.kind.value]).toEqual([
    true,
    true,
    'forum-invitation',
  ]);
});

test.each([
  ['an unknown letter', 'like: invitatoin', 'unknown-letter edition.yaml:53:11'],
  ['itself', 'like: second', 'unknown-letter edition.yaml:53:11'],
  ['nothing', 'like:', 'unknown-letter edition.yaml:53:5'],
])('%s is an error', (_, key, expected) => {
  expect(problemsOf(withLetter([key]))).toContain(expected);
});

test('what is wrong with a key is told once, where it stands', () => {
  const folder = withLetter(['like: invitation']);
  patch(folder, 'edition.yaml', 'mark: original-signed', 'mark: originally-signed');
  expect(problemsOf(folder)).toEqual(['unknown-mark edition.yaml:51:11']);
});

test.each([
  ['one language', ['languages: [en]'], 'bad-layout edition.yaml:55:17'],
  ['three languages', ['languages: [ar, en, fr]'], 'bad-layout edition.yaml:55:25'],
])('two languages side by side are not %s', (_, keys, expected) => {
  const folder = withLetter(['like: invitation', 'layout: bilingual', ...keys]);
  expect(problemsOf(folder)).toEqual([expected]);
});

test('an unknown layout is an error', () => {
  expect(problemsOf(withLetter(['like: invitation', 'layout: parallel']))).toEqual([
    'unknown-layout edition.yaml:54:13',
  ]);
});
