/** What letters have not: conditions of it cannot be broken as long as it is not there. */
import { operationsOf } from '../content.ts';
import type { Pdf } from '../pdf.ts';
import { editContent, type Rule, required, retag, without } from '../rule.ts';

const enter = (key: string, value: Pdf['catalog'][string]) => (pdf: Pdf) => {
  pdf.catalog[key] = value;
};
const tests = (clause: string, ...numbers: readonly number[]) =>
  numbers.map((number) => `${clause}-${number}`);

/** Elements whose conditions beyond the syntax of their families are not checked. */
const UNUSED = new Set(['/Table', '/Formula', '/Form']);
const COMPOSITE = new Set(['/Type0', '/CIDFontType0', '/CIDFontType2']);
/** Beside grey and RGB, of which images may have palettes. */
const COLOUR_SPACES = new Set(['/ICCBased', '/DeviceCMYK', '/DeviceN', '/Separation']);

export const ABSENT_RULES: readonly Rule[] = [
  without(
    'tables, formulas and fields',
    [
      'MP 17-003',
      ...tests('UA 7.2', 11, 12, 13, 14, 15, 16, 39, 41, 42, 43),
      'MP 28-010',
      ...tests('UA 7.18.4', 1, 2),
    ],
    (found) => UNUSED.has(String(found['/S'])) && '/P' in found,
    retag('P', 'Table'),
  ),
  without(
    'forms and signatures',
    [
      'MP 11-005',
      'MP 25-001',
      'MP 28-005',
      'UA 7.2-25',
      'UA 7.15-1',
      'UA 7.18.1-3',
      ...tests('A 6.4.1', 1, 2, 3),
      ...tests('A 6.4.2', 1, 2),
      ...tests('A 6.4.3', 1, 2, 3),
    ],
    (found) => '/AcroForm' in found || '/NeedsRendering' in found,
    enter('/AcroForm', { '/Fields': [], '/XFA': 'u:<xdp/>' }),
  ),
  without(
    'outlines',
    ['MP 11-003', 'UA 7.2-2'],
    (found) => '/Outlines' in found,
    enter('/Outlines', { '/Type': '/Outlines' }),
  ),
  without(
    'layers',
    [
      'MP 20-001',
      'MP 20-002',
      'MP 20-003',
      ...tests('UA 7.10', 1, 2),
      ...tests('A 6.9', 1, 2, 3, 4),
    ],
    (found) => '/OCProperties' in found,
    enter('/OCProperties', { '/OCGs': [], '/D': { '/AS': [] } }),
  ),
  without(
    'embedded files',
    ['MP 21-001', 'MP 28-016', 'UA 7.11-1', ...tests('A 6.8', 2, 5)],
    (found) => '/EF' in found || found['/Type'] === '/EmbeddedFile',
    enter('/AF', [{ '/Type': '/Filespec', '/F': 'u:a', '/UF': 'u:a', '/EF': {} }]),
  ),
  without(
    'media',
    ['MP 28-014', 'MP 28-015', ...tests('UA 7.18.6.2', 1, 2)],
    (found) => found['/Type'] === '/Rendition' || found['/S'] === '/MCD',
    enter('/Own', { '/S': '/MCD' }),
  ),
  without(
    'fonts that are not composite',
    [
      ...['MP 31-012', 'MP 31-013'],
      ...Array.from({ length: 10 }, (_, index) => `MP 31-0${17 + index}`),
      ...['UA 7.21.4.2-1', 'A 6.2.11.4.2-1'],
      ...tests('UA 7.21.6', 1, 2, 3, 4),
      ...tests('A 6.2.11.6', 1, 2, 3, 4),
      ...tests('A 6.2.11.2', 2, 4, 5, 6),
    ],
    (found) => found['/Type'] === '/Font' && !COMPOSITE.has(String(found['/Subtype'])),
    enter('/Own', { '/Type': '/Font', '/Subtype': '/TrueType', '/BaseFont': '/Arial' }),
  ),
  {
    meets: ['A 6.1.13-9', ...tests('A 6.2.4.2', 1, 2), 'A 6.2.4.3-3', ...tests('A 6.2.4.4', 1, 2)],
    says: 'there are no colour spaces but grey and RGB',
    violations: (pdf) =>
      [
        ...[...pdf.leaves()].map(String),
        ...pdf
          .pages()
          .flatMap((page) => operationsOf(pdf, page).flatMap(({ operands }) => operands)),
      ].filter((name) => COLOUR_SPACES.has(name)),
    breaks: (pdf) => {
      const page = required(pdf.pages()[0], 'a page');
      pdf.dictionary(page['/Resources'])['/ColorSpace'] = { '/C': ['/ICCBased', null] };
    },
  },
  {
    meets: ['A 6.1.10-1'],
    says: 'there are no inline images',
    violations: (pdf) =>
      pdf
        .pages()
        .flatMap((page) => operationsOf(pdf, page))
        .filter(({ operator }) => operator === 'BI')
        .map(() => 'BI'),
    breaks: (pdf) => editContent(pdf, (text) => `${text}\n/Artifact BMC BI ID EI EMC`),
  },
];
