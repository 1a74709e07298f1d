/** Clauses of ISO 19005-2 (PDF/A-2), 6.3: annotations. */
import type { Pdf } from '../pdf.ts';
import { type Rule, required } from '../rule.ts';

/** Annotation flags (ISO 32000-1, table 165). */
const FLAGS = { invisible: 1, hidden: 2, print: 4, noView: 32, toggleNoView: 256 } as const;
const FORBIDDEN = new Set(['/3D', '/Sound', '/Screen', '/Movie']);
const annotation = (pdf: Pdf) => required(pdf.annotations()[0], 'an annotation').annotation;

export const ARCHIVE_ANNOTATION_RULES: readonly Rule[] = [
  {
    meets: ['A 6.3.1-1'],
    says: 'annotations are of permitted kinds',
    violations: (pdf) =>
      pdf
        .annotations()
        .map(({ annotation: { '/Subtype': subtype = null } }) => String(subtype))
        .filter((subtype) => FORBIDDEN.has(subtype)),
    breaks: (pdf) => {
      annotation(pdf)['/Subtype'] = '/Movie';
    },
  },
  {
    meets: ['A 6.3.2-1', 'A 6.3.2-2'],
    says: 'annotations are printed and not hidden',
    violations: (pdf) => {
      const wrong = FLAGS.invisible | FLAGS.hidden | FLAGS.noView | FLAGS.toggleNoView;
      return pdf
        .annotations()
        .map(({ annotation: { '/F': flags = 0 } }) => Number(flags))
        .filter((flags) => (flags & FLAGS.print) === 0 || (flags & wrong) !== 0)
        .map((flags) => `F ${flags}`);
    },
    breaks: (pdf) => {
      delete annotation(pdf)['/F'];
    },
  },
  {
    meets: ['A 6.3.3-2', 'A 6.3.3-3', 'A 6.3.3-4'],
    says: 'annotations have no appearance that could be of a wrong form',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation: own }) => '/AP' in own)
        .map(() => 'AP'),
    breaks: (pdf) => {
      annotation(pdf)['/AP'] = { '/D': null };
    },
  },
  {
    meets: ['A 6.3.3-1'],
    says: 'annotations other than links have an appearance',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation: own }) => own['/Subtype'] !== '/Link' && !('/AP' in own))
        .map(() => 'no AP'),
    breaks: (pdf) => {
      annotation(pdf)['/Subtype'] = '/Square';
    },
  },
];
