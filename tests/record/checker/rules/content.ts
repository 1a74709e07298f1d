/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): what of a page is tagged. */
import { isPainting, operationsOf } from '../content.ts';
import type { Pdf } from '../pdf.ts';
import { editContent, type Rule, unless } from '../rule.ts';

const operations = (pdf: Pdf) => pdf.pages().flatMap((page) => operationsOf(pdf, page));
const opens = (operator: string) => operator === 'BDC' || operator === 'BMC';

export const CONTENT_RULES: readonly Rule[] = [
  {
    meets: ['MP 01-003', 'UA 7.1-1'],
    says: 'no artifact is inside tagged content',
    violations: (pdf) =>
      operations(pdf)
        .filter(({ operator, operands }) => opens(operator) && operands[0] === '/Artifact')
        .filter(({ marks }) => marks.some(({ mcid }) => mcid !== undefined))
        .map(() => 'artifact in tagged content'),
    breaks: (pdf) =>
      editContent(pdf, (text) => text.replace(/(MCID 0>> BDC)/, '$1 /Artifact BMC EMC')),
  },
  {
    meets: ['MP 01-004', 'UA 7.1-2'],
    says: 'no tagged content is inside an artifact',
    violations: (pdf) =>
      operations(pdf)
        .filter(({ operator, operands }) => opens(operator) && operands.includes('/MCID'))
        .filter(({ marks }) => marks.some(({ tag }) => tag === '/Artifact'))
        .map(() => 'tagged content in an artifact'),
    breaks: (pdf) =>
      editContent(pdf, (text) => `/Artifact BMC /P <</MCID 0>> BDC EMC EMC\n${text}`),
  },
  {
    meets: ['MP 01-005', 'UA 7.1-3'],
    says: 'all content is tagged or an artifact',
    violations: (pdf) =>
      operations(pdf)
        .filter((operation) => isPainting(operation))
        .filter(
          ({ marks }) => !marks.some(({ tag, mcid }) => tag === '/Artifact' || mcid !== undefined),
        )
        .map(({ operator }) => `${operator} in no marked content`),
    breaks: (pdf) => editContent(pdf, (text) => `${text}\n0 0 1 1 re f`),
  },
  {
    meets: ['MP 01-007', 'UA 7.1-4'],
    says: 'Suspects is not true',
    violations: (pdf) =>
      unless(pdf.dictionary(pdf.catalog['/MarkInfo'])['/Suspects'] !== true, 'Suspects'),
    breaks: (pdf) => {
      pdf.dictionary(pdf.catalog['/MarkInfo'])['/Suspects'] = true;
    },
  },
];
