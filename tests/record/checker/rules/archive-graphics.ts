/** Clauses of ISO 19005-2 (PDF/A-2): graphics. */
import { operationsOf } from '../content.ts';
import type { Dictionary, Pdf } from '../pdf.ts';
import { editContent, type Rule, required, unless } from '../rule.ts';

/** ISO 32000-1, annex A. */
const OPERATORS = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg
   ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
);
const INTENTS = new Set([
  '/RelativeColorimetric',
  '/AbsoluteColorimetric',
  '/Perceptual',
  '/Saturation',
]);
const BLEND_MODES = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion
   Hue Saturation Color Luminosity`
    .split(/\s+/)
    .map((name) => `/${name}`),
);

const DEPTHS = new Set([1, 2, 4, 8, 16]);

const all = (pdf: Pdf): Dictionary[] => [...pdf.dictionaries()].map(([found]) => found);
const operations = (pdf: Pdf) => pdf.pages().flatMap((page) => operationsOf(pdf, page));
const states = (pdf: Pdf) => all(pdf).filter((found) => found['/Type'] === '/ExtGState');
const intent = (pdf: Pdf) => pdf.dictionary(pdf.array(pdf.catalog['/OutputIntents'])[0]);

const images = (pdf: Pdf) =>
  pdf
    .streams()
    .map(([found]) => found)
    .filter((found) => found['/Subtype'] === '/Image');

/** Version, class of device and colour space of the profile of the output intent (ICC.1, 7.2). */
function profileHeader(pdf: Pdf): string {
  const profile = pdf.data(intent(pdf)['/DestOutputProfile']);
  if (!profile || profile.readUInt32BE(0) !== profile.length) return 'no profile';
  return [profile[8], profile.toString('latin1', 12, 20), profile.toString('latin1', 36, 40)].join(
    ' ',
  );
}

export const GRAPHICS_RULES: readonly Rule[] = [
  {
    meets: ['A 6.2.2-1'],
    says: 'all operators are of ISO 32000-1',
    violations: (pdf) =>
      operations(pdf)
        .map(({ operator }) => operator)
        .filter((operator) => !OPERATORS.has(operator)),
    breaks: (pdf) => editContent(pdf, (text) => `${text}\nBX own EX`),
  },
  {
    meets: ['A 6.2.2-2'],
    says: 'the resources that a page names are in its own dictionary',
    violations: (pdf) =>
      pdf.pages().flatMap((page) => {
        const resources = pdf.dictionary(page['/Resources']);
        const named: Readonly<Record<string, string>> = {
          Tf: '/Font',
          gs: '/ExtGState',
          Do: '/XObject',
        };
        return operationsOf(pdf, page)
          .filter(({ operator, operands }) => {
            const kind = named[operator];
            return kind && !(String(operands[0]) in pdf.dictionary(resources[kind]));
          })
          .map(({ operands }) => String(operands[0]));
      }),
    breaks: (pdf) => {
      const [page] = pdf.pages();
      delete required(page, 'a page')['/Resources'];
    },
  },
  {
    meets: ['A 6.2.3-1'],
    says: 'the profile of the output intent is that of a display or printer',
    violations: (pdf) =>
      unless(
        /^[24] (?:mntr|prtr)(?:RGB |GRAY|CMYK) acsp$/.test(profileHeader(pdf)),
        profileHeader(pdf),
      ),
    breaks: (pdf) =>
      pdf.edit(intent(pdf)['/DestOutputProfile'], (text) => text.replace('mntr', 'scnr')),
  },
  {
    meets: ['A 6.2.3-2', 'A 6.2.3-3'],
    says: 'there is one output intent',
    violations: (pdf) =>
      unless(pdf.array(pdf.catalog['/OutputIntents']).length === 1, 'output intents'),
    breaks: (pdf) => {
      pdf.catalog['/OutputIntents'] = [{ ...intent(pdf) }, { ...intent(pdf), '/S': '/GTS_PDFX' }];
    },
  },
  {
    meets: ['A 6.2.4.3-2', 'A 6.2.4.3-4', 'A 6.2.10-2'],
    says: 'the output intent is that of PDF/A, so that RGB and grey have a meaning',
    violations: (pdf) => [
      ...unless(intent(pdf)['/S'] === '/GTS_PDFA1', 'no output intent'),
      ...unless(profileHeader(pdf).includes('RGB '), 'no profile of RGB'),
    ],
    breaks: (pdf) => {
      intent(pdf)['/S'] = '/GTS_PDFX';
    },
  },
  {
    meets: ['A 6.2.5-1', 'A 6.2.5-2', 'A 6.2.5-3', 'A 6.2.5-4', 'A 6.2.5-5', 'A 6.2.5-6'],
    says: 'graphics states change no transfer functions and halftones',
    violations: (pdf) =>
      states(pdf).flatMap((state) => ['/TR', '/HTP', '/HT'].filter((key) => key in state)),
    breaks: (pdf) => {
      required(states(pdf)[0], 'a graphics state')['/TR'] = '/Identity';
    },
  },
  {
    meets: ['A 6.2.6-1'],
    says: 'rendering intents are of ISO 32000-1',
    violations: (pdf) =>
      operations(pdf)
        .filter(({ operator, operands }) => operator === 'ri' && !INTENTS.has(String(operands[0])))
        .map(({ operands }) => String(operands[0])),
    breaks: (pdf) => editContent(pdf, (text) => `/Pretty ri\n${text}`),
  },
  {
    meets: ['A 6.2.8-1', 'A 6.2.8-2', 'A 6.2.8-3'],
    says: 'images are not interpolated and have no alternates',
    violations: (pdf) =>
      images(pdf)
        .filter(
          (image) => image['/Interpolate'] === true || '/Alternates' in image || '/OPI' in image,
        )
        .map(() => 'image'),
    breaks: (pdf) => {
      required(images(pdf)[0], 'an image')['/Interpolate'] = true;
    },
  },
  {
    meets: ['A 6.2.8-4', 'A 6.2.8-5'],
    says: 'images and masks have as many bits a component as ISO 32000-1 allows',
    violations: (pdf) =>
      images(pdf)
        .filter(({ '/ImageMask': mask, '/BitsPerComponent': bits = 1 }) =>
          mask === true ? bits !== 1 : !DEPTHS.has(Number(bits)),
        )
        .map((image) => String(image['/BitsPerComponent'])),
    breaks: (pdf) => {
      required(images(pdf)[0], 'an image')['/BitsPerComponent'] = 3;
    },
  },
  {
    meets: ['MP 30-002', 'UA 7.20-2'],
    says: 'no form XObject has marked content of its own',
    violations: (pdf) =>
      pdf
        .streams()
        .filter(([found]) => found['/Subtype'] === '/Form')
        .filter(([, reference]) => pdf.data(reference)?.includes('/MCID'))
        .map(([, reference]) => reference),
    breaks: (pdf) => {
      const [page] = pdf.pages();
      const content = pdf.dictionary(pdf.array(page?.['/Contents'])[0]);
      Object.assign(content, { '/Type': '/XObject', '/Subtype': '/Form', '/BBox': [0, 0, 9, 9] });
    },
  },
  {
    meets: ['A 6.2.9-1', 'A 6.2.9-3'],
    says: 'there is no PostScript in an XObject',
    violations: (pdf) =>
      pdf
        .streams()
        .filter(
          ([found]) =>
            '/PS' in found || ['/Subtype', '/Subtype2'].some((key) => found[key] === '/PS'),
        )
        .map(([, reference]) => reference),
    breaks: (pdf) => {
      required(images(pdf)[0], 'an image')['/Subtype'] = '/PS';
    },
  },
  {
    meets: ['A 6.2.10-1'],
    says: 'blend modes are of ISO 32000-1',
    violations: (pdf) =>
      states(pdf).flatMap((state) =>
        pdf
          .array(state['/BM'])
          .map(String)
          .filter((mode) => !BLEND_MODES.has(mode)),
      ),
    breaks: (pdf) => {
      required(states(pdf)[0], 'a graphics state')['/BM'] = '/Glow';
    },
  },
];
