/** What a PDF says of itself: XMP, conformance to PDF/A-2a and PDF/UA-1, output intent. */
import { deflateSync } from 'node:zlib';
import type { PdfkitDocument, PdfReference } from './document.ts';
import { srgbProfile } from './srgb.ts';
import { pdfString } from './structure.ts';

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly created: Date;
  readonly producer: string;
  /** Whether the file claims to be PDF/A-2a and PDF/UA-1. */
  readonly claims: boolean;
}

/** Enters XMP metadata and the output intent in the catalog. */
export function writeMetadata(document: PdfkitDocument, facts: DocumentFacts): void {
  const metadata: PdfReference = document.ref({ Type: 'Metadata', Subtype: 'XML' });
  // Compressed, as PDF/A-2 allows and PDF/A-1 did not: it is half of what a letter has beside its text and fonts.
  metadata.end(Buffer.from(xmp(facts), 'utf8'));
  document._root.data.Metadata = metadata;
  document._root.data.OutputIntents = [outputIntent(document)];
}

/** The same for every document. */
let compressedProfile: Buffer | undefined;

/** ISO 19005-2, 6.2.3. */
function outputIntent(document: PdfkitDocument): Record<string, unknown> {
  const profile: PdfReference = document.ref({ N: 3, Filter: 'FlateDecode' });
  compressedProfile ??= deflateSync(srgbProfile(), { level: 9 });
  profile.end(compressedProfile);
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: pdfString('sRGB'),
    Info: pdfString('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  };
}

/**
 * XMP packet. `pdfuaid` is no schema that PDF/A predefines, so it is described as an extension
 * (ISO 19005-2, 6.6.2.3.3; ISO 14289-1, clause 5).
 */
function xmp({ title, author, language, created, producer, claims }: DocumentFacts): string {
  const date = created.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
${claims ? CLAIMS : ''}</rdf:Description>
${claims ? PDFUA_EXTENSION : ''}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const CLAIMS = `<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
`;

const PDFUA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
