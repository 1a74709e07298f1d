/** What artifacts and figures say of themselves, for programs that lay a page out anew. */
import { type Operation, operationsOf } from '../content.ts';
import type { Dictionary, Pdf } from '../pdf.ts';
import { editContent, elementOfType, elements, type Rule } from '../rule.ts';

/** ISO 32000-1, table 330. */
const TYPES = new Set(['/Pagination', '/Layout', '/Page', '/Background']);
const SUBTYPES = new Set(['/Header', '/Footer', '/Watermark']);

/** The property lists of the artifacts of a page. */
function artifacts(pdf: Pdf, page: Dictionary): Operation[] {
  return operationsOf(pdf, page).filter(
    ({ operator, operands }) => /^B[DM]C$/.test(operator) && operands[0] === '/Artifact',
  );
}

/** The value of a key of a property list, as far as it is a name. */
function entry({ operands }: Operation, key: string): string | undefined {
  const at = operands.indexOf(key);
  return at < 0 ? undefined : operands[at + 1];
}

/** The numbers of a property list's BBox. */
function boxOf({ operands }: Operation): number[] {
  const at = operands.indexOf('/BBox');
  return at < 0 ? [] : operands.slice(at + 2, operands.indexOf(']', at)).map(Number);
}

/** Left, bottom, right, top, all on the page. */
function isBox(box: readonly number[], page: Dictionary, pdf: Pdf): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const [, , width = 0, height = 0] = pdf.array(page['/MediaBox']).map(Number);
  return (
    box.length === 4 &&
    0 <= left &&
    left <= right &&
    right <= width + 1 &&
    0 <= bottom &&
    bottom <= top &&
    top <= height + 1
  );
}

/** Artifacts of all pages for which something is not so. */
const artifactsThat =
  (isWrong: (artifact: Operation, page: Dictionary, pdf: Pdf) => boolean) =>
  (pdf: Pdf): string[] =>
    pdf.pages().flatMap((page) =>
      artifacts(pdf, page)
        .filter((artifact) => isWrong(artifact, page, pdf))
        .map(({ operands }) => operands.join(' ')),
    );

export const BOX_RULES: readonly Rule[] = [
  {
    meets: ['ISO 32000-1, 14.8.2.2.2'],
    says: 'an artifact says what it is',
    violations: artifactsThat((artifact) => {
      const [type = '', subtype] = [entry(artifact, '/Type'), entry(artifact, '/Subtype')];
      const fits = subtype === undefined || (type === '/Pagination' && SUBTYPES.has(subtype));
      return !TYPES.has(type) || !fits;
    }),
    breaks: (pdf) => editContent(pdf, (text) => text.replace('/Type /Layout', '/Type /Ornament')),
  },
  {
    meets: ['ISO 32000-1, 14.8.2.2.2'],
    says: 'an artifact says where it stands',
    violations: artifactsThat((artifact, page, pdf) => !isBox(boxOf(artifact), page, pdf)),
    breaks: (pdf) => editContent(pdf, (text) => text.replace(/ \/BBox \[[^\]]*\]/, '')),
  },
  {
    meets: ['ISO 32000-1, 14.8.2.2.2'],
    says: 'only what belongs to the page is attached to its edge',
    violations: artifactsThat(
      (artifact) =>
        artifact.operands.includes('/Attached') && entry(artifact, '/Type') === '/Layout',
    ),
    breaks: (pdf) =>
      editContent(pdf, (text) => text.replace('/Type /Layout', '/Type /Layout /Attached [/Top]')),
  },
  {
    meets: ['ISO 32000-1, 14.8.5.4.3'],
    says: 'a figure says where it stands',
    violations: elements(({ type, dictionary }, pdf) => {
      if (type !== 'Figure') return false;
      const attributes = pdf.dictionary(dictionary['/A']);
      const box = pdf.array(attributes['/BBox']).map(Number);
      return attributes['/O'] !== '/Layout' || !isBox(box, pdf.dictionary(dictionary['/Pg']), pdf);
    }, 'no BBox'),
    breaks: (pdf) => {
      delete pdf.dictionary(elementOfType(pdf, 'Figure')['/A'])['/BBox'];
    },
  },
];
