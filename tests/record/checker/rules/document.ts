/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): metadata, viewer, languages, what must not be in a file. */
import type { Pdf } from '../pdf.ts';
import { elements, type Rule, required, unless } from '../rule.ts';
import { languageOf } from '../structure.ts';

const preferences = (pdf: Pdf) => pdf.dictionary(pdf.catalog['/ViewerPreferences']);

const METADATA: readonly Rule[] = [
  {
    clause: '06-001',
    says: 'the document has XMP metadata',
    violations: (pdf) => unless(pdf.xmp().includes('<rdf:RDF'), 'no XMP'),
    breaks: (pdf) => {
      delete pdf.catalog['/Metadata'];
    },
  },
  {
    clause: '06-002',
    says: 'XMP claims PDF/UA-1',
    violations: (pdf) => unless(/pdfuaid:part(?:>|=")1\b/.test(pdf.xmp()), 'no pdfuaid:part'),
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replace(/(pdfuaid:part(?:>|="))1/, '$12')),
  },
  {
    clause: '06-003',
    says: 'XMP has a title',
    violations: (pdf) =>
      unless(/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(pdf.xmp()), 'no dc:title'),
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replaceAll('dc:title', 'dc:label')),
  },
  {
    clause: '07-001',
    says: 'viewer preferences say whether the title is shown',
    violations: (pdf) => unless('/DisplayDocTitle' in preferences(pdf), 'no DisplayDocTitle'),
    breaks: (pdf) => {
      delete preferences(pdf)['/DisplayDocTitle'];
    },
  },
  {
    clause: '07-002',
    says: 'the title is shown',
    violations: (pdf) => unless(preferences(pdf)['/DisplayDocTitle'] !== false, 'title not shown'),
    breaks: (pdf) => {
      preferences(pdf)['/DisplayDocTitle'] = false;
    },
  },
];

function withoutLanguages(pdf: Pdf): void {
  for (const [found] of pdf.dictionaries()) delete found['/Lang'];
}

const LANGUAGE: readonly Rule[] = [
  {
    clause: '11-001',
    says: 'the language of all text is known',
    violations: elements(
      (element, pdf) => element.content.length > 0 && !languageOf(pdf, element),
      'no language',
    ),
    breaks: withoutLanguages,
  },
  {
    clause: '11-002',
    says: 'the language of alternative texts is known',
    violations: elements(
      (element, pdf) => '/Alt' in element.dictionary && !languageOf(pdf, element),
      'no language of Alt',
    ),
    breaks: withoutLanguages,
  },
  {
    clause: '11-004',
    says: 'the language of what annotations say is known',
    violations: (pdf) =>
      pdf
        .annotations()
        .filter(({ annotation }) => '/Contents' in annotation && !languageOf(pdf, undefined))
        .map(() => 'no language of Contents'),
    breaks: (pdf) => {
      delete pdf.catalog['/Lang'];
    },
  },
  {
    clause: '11-006',
    says: 'the language of the metadata is known',
    violations: (pdf) => {
      const own = /<dc:title>.*?xml:lang="(?!x-default)/s.test(pdf.xmp());
      return unless(own || languageOf(pdf, undefined) !== undefined, 'no language of metadata');
    },
    breaks: (pdf) => {
      delete pdf.catalog['/Lang'];
    },
  },
];

const ABSENT: readonly Rule[] = [
  {
    clause: '20-003',
    says: 'there is no optional content that changes by itself',
    violations: (pdf) =>
      [...pdf.dictionaries()]
        .filter(([found]) => '/AS' in found && '/Order' in found)
        .map(() => 'AS'),
    breaks: (pdf) => {
      pdf.catalog['/OCProperties'] = {
        '/OCGs': [],
        '/D': { '/AS': [], '/Order': [], '/Name': 'u:D' },
      };
    },
  },
  {
    clause: '21-001',
    says: 'embedded files are named',
    violations: (pdf) =>
      [...pdf.dictionaries()]
        .filter(([found]) => '/EF' in found && !('/F' in found && '/UF' in found))
        .map(() => 'no F and UF'),
    breaks: (pdf) => {
      pdf.catalog['/AF'] = [{ '/Type': '/Filespec', '/F': 'u:a.txt', '/EF': {} }];
    },
  },
  {
    clause: '25-001',
    says: 'there is no XFA form',
    violations: (pdf) => unless(!('/XFA' in pdf.dictionary(pdf.catalog['/AcroForm'])), 'XFA'),
    breaks: (pdf) => {
      pdf.catalog['/AcroForm'] = { '/Fields': [], '/XFA': 'u:<xdp/>' };
    },
  },
  {
    clause: '30-001',
    says: 'no form refers to another file',
    violations: (pdf) =>
      pdf
        .streams()
        .filter(([found]) => '/Ref' in found)
        .map(() => 'reference XObject'),
    breaks: (pdf) => {
      const [stream] = required(pdf.streams()[0], 'a stream');
      Object.assign(stream, { '/Type': '/XObject', '/Subtype': '/Form', '/Ref': {} });
    },
  },
];

export const DOCUMENT_RULES = [...METADATA, ...LANGUAGE, ...ABSENT];
