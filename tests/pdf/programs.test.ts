/** What other programs say of our PDFs: qpdf and poppler. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/pdf/render.ts';
import { ARABIC, sampleLetter } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'wsis-letters-programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  expect(`${status} ${stderr}`, `${command} ${args.join(' ')}`).toBe('0 ');
  return stdout;
}

describe.each(['ar', 'en'] as const)('%s', (language) => {
  const file = join(folder, `${language}.pdf`);

  beforeAll(async () => {
    const { pdf, pages } = await renderLetter(sampleLetter(language));
    expect(pages).toBe(2);
    writeFileSync(file, pdf);
  });

  test('qpdf finds no fault', () => {
    const report = run('qpdf', '--check', file);
    expect(report).toContain('No syntax or stream encoding errors found');
    expect(report).toContain('PDF Version: 1.7');
  });

  test('every font is embedded, a subset, and has a ToUnicode map', () => {
    const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID Type 0C +Identity-H +yes yes yes /);
    }
  });

  test('no font is embedded twice, and none that is not used', () => {
    const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
    const names = fonts.map((font) => font.split(/[+ ]/)[1]);
    expect(new Set(names).size).toBe(names.length);
    const family = language === 'ar' ? 'Amiri' : 'Tinos';
    expect(names).toEqual(expect.arrayContaining([`${family}-Regular`, `${family}-Bold`]));
  });

  test('poppler knows its pages, title, tags and direction', () => {
    const info = run('pdfinfo', file);
    expect(info).toMatch(/^Title: +Lines$/m);
    expect(info).toMatch(/^Pages: +2$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
    const objects = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
    expect(objects).toContain(language === 'ar' ? '/Direction /R2L' : '/Direction /L2R');
    expect(objects).toMatch(new RegExp(`/Lang \\(${language}\\)`));
  });

  test('links lead where they should', () => {
    const links = run('pdfinfo', '-url', file);
    expect(links).toContain('https://www.itu.int/wsis/');
  });
});

/** Direction marks and presentation do not count; poppler puts commas next to a number elsewhere. */
function words(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}\u0640]/gu, '')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

test('pdftotext gives the Arabic paragraphs back readable', async () => {
  const file = join(folder, 'text.pdf');
  writeFileSync(file, (await renderLetter(sampleLetter('ar'))).pdf);
  const found = words(run('pdftotext', file, '-')).join(' ');
  for (const sentence of ARABIC) expect(found).toContain(words(sentence).join(' '));
});
