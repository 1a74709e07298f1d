/** ISO 19005-2 (PDF/A-2), 6.1: how the file is written, byte by byte. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { operationsOf } from '../content.ts';
import { syntaxOf } from '../file-syntax.ts';
import { type Pdf, withFile } from '../pdf.ts';
import { editContent, overwrite, type Rule, unless } from '../rule.ts';

const NAME = /\/[^\s()<>[\]{}/%]+/g;
const MOST_OBJECTS = 8_388_607;
/** Those of ISO 32000-1, table 6, that a letter can have: no LZW, which PDF/A forbids, no JPEG 2000, no JBIG2. */
const FILTERS = new Set(['/FlateDecode', '/DCTDecode']);

const outer = (pdf: Pdf) => syntaxOf(pdf.bytes).outer;
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([found]) => found);

/** The objects of the file without their literal strings. */
function objects(pdf: Pdf): string {
  const { outer: file, inner } = syntaxOf(pdf.bytes);
  return `${file}\n${inner}`.replace(/\((?:\\.|[^\\()])*\)/gs, '');
}

/** Hexadecimal strings of the content of pages and of objects. */
function hexStrings(pdf: Pdf): string[] {
  const operands = pdf
    .pages()
    .flatMap((page) => operationsOf(pdf, page).flatMap((one) => one.operands));
  const shown = operands.filter((operand) => /^<[^<]/.test(operand));
  return [...shown, ...matches(objects(pdf), /(?<!<)<(?!<)[^>]*>/g)];
}

/** Whether a name is UTF-8 when its escapes are resolved. */
function isUtf8(name: string): boolean {
  const bytes = name.replace(/#([\da-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return !Buffer.from(bytes, 'latin1').toString('utf8').includes('\uFFFD');
}

export const SYNTAX_RULES: readonly Rule[] = [
  {
    meets: ['A 6.1.4-2'],
    says: 'cross-references are a stream, so that nothing can be wrong with their keyword',
    violations: (pdf) => matches(outer(pdf), /(?<!start)xref/g),
    corrupts: (bytes) =>
      withFile('a.pdf', bytes, (path) => {
        execFileSync('qpdf', ['--object-streams=disable', path, `${path}.out`]);
        return readFileSync(`${path}.out`);
      }),
  },
  {
    meets: ['A 6.1.6-1', 'A 6.1.6-2'],
    says: 'hexadecimal strings are pairs of digits',
    violations: (pdf) => hexStrings(pdf).filter((one) => !/^<(?:[0-9A-Fa-f]{2}|\s)*>$/.test(one)),
    breaks: (pdf) => editContent(pdf, (text) => `${text}\n/P <</X <123>>> DP`),
  },
  {
    meets: ['A 6.1.7.1-2'],
    says: 'the keywords of streams stand in lines of their own',
    violations: (pdf) => {
      const text = outer(pdf);
      const lines = /(?<!end)stream\r?\n|(?<=[\r\n])endstream\b/g;
      return unless(matches(text, lines).length === matches(text, /stream/g).length, 'stream');
    },
    corrupts: (bytes) => overwrite(bytes, '\nendstream', ' endstream'),
  },
  {
    meets: [
      'A 6.1.7.2-1',
      'A 6.2.8.3-1',
      'A 6.2.8.3-2',
      'A 6.2.8.3-3',
      'A 6.2.8.3-4',
      'A 6.2.8.3-5',
    ],
    says: 'streams are compressed as PDF/A allows, and no image is JPEG 2000',
    violations: (pdf) =>
      matches(outer(pdf), /\/Filter\s*(?:\[[^\]]*\]|\/\w+)/g)
        .flatMap((filter) => matches(filter.slice(7), /\/\w+/g))
        .filter((name) => !FILTERS.has(name)),
    corrupts: (bytes) => overwrite(bytes, '/FlateDecode', '/LZWDecode  '),
  },
  {
    meets: ['A 6.1.8-1'],
    says: 'names are UTF-8',
    violations: (pdf) => matches(objects(pdf), NAME).filter((name) => !isUtf8(name)),
    corrupts: (bytes) => overwrite(bytes, '/FlateDecode', '/Flate#ffode'),
  },
  {
    meets: ['A 6.1.9-1'],
    says: 'objects begin and end in lines of their own, with single spaces',
    violations: (pdf) => {
      const text = outer(pdf);
      const lines = /(?<=[\r\n])\d+ \d+ obj(?=[\r\n])|(?<=[\r\n])endobj(?=[\r\n])/g;
      return unless(matches(text, lines).length === matches(text, /obj\b/g).length, 'obj');
    },
    corrupts: (bytes) => overwrite(bytes, ' 0 obj\n', ' 0\nobj\n'),
  },
  {
    meets: ['A 6.1.13-7'],
    says: 'there are not more objects than PDF/A allows',
    violations: (pdf) =>
      matches(outer(pdf), /\/Size \d+/g).filter((size) => Number(size.slice(6)) > MOST_OBJECTS + 1),
    breaks: (pdf) => {
      const content = pdf.array(pdf.pages()[0]?.['/Contents'])[0];
      pdf.dictionary(content)['/Size'] = MOST_OBJECTS + 2;
    },
  },
];
