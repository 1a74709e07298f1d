/**
 * The one walk over a letter's parts. Each type of the model that a letter is made of has a table here with an entry for
 * each of its keys: one that is new or renamed does not compile until it says whether it holds texts or files.
 */
import type { Span } from './diagnostic.ts';
import type {
  Block,
  CalendarDate,
  FontFamily,
  Inline,
  Labelled,
  Letter,
  Line,
  PlacedImage,
  Settings,
  SignatoryBlock,
} from './model.ts';

/** What is done with the texts and the files that are met; paths are absolute. */
interface PartMap {
  readonly line: (line: Line) => Line;
  readonly file: (path: string) => string;
}

type PartMapper<T> = (part: T, map: PartMap) => T;
type PartMappers<T> = { readonly [Key in keyof T]-?: PartMapper<Exclude<T[Key], undefined>> };

/** What holds no line: the compiler refuses to leave out any other part. */
type Unwalked =
  | string
  | number
  | boolean
  | null
  | Span
  | CalendarDate
  | Settings
  | readonly string[];
const same = <T extends Unwalked>(part: T): T => part;
const line: PartMapper<Line> = (part, map) => map.line(part);
const file: PartMapper<string> = (part, map) => map.file(part);

const each =
  <T>(mapper: PartMapper<T>): PartMapper<readonly T[]> =>
  (parts, map) =>
    parts.map((part) => mapper(part, map));

/** An object by its table; parts that are absent stay so, and keys keep their order. */
function object<T extends object>(mappers: PartMappers<T>): PartMapper<T> {
  return (whole, map) => {
    const mapped = { ...whole };
    for (const key of Object.keys(whole) as (keyof T)[]) {
      const part = whole[key];
      if (part !== undefined)
        mapped[key] = mappers[key](part as Exclude<T[keyof T], undefined>, map);
    }
    return mapped;
  };
}

const image = object<PlacedImage>({ path: file, alt: same, width: same, height: same });

const family = object<FontFamily>({
  name: same,
  span: same,
  scripts: same,
  large: same,
  regular: file,
  bold: file,
  italic: file,
  boldItalic: file,
});

const labelled = object<Labelled>({ label: line, lines: each(line), bold: same });

const lineOrImage: PartMapper<Line | PlacedImage> = (item, map) =>
  'path' in item ? image(item, map) : map.line(item);

const mark: PartMapper<Exclude<SignatoryBlock['mark'], undefined>> = (part, map) => {
  if (part === 'ink') return part;
  return 'text' in part ? { text: map.line(part.text) } : { image: image(part.image, map) };
};

const signatory = object<SignatoryBlock>({
  above: each(line),
  mark,
  name: line,
  lines: each(line),
});

const block: PartMapper<Block> = (part, map) => {
  switch (part.type) {
    case 'paragraph':
    case 'heading':
      return { ...part, children: map.line(part.children) };
    case 'list':
      return { ...part, items: each(each(block))(part.items, map) };
    case 'quote':
      return { ...part, children: each(block)(part.children, map) };
  }
};

const mapParts: PartMapper<Partial<Letter>> = object<Partial<Letter>>({
  edition: same,
  id: same,
  kind: same,
  form: same,
  language: same,
  direction: same,
  recipient: same,
  companion: (part, map) => ({ ...part, letter: mapLetter(part.letter, map) }),
  title: same,
  author: same,
  date: same,
  settings: same,
  fonts: each(family),
  letterhead: object<Letter['letterhead']>({ start: each(lineOrImage), end: each(lineOrImage) }),
  unit: line,
  dateline: line,
  head: same,
  rows: each(labelled),
  confidential: line,
  address: object<Letter['address']>({
    label: line,
    lines: each(line),
    bullets: each(line),
    position: same,
  }),
  subject: object<Letter['subject']>({ label: line, lines: each(line) }),
  salutation: each(line),
  body: each(block),
  closing: line,
  signatories: each(signatory),
  enclosures: labelled,
  copies: labelled,
  draft: line,
  annexes: each(object<NonNullable<Letter['annexes']>[number]>({ path: file, span: same })),
  footer: object<Letter['footer']>({ page: same, reference: line }),
});

const mapLetter = mapParts as PartMapper<Letter>;

/** Parts of a letter with other lines. */
export function mapLines<Parts extends Partial<Letter>>(
  parts: Parts,
  map: (line: Line) => Line,
): Parts {
  return mapParts(parts, { line: map, file: same }) as Parts;
}

/** The letter with other files: fonts, images and annexes, those of its companion among them. */
export function mapFiles(letter: Letter, map: (path: string) => string): Letter {
  return mapLetter(letter, { line: (found) => found, file: map });
}

/** The letter, then its companion in the same file. */
export function lettersIn(letter: Letter): Letter[] {
  return letter.companion ? [letter, letter.companion.letter] : [letter];
}

/** Every line and paragraph of a letter but those of its companion. */
function visitLines({ companion: _, ...letter }: Letter, visit: (line: Line) => void): void {
  const visited = (found: Line): Line => {
    visit(found);
    return found;
  };
  mapLetter(letter, { line: visited, file: same });
}

/** The characters of a line, breaks as spaces. */
export function lineText(line: Line): string {
  return line.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (inline.type === 'text') return inline.text;
  return inline.type === 'break' ? ' ' : lineText(inline.children);
}

/** A text of the model, with its place in the edition. */
type InlineText = Extract<Inline, { type: 'text' }>;

/** Every text in the lines of a letter but those of its companion. */
export function visitTexts(letter: Letter, visit: (text: InlineText) => void): void {
  const visitInline = (inline: Inline): void => {
    if (inline.type === 'text') visit(inline);
    else if (inline.type !== 'break') inline.children.forEach(visitInline);
  };
  visitLines(letter, (found) => found.forEach(visitInline));
}
