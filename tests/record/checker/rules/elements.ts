/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): figures, headings, tables, formulas, notes. */
import type { Pdf } from '../pdf.ts';
import { elementOfType, elements, elementsOfType, type Rule, retag, unless } from '../rule.ts';
import { elementsOf } from '../structure.ts';

const levels = (pdf: Pdf) =>
  elementsOf(pdf).flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));

export const ELEMENT_RULES: readonly Rule[] = [
  {
    meets: ['MP 13-004', 'UA 7.3-1'],
    says: 'every figure has an alternative text',
    violations: elements(
      ({ type, dictionary }, pdf) =>
        type === 'Figure' && !pdf.text(dictionary['/Alt']) && !pdf.text(dictionary['/ActualText']),
      'no Alt',
    ),
    breaks: (pdf) => {
      delete elementOfType(pdf, 'Figure')['/Alt'];
    },
  },
  {
    meets: ['MP 14-002', 'UA 7.4.2-1'],
    says: 'the first heading is of level 1',
    violations: (pdf) => unless((levels(pdf)[0] ?? 1) === 1, 'no H1 first'),
    breaks: retag('H1', 'H2'),
  },
  {
    meets: ['MP 14-003', 'UA 7.4.2-1'],
    says: 'no level of headings is skipped',
    violations: (pdf) =>
      levels(pdf)
        .filter((level, index, all) => level > (all[index - 1] ?? level) + 1)
        .map((level) => `H${level} after a much higher one`),
    breaks: retag('H2', 'H3'),
  },
  {
    meets: ['MP 14-006', 'UA 7.4.4-1'],
    says: 'no node has more than one H',
    violations: elements(
      ({ children }) => children.filter(({ type }) => type === 'H').length > 1,
      'several H',
    ),
    breaks: (pdf) => {
      for (const element of elementsOfType(pdf, 'P')) element['/S'] = '/H';
    },
  },
  {
    meets: ['MP 14-007', 'UA 7.4.4-2', 'UA 7.4.4-3'],
    says: 'headings are numbered or not, not both',
    violations: (pdf) => {
      const both = elementsOf(pdf).some(({ type }) => type === 'H') && levels(pdf).length > 0;
      return unless(!both, 'H and H1');
    },
    breaks: retag('P', 'H'),
  },
  {
    meets: ['MP 15-003', 'UA 7.5-1', 'UA 7.5-2'],
    says: 'every TH has a scope',
    violations: elements(
      ({ type, dictionary }, pdf) =>
        type === 'TH' && pdf.dictionary(dictionary['/A'])['/Scope'] === undefined,
      'no Scope',
    ),
    breaks: retag('P', 'TH'),
  },
  {
    meets: ['MP 17-002', 'UA 7.7-1'],
    says: 'every formula has an alternative text',
    violations: elements(
      ({ type, dictionary }) => type === 'Formula' && !('/Alt' in dictionary),
      'no Alt',
    ),
    breaks: retag('P', 'Formula'),
  },
  {
    meets: ['MP 19-003', 'UA 7.9-1'],
    says: 'every note has an identifier',
    violations: elements(
      ({ type, dictionary }) => type === 'Note' && !('/ID' in dictionary),
      'no ID',
    ),
    breaks: retag('P', 'Note'),
  },
  {
    meets: ['MP 19-004', 'UA 7.9-2'],
    says: 'no two notes have one identifier',
    violations: (pdf) => {
      const ids = elementsOf(pdf).flatMap(({ dictionary }) => pdf.text(dictionary['/ID']) ?? []);
      return unless(new Set(ids).size === ids.length, 'an ID twice');
    },
    breaks: (pdf) => {
      for (const element of elementsOfType(pdf, 'P')) {
        Object.assign(element, { '/S': '/Note', '/ID': 'u:one' });
      }
    },
  },
];
