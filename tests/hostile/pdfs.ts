/** PDFs that are not what they seem. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    const whole = [`${index + 1} 0 obj\n`, object, '\nendobj\n'];
    const bytes = Buffer.concat(whole.map((part) => Buffer.from(part as string)));
    parts.push(bytes);
    at += bytes.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]';

/** A PDF of so many empty pages. */
export function pages(count: number, more = '', catalogue = ''): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  return pdf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
    ...Array.from({ length: count }, () => `${PAGE}${more}>>`),
  ]);
}

/** What runs when it is opened, when its page is, and when somebody clicks. */
export function withScripts(): Buffer {
  const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  const link = `<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A${script}/AA<</E${script}>>>>`;
  return pages(1, `/AA<</O${script}>>/Annots[${link}]`, `/OpenAction${script}`);
}

/** Its pages hold themselves. */
export function pagesInACircle(): Buffer {
  return pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']);
}

/** Objects in a stream that inflates to so many megabytes. */
export function inflating(megabytes: number, type = '/ObjStm'): Buffer {
  const data = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '));
  const head = `<</Type${type}/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>\nstream\n`;
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `${PAGE}>>`,
    Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]),
  ]);
}

/** Arrays in arrays. */
export function nestedArrays(depth: number): Buffer {
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `${PAGE}>>`,
    '['.repeat(depth) + ']'.repeat(depth),
  ]);
}

/** One that opens without a password, but may not be changed. */
export function encrypted(folder: string): void {
  const [plain, file] = ['plain.pdf', 'annex.pdf'].map((name) => join(folder, name));
  writeFileSync(plain as string, pages(1));
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', plain as string, file as string]);
}
