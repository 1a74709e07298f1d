/**
 * `npm run bench`: letters per second in one thread, and a single circular as a whole process, each
 * beside stock pdfmake on the same text in the same run. Machines are noisy: rounds alternate, and
 * the medians are compared as a ratio.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeEdition, loadEdition, renderLetter } from '../../dist/index.js';
import { renderStock } from './stock.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const EDITION = join(root, 'examples/forum-2026');
const ROUNDS = 9;
const LETTERS_A_ROUND = 12;

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function time(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** Alternates two actions; gives the median milliseconds of each. */
async function duel(rounds, ours, stock) {
  const times = { ours: [], stock: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await time(() => ours(round)));
    times.stock.push(await time(() => stock(round)));
  }
  return { ours: median(times.ours), stock: median(times.stock) };
}

function arabicLetters(form) {
  const { edition, diagnostics } = loadEdition(EDITION);
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return [...composeEdition(edition, { languages: ['ar'], forms: [form] }).letters];
}

/** Each letter of a round is for another recipient, so that no cache of whole letters could help. */
function recipients(letters, round) {
  return Array.from({ length: LETTERS_A_ROUND }, (_, index) => {
    const letter = letters[index % letters.length];
    const mark = `${round}-${index}`;
    const name = { type: 'text', text: `رقم ${round * LETTERS_A_ROUND + index}` };
    const lines = [...letter.address.lines, [name]];
    return { ...letter, recipient: mark, address: { ...letter.address, lines } };
  });
}

async function personalLetters() {
  const letters = arabicLetters('personal');
  await renderLetter(letters[0]);
  const { ours, stock } = await duel(
    ROUNDS,
    async (round) => {
      for (const letter of recipients(letters, round)) await renderLetter(letter);
    },
    (round) => renderStock(recipients(letters, round)[0]),
  );
  return { ours: ours / LETTERS_A_ROUND, stock };
}

async function oneCircular(folder) {
  const [letter] = arabicLetters('circular');
  const input = join(folder, 'letter.json');
  writeFileSync(input, JSON.stringify(letter));
  const tool = join(root, 'bin/wsis-letters.js');
  const select = ['--letter', letter.id, '--language', 'ar', '--circular', '--force', '--quiet'];
  const run = (args) => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  return duel(
    ROUNDS,
    () => run([tool, 'render', EDITION, ...select, '--out', join(folder, 'out')]),
    () => run([join(root, 'tests/bench/stock.js'), input, join(folder, 'stock.pdf')]),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-bench-'));
try {
  const letters = await personalLetters();
  const circular = await oneCircular(folder);
  const ms = (value) => `${value.toFixed(1)} ms`;
  console.log('Arabic personal letter, one thread, warm');
  console.log(`  wsis-letters   ${ms(letters.ours)} a letter`);
  console.log(`  stock pdfmake  ${ms(letters.stock)} a letter`);
  console.log(
    `  rate           ${(letters.stock / letters.ours).toFixed(1)} times stock pdfmake's`,
  );
  console.log('Arabic circular, whole process');
  console.log(`  wsis-letters   ${ms(circular.ours)}`);
  console.log(`  stock pdfmake  ${ms(circular.stock)}`);
  console.log(`  time           ${(circular.ours / circular.stock).toFixed(2)} of stock pdfmake's`);
} finally {
  rmSync(folder, { recursive: true });
}
