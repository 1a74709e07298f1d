/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): annotations. */
import type { Pdf } from '../pdf.ts';
import { elementsOfType, type Rule, required } from '../rule.ts';
import { type Element, elementsOf } from '../structure.ts';

const linkOf = (pdf: Pdf) => required(pdf.annotations()[0], 'an annotation');
const SUBTYPES = new Set(['/Link']);

/** The element that has an annotation among its content. */
function owner(pdf: Pdf, reference: unknown): Element | undefined {
  return elementsOf(pdf).find(({ annotations }) => annotations.some((own) => own === reference));
}

export const ANNOTATION_RULES: readonly Rule[] = [
  {
    meets: ['MP 28-002', 'UA 7.18.1-1'],
    says: 'an annotation that is no link stands in an Annot',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation }) => annotation['/Subtype'] !== '/Link')
        .filter(({ reference }) => owner(pdf, reference)?.type !== 'Annot')
        .map(({ annotation }) => String(annotation['/Subtype'])),
    breaks: (pdf) => {
      linkOf(pdf).annotation['/Subtype'] = '/Text';
    },
  },
  {
    meets: ['MP 28-004', 'UA 7.18.1-2'],
    says: 'every annotation is described',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation, reference }) => {
          const alt = owner(pdf, reference)?.dictionary['/Alt'];
          return !pdf.text(annotation['/Contents']) && !pdf.text(alt);
        })
        .map(() => 'no Contents, no Alt'),
    breaks: (pdf) => {
      delete linkOf(pdf).annotation['/Contents'];
    },
  },
  {
    meets: [
      'MP 28-006',
      'MP 28-007',
      'MP 28-016',
      'MP 28-017',
      'MP 28-018',
      'UA 7.18.2-1',
      'UA 7.18.8-1',
    ],
    says: 'annotations are of the kinds that letters have',
    violations: (pdf) =>
      pdf
        .annotations()
        .map(({ annotation }) => String(annotation['/Subtype']))
        .filter((subtype) => !SUBTYPES.has(subtype)),
    breaks: (pdf) => {
      linkOf(pdf).annotation['/Subtype'] = '/Balloon';
    },
  },
  {
    meets: ['MP 28-008', 'UA 7.18.3-1'],
    says: 'a page with annotations has a tab order',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ page }) => !('/Tabs' in page))
        .map(() => 'no Tabs'),
    breaks: (pdf) => {
      delete linkOf(pdf).page['/Tabs'];
    },
  },
  {
    meets: ['MP 28-009', 'UA 7.18.3-1'],
    says: 'the tab order is that of the structure',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ page }) => '/Tabs' in page && page['/Tabs'] !== '/S')
        .map(({ page }) => String(page['/Tabs'])),
    breaks: (pdf) => {
      linkOf(pdf).page['/Tabs'] = '/R';
    },
  },
  {
    meets: ['MP 28-011', 'UA 7.18.5-1'],
    says: 'a link stands in a Link',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation }) => annotation['/Subtype'] === '/Link')
        .map(({ reference }) => owner(pdf, reference)?.type ?? 'nothing')
        .filter((type) => type !== 'Link'),
    breaks: (pdf) => {
      for (const link of elementsOfType(pdf, 'Link')) link['/S'] = '/Span';
    },
  },
  {
    meets: ['MP 28-012', 'UA 7.18.5-2'],
    says: 'a link says where it leads',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation }) => !pdf.text(annotation['/Contents']))
        .map(() => 'no Contents'),
    breaks: (pdf) => {
      linkOf(pdf).annotation['/Contents'] = 'u:';
    },
  },
];
