/** Failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1): metadata, viewer, languages, references to others. */
import type { Pdf } from '../pdf.ts';
import { elements, type Rule, required, unless } from '../rule.ts';
import { languageOf } from '../structure.ts';

const preferences = (pdf: Pdf) => pdf.dictionary(pdf.catalog['/ViewerPreferences']);

const METADATA: readonly Rule[] = [
  {
    meets: ['MP 06-001', 'UA 7.1-8', 'A 6.6.2.1-1'],
    says: 'the document has XMP metadata',
    violations: (pdf) => unless(pdf.xmp().includes('<rdf:RDF'), 'no XMP'),
    breaks: (pdf) => {
      delete pdf.catalog['/Metadata'];
    },
  },
  {
    meets: ['MP 06-002', 'UA 5-1', 'UA 5-2'],
    says: 'XMP claims PDF/UA-1',
    violations: (pdf) => unless(/pdfuaid:part(?:>|=")1\b/.test(pdf.xmp()), 'no pdfuaid:part'),
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replace(/(pdfuaid:part(?:>|="))1/, '$12')),
  },
  {
    meets: ['MP 06-003', 'UA 7.1-9'],
    says: 'XMP has a title',
    violations: (pdf) =>
      unless(/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(pdf.xmp()), 'no dc:title'),
    breaks: (pdf) =>
      pdf.edit(pdf.catalog['/Metadata'], (text) => text.replaceAll('dc:title', 'dc:label')),
  },
  {
    meets: ['MP 07-001', 'UA 7.1-10'],
    says: 'viewer preferences say whether the title is shown',
    violations: (pdf) => unless('/DisplayDocTitle' in preferences(pdf), 'no DisplayDocTitle'),
    breaks: (pdf) => {
      delete preferences(pdf)['/DisplayDocTitle'];
    },
  },
  {
    meets: ['MP 07-002', 'UA 7.1-10'],
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
    meets: ['MP 11-001', 'UA 7.2-34'],
    says: 'the language of all text is known',
    violations: elements(
      (element, pdf) => element.content.length > 0 && !languageOf(pdf, element),
      'no language',
    ),
    breaks: withoutLanguages,
  },
  {
    meets: [
      'MP 11-002',
      'UA 7.2-21',
      'UA 7.2-22',
      'UA 7.2-23',
      'UA 7.2-30',
      'UA 7.2-31',
      'UA 7.2-32',
    ],
    says: 'the language of alternative texts is known',
    violations: elements(
      (element, pdf) => '/Alt' in element.dictionary && !languageOf(pdf, element),
      'no language of Alt',
    ),
    breaks: withoutLanguages,
  },
  {
    meets: ['MP 11-004', 'UA 7.2-24'],
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
    meets: ['MP 11-006', 'UA 7.2-33'],
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

const REFERENCES: readonly Rule[] = [
  {
    meets: ['MP 30-001', 'UA 7.20-1', 'A 6.2.9-2'],
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

export const DOCUMENT_RULES = [...METADATA, ...LANGUAGE, ...REFERENCES];
