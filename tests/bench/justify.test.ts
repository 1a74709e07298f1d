/**
 * `npm run bench:justify`: by how much the spaces of justified lines are widened in the letters of the
 * examples, breaking lines greedily, by total fit, and with kashidas as well.
 */
import { afterAll, expect, test } from 'vitest';
import type { Justification, Letter } from '../../src/model.ts';
import { asSet, type Breaker, greedily, widenings } from '../kashida/justified.ts';
import { EDITIONS, exampleLetters } from '../record/letters.ts';

/** Chinese has no spaces to widen. */
const LANGUAGES = ['ar', 'en', 'fr', 'es', 'ru'];

interface Figures {
  readonly lines: number;
  readonly mean: number;
  readonly largest: number;
  /** Lines whose spaces are more than doubled. */
  readonly doubled: number;
}

function figuresOf(found: readonly number[]): Figures {
  const sum = found.reduce((total, value) => total + Math.abs(value), 0);
  return {
    lines: found.length,
    mean: sum / found.length,
    largest: Math.max(...found),
    doubled: found.filter((value) => value > 1).length,
  };
}

function measure(letters: readonly Letter[], breaker: Breaker, justify: Justification): Figures {
  return figuresOf(
    letters.flatMap((letter) =>
      widenings({ ...letter, settings: { ...letter.settings, justify } }, breaker),
    ),
  );
}

const rows: string[] = [];

test.each(LANGUAGES)('total fit is better than greedy, kashidas better still (%s)', (language) => {
  const letters = EDITIONS.flatMap((edition) => exampleLetters(edition)).filter(
    (letter) => letter.language === language && !letter.companion,
  );
  const greedy = measure(letters, greedily, 'spaces');
  const total = measure(letters, asSet, 'spaces');
  addRow(language, 'greedy', greedy);
  addRow(language, 'total fit', total);
  expect(total.mean).toBeLessThan(greedy.mean);
  expect(total.largest).toBeLessThanOrEqual(greedy.largest);
  if (language !== 'ar') return;
  const kashida = measure(letters, asSet, 'kashida');
  addRow(language, 'total fit, kashida', kashida);
  expect(kashida.mean).toBeLessThan(total.mean);
  expect(kashida.largest).toBeLessThanOrEqual(total.largest);
});

function addRow(language: string, way: string, { lines, mean, largest, doubled }: Figures): void {
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  rows.push(`| ${[language, way, lines, percent(mean), percent(largest), doubled].join(' | ')} |`);
}

afterAll(() => {
  if (process.env.npm_lifecycle_event !== 'bench:justify') return;
  const head =
    '| language | lines broken | justified lines | mean change of spaces | largest | more than doubled |';
  process.stdout.write(`\n${[head, head.replace(/[^|]+/g, '---'), ...rows].join('\n')}\n`);
});
