/** ISO 19005-2 (PDF/A-2), 6.6.2: the XMP packet, and what it says of properties that PDF/A does not know. */
import type { Pdf } from '../pdf.ts';
import { type Rule, unless } from '../rule.ts';

const edit = (change: (text: string) => string) => (pdf: Pdf) =>
  pdf.edit(pdf.catalog['/Metadata'], change);

/** What stands open or is not closed; empty for well-formed XML (XML 1.0, 2.1) without CDATA and comments. */
function malformed(xml: string): string[] {
  const open: string[] = [];
  for (const [tag, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:.-]+)([^<>]*)>/g)) {
    if (slash === '/' && open.pop() !== name) return [tag];
    if (!/^(?:\s+[\w:.-]+="[^"<]*")*\s*\/?$/.test(rest)) return [tag];
    if (slash === '' && !rest.endsWith('/')) open.push(name);
  }
  const text = xml.replace(/<\?.*?\?>|<\/?[\w:.-]+[^<>]*>/gs, '');
  return [...open, ...(text.match(/<|&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/gi) ?? [])];
}

/** The namespaces whose prefixes are not free (ISO 19005-2, 6.6.2.3.3 and 6.6.4; ISO 14289-1, 5). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://www.aiim.org/pdfa/ns/extension/': 'pdfaExtension',
  'http://www.aiim.org/pdfa/ns/schema#': 'pdfaSchema',
  'http://www.aiim.org/pdfa/ns/property#': 'pdfaProperty',
};

/** The properties that letters use, with the kinds that XMP (2005) gives them. */
const PROPERTIES: Readonly<Record<string, RegExp>> = {
  'dc:format': /^[^<]+$/,
  'dc:title': /^<rdf:Alt><rdf:li xml:lang="[\w-]+">[^<]*<\/rdf:li><\/rdf:Alt>$/,
  'dc:creator': /^<rdf:Seq>(?:<rdf:li>[^<]*<\/rdf:li>)+<\/rdf:Seq>$/,
  'dc:language': /^<rdf:Bag>(?:<rdf:li>[\w-]+<\/rdf:li>)+<\/rdf:Bag>$/,
  'xmp:CreateDate': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  'xmp:CreatorTool': /^[^<]+$/,
  'pdf:Producer': /^[^<]+$/,
  'pdfaid:part': /^\d$/,
  'pdfaid:conformance': /^[A-Z]$/,
  'pdfuaid:part': /^\d$/,
};
const PROPERTY = /^<((?!rdf:|x:|pdfa[A-Z])[\w-]+:\w+)>(.*?)<\/\1>$/gms;

/** The description of `pdfuaid` (ISO 14289-1, 5), its values aside, without line breaks. */
const EXTENSION =
  /<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>[^<]+<\/pdfaSchema:schema><pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<\/pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part<\/pdfaProperty:name><pdfaProperty:valueType>Integer<\/pdfaProperty:valueType><pdfaProperty:category>internal<\/pdfaProperty:category><pdfaProperty:description>[^<]+<\/pdfaProperty:description><\/rdf:li><\/rdf:Seq><\/pdfaSchema:property><\/rdf:li><\/rdf:Bag><\/pdfaExtension:schemas>/;

export const XMP_RULES: readonly Rule[] = [
  {
    meets: ['A 6.6.2.1-4'],
    says: 'the packet is well-formed',
    violations: (pdf) => malformed(pdf.xmp()),
    breaks: edit((text) => text.replace('</dc:title>', '')),
  },
  {
    meets: ['A 6.6.2.1-5'],
    says: 'the packet is UTF-8',
    violations: (pdf) => unless(!pdf.xmp().includes('\uFFFD'), 'no UTF-8'),
    breaks: edit((text) => text.replace('</dc:creator>', '\xFF</dc:creator>')),
  },
  {
    meets: ['A 6.6.2.3.1-1', 'A 6.6.2.3.1-2'],
    says: 'properties are known, and have the kinds that XMP gives them',
    violations: (pdf) =>
      [...pdf.xmp().matchAll(PROPERTY)]
        .filter(([, name = '', value = '']) => !PROPERTIES[name]?.test(value))
        .map(([, name = '']) => name),
    breaks: edit((text) => text.replaceAll('dc:format', 'dc:formats')),
  },
  {
    meets: [
      'A 6.6.2.3.2-1',
      ...Array.from({ length: 18 }, (_, index) => `A 6.6.2.3.3-${index + 1}`),
    ],
    says: 'what PDF/A does not know is described, with every field and no other, and needs no types of its own',
    violations: (pdf) => unless(EXTENSION.test(pdf.xmp().replace(/\n/g, '')), 'pdfuaid'),
    breaks: edit((text) => text.replace(/<pdfaProperty:category>.*?<\/pdfaProperty:category>/, '')),
  },
  {
    meets: ['UA 5-3', 'UA 5-4', 'UA 5-5', ...[4, 5, 6, 7].map((test) => `A 6.6.4-${test}`)],
    says: 'the namespaces of PDF/A and PDF/UA have their own prefixes',
    violations: (pdf) =>
      [...pdf.xmp().matchAll(/xmlns:(\w+)="([^"]*)"/g)]
        .filter(([, prefix, namespace = '']) => (PREFIXES[namespace] ?? prefix) !== prefix)
        .map(([, prefix = '']) => prefix),
    breaks: edit((text) =>
      text.replaceAll('pdfuaid:', 'ua:').replace('xmlns:pdfuaid=', 'xmlns:ua='),
    ),
  },
];
