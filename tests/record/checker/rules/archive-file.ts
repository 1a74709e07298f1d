/** Clauses of ISO 19005-2 (PDF/A-2): the file, its limits, what it must not do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationsOf } from '../content.ts';
import type { Dictionary, Pdf } from '../pdf.ts';
import { editContent, type Rule, required, unless } from '../rule.ts';

/** Runs qpdf on a copy of the file. */
function qpdf<T>(bytes: Buffer, run: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, bytes);
    return run(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts bytes of the same number in the place of a text, where it stands first. */
function overwrite(bytes: Buffer, text: string, by: string): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(text, 0, 'latin1');
  if (at < 0) throw new Error(`the file has not ${text}`);
  copy.write(by, at, 'latin1');
  return copy;
}

const header = (pdf: Pdf) => pdf.bytes.toString('latin1', 0, 32);

const FILE: readonly Rule[] = [
  {
    clause: '6.1.2',
    says: 'the header names a version of PDF 1',
    violations: (pdf) => unless(/^%PDF-1\.[0-7]\r?\n/.test(header(pdf)), 'header'),
    corrupts: (bytes) => Buffer.concat([Buffer.from('%PDF-2.0'), bytes.subarray(8)]),
  },
  {
    clause: '6.1.2',
    says: 'a comment of four high bytes follows the header',
    violations: (pdf) =>
      unless(/^%PDF-1\.\d\r?\n%[\x80-\xff]{4}/.test(header(pdf)), 'no binary comment'),
    corrupts: (bytes) => Buffer.from(bytes).fill('a', 10, 14),
  },
  {
    clause: '6.1.3',
    says: 'the trailer has an identifier of two strings',
    violations: (pdf) => unless(pdf.array(pdf.trailer['/ID']).length === 2, 'no ID'),
    corrupts: (bytes) => overwrite(bytes, '/ID', '/Id'),
  },
  {
    clause: '6.1.3; 26-002',
    says: 'the file is not encrypted',
    violations: (pdf) => unless(!('/Encrypt' in pdf.trailer), 'encrypted'),
    corrupts: (bytes) =>
      qpdf(bytes, (path) => {
        execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', path, `${path}.out`]);
        return readFileSync(`${path}.out`);
      }),
  },
  {
    clause: '6.1.3',
    says: 'nothing follows the end of the file',
    violations: (pdf) =>
      unless(/%%EOF\r?\n?$/.test(pdf.bytes.toString('latin1')), 'data after EOF'),
    corrupts: (bytes) => Buffer.concat([bytes, Buffer.from('more')]),
  },
  {
    clause: '6.1.4; 6.1.7.1; 6.1.9',
    says: 'cross-references, streams and objects are sound',
    violations: (pdf) =>
      qpdf(pdf.bytes, (path) => {
        const { status, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
        return unless(status === 0, stderr);
      }),
    corrupts: (bytes) => overwrite(bytes, '/Length 1', '/Length 7'),
  },
  {
    clause: '6.1.7.1',
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
    clause: '6.1.7.2',
    says: 'no stream is compressed with LZW',
    violations: (pdf) => unless(!pdf.bytes.includes('/LZWDecode'), 'LZW'),
    corrupts: (bytes) => overwrite(bytes, '/FlateDecode', '/LZWDecode  '),
  },
  {
    clause: '6.1.12',
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

const LIMITS: readonly Rule[] = [
  {
    clause: '6.1.13',
    says: 'numbers, names and strings keep within their limits',
    violations: (pdf) =>
      [...pdf.leaves()]
        .filter((leaf) => {
          if (typeof leaf === 'number') return Math.abs(leaf) > 0x7fffffff;
          if (typeof leaf !== 'string') return false;
          return leaf.length > (leaf.startsWith('/') ? MOST_OF_NAME + 1 : MOST_BYTES);
        })
        .map((leaf) => String(leaf).slice(0, 20)),
    breaks: (pdf) => {
      pdf.catalog['/Own'] = `/${'x'.repeat(MOST_OF_NAME + 1)}`;
    },
  },
  {
    clause: '6.1.13',
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
    clause: '6.1.13',
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

/** A key that the catalog must not have. */
const absent = (clause: string, key: string, says: string): Rule => ({
  clause,
  says,
  violations: (pdf) => unless(!(key in pdf.catalog), key),
  breaks: (pdf) => {
    pdf.catalog[key] = {};
  },
});

const BEHAVIOUR: readonly Rule[] = [
  {
    clause: '6.4.1',
    says: 'there is no form with fields',
    violations: (pdf) => pdf.array(pdf.dictionary(pdf.catalog['/AcroForm'])['/Fields']).map(String),
    breaks: (pdf) => {
      pdf.catalog['/AcroForm'] = { '/Fields': [{ '/FT': '/Tx' }] };
    },
  },
  {
    clause: '6.5.1',
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
    clause: '6.5.2',
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
    clause: '6.8',
    says: 'no file is embedded',
    violations: (pdf) =>
      all(pdf)
        .filter((found) => '/EF' in found)
        .map(() => 'EF'),
    breaks: (pdf) => {
      pdf.catalog['/AF'] = [{ '/Type': '/Filespec', '/F': 'u:a', '/UF': 'u:a', '/EF': {} }];
    },
  },
  absent('6.9', '/OCProperties', 'there is no optional content'),
  absent('6.11', '/Requirements', 'the document asks nothing of readers'),
  {
    clause: '6.10',
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
