/** Clauses of ISO 19005-2 (PDF/A-2): the file, its limits, what it must not do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { operationsOf } from '../content.ts';
import { type Dictionary, type Pdf, type Value, withFile } from '../pdf.ts';
import { editContent, overwrite, type Rule, required, unless } from '../rule.ts';

const header = (pdf: Pdf) => pdf.bytes.toString('latin1', 0, 32);

const FILE: readonly Rule[] = [
  {
    meets: ['A 6.1.2-1', 'UA 6.1-1'],
    says: 'the header names a version of PDF 1',
    violations: (pdf) => unless(/^%PDF-1\.[0-7]\r?\n/.test(header(pdf)), 'header'),
    corrupts: (bytes) => Buffer.concat([Buffer.from('%PDF-2.0'), bytes.subarray(8)]),
  },
  {
    meets: ['A 6.1.2-2'],
    says: 'a comment of four high bytes follows the header',
    violations: (pdf) =>
      unless(/^%PDF-1\.\d\r?\n%[\x80-\xff]{4}/.test(header(pdf)), 'no binary comment'),
    corrupts: (bytes) => Buffer.from(bytes).fill('a', 10, 14),
  },
  {
    meets: ['A 6.1.3-1'],
    says: 'the trailer has an identifier of two strings',
    violations: (pdf) => unless(pdf.array(pdf.trailer['/ID']).length === 2, 'no ID'),
    corrupts: (bytes) => overwrite(bytes, '/ID', '/Id'),
  },
  {
    meets: ['MP 26-001', 'MP 26-002', 'UA 7.16-1', 'A 6.1.3-2'],
    says: 'the file is not encrypted',
    violations: (pdf) => unless(!('/Encrypt' in pdf.trailer), 'encrypted'),
    corrupts: (bytes) =>
      withFile('a.pdf', bytes, (path) => {
        execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', path, `${path}.out`]);
        return readFileSync(`${path}.out`);
      }),
  },
  {
    meets: ['A 6.1.3-3'],
    says: 'nothing follows the end of the file',
    violations: (pdf) =>
      unless(/%%EOF\r?\n?$/.test(pdf.bytes.toString('latin1')), 'data after EOF'),
    corrupts: (bytes) => Buffer.concat([bytes, Buffer.from('more')]),
  },
  {
    meets: ['A 6.1.7.1-1'],
    says: 'cross-references, streams and objects are sound',
    violations: (pdf) =>
      withFile('a.pdf', pdf.bytes, (path) => {
        const { status, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
        return unless(status === 0, stderr);
      }),
    corrupts: (bytes) => overwrite(bytes, '/Length 1', '/Length 7'),
  },
  {
    meets: ['A 6.1.7.1-3'],
    says: 'no stream is in another file',
    violations: (pdf) =>
      pdf
        .streams()
        .filter(([dictionary]) =>
          ['/F', '/FFilter', '/FDecodeParms'].some((key) => key in dictionary),
        )
        .map(([, reference]) => reference),
    breaks: (pdf) => {
      required(pdf.streams()[0], 'a stream')[0]['/F'] = 'u:elsewhere.bin';
    },
  },
  {
    meets: ['A 6.1.12-1', 'A 6.1.12-2'],
    says: 'there are no permissions',
    violations: (pdf) => unless(!('/Perms' in pdf.catalog), 'Perms'),
    breaks: (pdf) => {
      pdf.catalog['/Perms'] = {};
    },
  },
];

const MOST_BYTES = 32767;
const MOST_OF_NAME = 127;
const MOST_SAVED = 28;
const PAGE = { least: 3, most: 14400 };

/** Numbers are held to the limits of integers, and no closer to zero than a real number may be. */
function beyondLimits(leaf: Value): boolean {
  if (typeof leaf === 'number')
    return Math.abs(leaf) > 0x7fffffff || (leaf !== 0 && Math.abs(leaf) < 1.175e-38);
  if (typeof leaf !== 'string') return false;
  return leaf.length > (leaf.startsWith('/') ? MOST_OF_NAME + 1 : MOST_BYTES);
}

/** Numbers and names of the content of pages. */
function operandsOf(pdf: Pdf): Value[] {
  return pdf
    .pages()
    .flatMap((page) => operationsOf(pdf, page).flatMap(({ operands }) => operands))
    .map((operand) => (/^[-+.\d]/.test(operand) ? Number(operand) : operand));
}

const LIMITS: readonly Rule[] = [
  {
    meets: ['A 6.1.13-1', 'A 6.1.13-2', 'A 6.1.13-3', 'A 6.1.13-4', 'A 6.1.13-5'],
    says: 'numbers, names and strings keep within their limits',
    violations: (pdf) =>
      [...pdf.leaves(), ...operandsOf(pdf)]
        .filter((leaf) => beyondLimits(leaf))
        .map((leaf) => String(leaf).slice(0, 20)),
    breaks: (pdf) => {
      pdf.catalog['/Own'] = `/${'x'.repeat(MOST_OF_NAME + 1)}`;
    },
  },
  {
    meets: ['A 6.1.13-8'],
    says: 'at most 28 graphics states are saved',
    violations: (pdf) =>
      pdf
        .pages()
        .flatMap((page) => operationsOf(pdf, page))
        .filter(({ operator, depth }) => operator === 'q' && depth >= MOST_SAVED)
        .map(() => 'q too deep'),
    breaks: (pdf) => editContent(pdf, (text) => `${'q '.repeat(29)}${'Q '.repeat(29)}\n${text}`),
  },
  {
    meets: ['A 6.1.13-11'],
    says: 'pages are no smaller than 3 units and no larger than 14 400',
    violations: (pdf) =>
      pdf
        .pages()
        .flatMap((page) => pdf.array(page['/MediaBox']).slice(2).map(Number))
        .filter((size) => size < PAGE.least || size > PAGE.most)
        .map(String),
    breaks: (pdf) => {
      required(pdf.pages()[0], 'a page')['/MediaBox'] = [0, 0, 595, 20000];
    },
  },
];

const all = (pdf: Pdf): Dictionary[] => [...pdf.dictionaries()].map(([found]) => found);
const ACTIONS = new Set(['/GoTo', '/GoToR', '/GoToE', '/Thread', '/URI', '/Named', '/SubmitForm']);

const BEHAVIOUR: readonly Rule[] = [
  {
    meets: ['A 6.5.1-1', 'A 6.5.1-2'],
    says: 'actions lead somewhere and do nothing else',
    violations: (pdf) =>
      all(pdf)
        .filter((found) => found['/Type'] === '/Action' && !ACTIONS.has(String(found['/S'])))
        .map((found) => String(found['/S'])),
    breaks: (pdf) => {
      const action = all(pdf).find((found) => found['/Type'] === '/Action');
      required(action, 'an action')['/S'] = '/JavaScript';
    },
  },
  {
    meets: ['A 6.5.2-1', 'A 6.5.2-2'],
    says: 'nothing happens by itself',
    violations: (pdf) =>
      all(pdf)
        .filter((found) => '/AA' in found || '/OpenAction' in found)
        .map(() => 'AA'),
    breaks: (pdf) => {
      required(pdf.pages()[0], 'a page')['/AA'] = {};
    },
  },
  {
    meets: ['A 6.11-1'],
    says: 'the document asks nothing of readers',
    violations: (pdf) => unless(!('/Requirements' in pdf.catalog), 'Requirements'),
    breaks: (pdf) => {
      pdf.catalog['/Requirements'] = [{ '/S': '/EnableJavaScripts' }];
    },
  },
  {
    meets: ['A 6.10-1', 'A 6.10-2'],
    says: 'there are no alternate presentations and no transitions',
    violations: (pdf) =>
      all(pdf)
        .filter((found) => '/AlternatePresentations' in found || '/PresSteps' in found)
        .map(() => 'presentation'),
    breaks: (pdf) => {
      required(pdf.pages()[0], 'a page')['/PresSteps'] = {};
    },
  },
];

export const ARCHIVE_FILE_RULES = [...FILE, ...LIMITS, ...BEHAVIOUR];
