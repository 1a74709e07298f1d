/** Clauses of ISO 19005-2 (PDF/A-2): metadata and logical structure. */
import { operationsOf } from '../content.ts';
import type { Dictionary, Pdf } from '../pdf.ts';
import { editContent, elementOfType, type Rule, unless } from '../rule.ts';
import { elementsOf } from '../structure.ts';

/** A property of XMP, as an element or its first item, or as an attribute. */
function property(xmp: string, name: string): string | undefined {
  const item = String.raw`(?:\s*<rdf:(?:Alt|Seq|Bag)>\s*<rdf:li[^>]*>)?`;
  const found =
    new RegExp(`<${name}>${item}([^<]*)`).exec(xmp) ?? new RegExp(`\\s${name}="([^"]*)"`).exec(xmp);
  return found?.[1]?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** The information dictionary's keys with the properties of XMP that say the same. */
const SAME: Readonly<Record<string, string>> = {
  '/Title': 'dc:title',
  '/Author': 'dc:creator',
  '/Creator': 'xmp:CreatorTool',
  '/Producer': 'pdf:Producer',
  '/CreationDate': 'xmp:CreateDate',
  '/ModDate': 'xmp:ModifyDate',
  '/Subject': 'dc:description',
  '/Keywords': 'pdf:Keywords',
};

/** `D:20260410000000Z` → `2026-04-10T00:00:00Z`. */
function isoDate(date: string): string {
  return date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6');
}

const METADATA: readonly Rule[] = [
  {
    meets: ['A 6.6.2.1-2', 'A 6.6.2.1-3'],
    says: 'the metadata is an XMP packet without obsolete attributes',
    violations: (pdf) => {
      const packet = /^<\?xpacket begin="\uFEFF?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/;
      return unless(packet.test(pdf.xmp()), 'packet header');
    },
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replace('?>', ' encoding="UTF-8"?>')),
  },
  {
    meets: ['A 6.6.3'],
    says: 'the information dictionary and XMP say the same',
    violations: (pdf) =>
      Object.entries(pdf.dictionary(pdf.trailer['/Info'])).flatMap(([key, value]) => {
        const name = SAME[key];
        const own = isoDate(pdf.text(value) ?? '');
        return unless(name === undefined || property(pdf.xmp(), name) === own, key);
      }),
    breaks: (pdf) => {
      pdf.dictionary(pdf.trailer['/Info'])['/Title'] = 'u:Another title';
    },
  },
  {
    meets: ['A 6.6.4-1', 'A 6.6.4-2', 'A 6.6.4-3'],
    says: 'XMP claims PDF/A-2a',
    violations: (pdf) => [
      ...unless(property(pdf.xmp(), 'pdfaid:part') === '2', 'part'),
      ...unless(property(pdf.xmp(), 'pdfaid:conformance') === 'A', 'conformance'),
    ],
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replace(/(pdfaid:part(?:>|="))2/, '$13')),
  },
];

/** BCP 47 (RFC 5646), without grandfathered tags. */
const TAG = /^[a-z]{2,8}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:\w{5,8}|\d\w{3}))*$/i;

/** Elements by page and MCID, as the parent tree has them. */
function parentTree(pdf: Pdf): Map<string, Dictionary> {
  const root = pdf.dictionary(pdf.catalog['/StructTreeRoot']);
  const numbers = pdf.array(pdf.dictionary(root['/ParentTree'])['/Nums']);
  const found = new Map<string, Dictionary>();
  for (let index = 0; index < numbers.length; index += 2) {
    for (const [mcid, element] of pdf.array(numbers[index + 1]).entries()) {
      found.set(`${numbers[index]} ${mcid}`, pdf.dictionary(element));
    }
  }
  return found;
}

const STRUCTURE: readonly Rule[] = [
  {
    meets: ['A 6.7.2.2-1', 'UA 6.2-1'],
    says: 'the document is marked as tagged',
    violations: (pdf) =>
      unless(pdf.dictionary(pdf.catalog['/MarkInfo'])['/Marked'] === true, 'not Marked'),
    breaks: (pdf) => {
      delete pdf.catalog['/MarkInfo'];
    },
  },
  {
    meets: ['A 6.7.3.3-1', 'UA 7.1-11'],
    says: 'there is a structure tree',
    violations: (pdf) => unless(elementsOf(pdf).length > 0, 'no StructTreeRoot'),
    breaks: (pdf) => {
      delete pdf.catalog['/StructTreeRoot'];
    },
  },
  {
    meets: ['UA 7.1-12'],
    says: 'each element names its parent',
    violations: (pdf) => {
      const root = pdf.dictionary(pdf.catalog['/StructTreeRoot']);
      return elementsOf(pdf)
        .filter(
          ({ dictionary, parent }) =>
            pdf.dictionary(dictionary['/P']) !== (parent?.dictionary ?? root),
        )
        .map(({ type }) => `${type} names another parent`);
    },
    breaks: (pdf) => {
      delete elementOfType(pdf, 'P')['/P'];
    },
  },
  {
    meets: ['ISO 32000-1, 14.7.4.4'],
    says: 'each piece of marked content is in one element, and the parent tree names that',
    violations: (pdf) => {
      const tree = parentTree(pdf);
      const key = (page: Dictionary, mcid: number) => `${page['/StructParents']} ${mcid}`;
      const owned = elementsOf(pdf).flatMap(({ content, dictionary }) =>
        content.map(({ page, mcid }) => [key(pdf.dictionary(page), mcid), dictionary] as const),
      );
      const marked = pdf.pages().flatMap((page) =>
        operationsOf(pdf, page)
          .filter(({ operator, operands }) => operator === 'BDC' && operands.includes('/MCID'))
          .map(({ operands }) => key(page, Number(operands[operands.indexOf('/MCID') + 1]))),
      );
      return [
        ...marked.filter((own) => !owned.some(([other]) => other === own)),
        ...owned.filter(([own, element]) => tree.get(own) !== element).map(([own]) => own),
        ...unless(new Set(marked).size === marked.length, 'an MCID twice'),
        ...unless(owned.length === marked.length, 'elements without content'),
      ];
    },
    breaks: (pdf) => editContent(pdf, (text) => text.replace('/MCID 1>>', '/MCID 0>>')),
  },
  {
    meets: ['A 6.7.4-1', 'UA 7.2-29'],
    says: 'languages are tags of BCP 47',
    violations: (pdf) =>
      [...pdf.dictionaries()]
        .flatMap(([found]) => pdf.text(found['/Lang']) ?? [])
        .filter((tag) => !TAG.test(tag)),
    breaks: (pdf) => {
      pdf.catalog['/Lang'] = 'u:the Arabic language';
    },
  },
];

export const ARCHIVE_RECORD_RULES = [...METADATA, ...STRUCTURE];
