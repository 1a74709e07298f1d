/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): types of elements, and which stands in which. */
import type { Pdf } from '../pdf.ts';
import { elements, type Rule, retag, unless } from '../rule.ts';
import { elementsOf } from '../structure.ts';

/** ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
);

/** Parents that ISO 32000-1 allows (tables 333, 336, 337, 338); a type that is missing may be anywhere. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'BibEntry'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
  RB: ['Ruby'],
  RT: ['Ruby'],
  RP: ['Ruby'],
  WT: ['Warichu'],
  WP: ['Warichu'],
};
/** Children that it allows. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  Ruby: ['RB', 'RT', 'RP'],
  Warichu: ['WT', 'WP'],
};

/** Breaches of the syntax of a family of elements. */
function syntax(types: readonly string[]) {
  return (pdf: Pdf): string[] =>
    elementsOf(pdf).flatMap(({ type, parent, children }) => {
      if (!types.includes(type)) return [];
      const parents = PARENTS[type];
      const misplaced = parents && !parents.includes(parent?.type ?? '');
      const strangers = children.filter((child) => !(CHILDREN[type]?.includes(child.type) ?? true));
      return [
        ...unless(!misplaced, `${type} in ${parent?.type}`),
        ...strangers.map((child) => `${child.type} in ${type}`),
      ];
    });
}

const roleMap = (pdf: Pdf) =>
  pdf.dictionary(pdf.dictionary(pdf.catalog['/StructTreeRoot'])['/RoleMap']);
const setRoleMap = (map: Record<string, string>) => (pdf: Pdf) => {
  pdf.dictionary(pdf.catalog['/StructTreeRoot'])['/RoleMap'] = map;
};

/** The type that a role map leads to; undefined where it goes round in a circle. */
function mapped(pdf: Pdf, type: string): string | undefined {
  const seen = new Set<string>();
  let current = type;
  while (!STANDARD.has(current)) {
    const next = roleMap(pdf)[`/${current}`];
    if (typeof next !== 'string') return current;
    if (seen.has(next)) return undefined;
    seen.add(next);
    current = next.slice(1);
  }
  return current;
}

export const ROLE_RULES: readonly Rule[] = [
  {
    meets: ['MP 02-001', 'UA 7.1-5', 'A 6.7.3.4-1'],
    says: 'every type is a standard one or mapped to one',
    violations: elements(
      ({ type }, pdf) => !STANDARD.has(mapped(pdf, type) ?? 'P'),
      'no standard type',
    ),
    breaks: retag('P', 'Absatz'),
  },
  {
    meets: ['MP 02-003', 'UA 7.1-6', 'A 6.7.3.4-2'],
    says: 'no mapping of types is circular',
    violations: (pdf) =>
      Object.keys(roleMap(pdf)).filter((key) => mapped(pdf, key.slice(1)) === undefined),
    breaks: setRoleMap({ '/One': '/Two', '/Two': '/One' }),
  },
  {
    meets: ['MP 02-004', 'UA 7.1-7', 'A 6.7.3.4-3'],
    says: 'no standard type is mapped to another',
    violations: (pdf) => Object.keys(roleMap(pdf)).filter((key) => STANDARD.has(key.slice(1))),
    breaks: setRoleMap({ '/P': '/H1' }),
  },
  {
    meets: [
      'MP 09-004',
      'UA 7.2-3',
      'UA 7.2-4',
      'UA 7.2-5',
      'UA 7.2-6',
      'UA 7.2-7',
      'UA 7.2-8',
      'UA 7.2-9',
      'UA 7.2-10',
      'UA 7.2-36',
      'UA 7.2-37',
      'UA 7.2-38',
    ],
    says: 'elements of tables stand as ISO 32000-1 has them',
    violations: syntax(['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot']),
    breaks: retag('P', 'TD'),
  },
  {
    meets: ['MP 09-005', 'UA 7.2-17', 'UA 7.2-18', 'UA 7.2-19', 'UA 7.2-20', 'UA 7.2-40'],
    says: 'elements of lists stand as ISO 32000-1 has them',
    violations: syntax(['L', 'LI', 'Lbl', 'LBody']),
    breaks: retag('LI', 'P'),
  },
  {
    meets: ['MP 09-006', 'UA 7.2-26', 'UA 7.2-27', 'UA 7.2-28'],
    says: 'elements of tables of contents stand as ISO 32000-1 has them',
    violations: syntax(['TOC', 'TOCI']),
    breaks: retag('P', 'TOCI'),
  },
  {
    meets: ['MP 09-007'],
    says: 'elements of Ruby stand as ISO 32000-1 has them',
    violations: syntax(['Ruby', 'RB', 'RT', 'RP']),
    breaks: retag('P', 'RB'),
  },
  {
    meets: ['MP 09-008'],
    says: 'elements of Warichu stand as ISO 32000-1 has them',
    violations: syntax(['Warichu', 'WT', 'WP']),
    breaks: retag('P', 'WT'),
  },
];
