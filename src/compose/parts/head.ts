/** The head of a letter and its footer: what is the same for every recipient. */
import type {
  Contact,
  Edition,
  Labelled,
  Letter,
  LetterheadItem,
  LetterSpec,
  Line,
  Localized,
  PlacedImage,
  ReferenceRow,
  Text,
} from '../../model.ts';
import { fillPattern } from './patterns.ts';
import { joined, nameInOrder } from './persons.ts';
import {
  isolated,
  linesOf,
  phraseInline,
  properName,
  textOf,
  type Writer,
  words,
} from './print.ts';

/** Lines and images at either side, the texts in the letter's language. */
export function letterhead(edition: Edition, writer: Writer): Letter['letterhead'] {
  const side = (items: readonly LetterheadItem[]) =>
    items.flatMap((item) => letterheadItem(item, writer) ?? []);
  return { start: side(edition.letterhead.start), end: side(edition.letterhead.end) };
}

/** An item in a list of its own, for a line would be spread by `flatMap`. */
function letterheadItem(item: LetterheadItem, writer: Writer): [Line | PlacedImage] | undefined {
  if ('image' in item) {
    const { path, alt, width, height } = item.image;
    const text = textOf(alt, writer)?.value ?? '';
    return [{ path, alt: text, ...(width && { width }), ...(height && { height }) }];
  }
  const text = textOf(item.text, writer);
  if (!text) return undefined;
  const inline = isolated(text);
  const tagged =
    item.lang && inline.type === 'isolate' ? { ...inline, language: item.lang.value } : inline;
  return [[item.bold ? { type: 'strong', children: [tagged] } : tagged]];
}

/** "Geneva, 10 April 2026", or the date alone. */
export function dateline(spec: LetterSpec, writer: Writer): Line {
  const { pack } = writer;
  const place = spec.place && properName(spec.place, 'plain', 'place', writer);
  const date = [phraseInline(pack.date(spec.date.value), spec.date.span)];
  if (!place) return fillPattern(pack.dateline.alone, { date });
  return fillPattern(pack.dateline.withPlace, { place, date });
}

/** The rows of the reference block, in the order of the data. */
export function referenceRows(spec: LetterSpec, contact: Contact, writer: Writer): Labelled[] {
  return spec.rows
    .map((row) => ({
      label: rowLabel(row, writer),
      lines: rowLines(row, spec, contact, writer),
      ...(row.bold && { bold: true }),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** A label of the data gets the colon that it lacks; French spacing comes later. */
function rowLabel(row: ReferenceRow, writer: Writer): Line {
  const own = textOf(row.label, writer);
  if (!own) return row.key ? [words(writer.pack.labels[row.key])] : [];
  return withColon(own, writer);
}

function withColon(label: Text, { pack }: Writer): Line {
  const isWhole = /[:：]\s*$/.test(label.value);
  return isWhole ? [isolated(label)] : [isolated(label), words(pack.signs.colon)];
}

/** The label that a letter has instead of the language's own, which serves where it has none. */
export function labelLine(own: Localized | undefined, usual: string, writer: Writer): Line {
  const text = own?.[writer.pack.language] ?? own?.all;
  return text ? withColon(text, writer) : [words(usual)];
}

function rowLines(row: ReferenceRow, spec: LetterSpec, contact: Contact, writer: Writer): Line[] {
  if (row.value) return linesOf(row.value, writer).map((line) => [isolated(line)]);
  switch (row.key) {
    case 'reference':
      return linesOf(spec.reference, writer).map((line) => [isolated(line)]);
    case 'contact':
      return [contactLine(contact, writer)].filter((line) => line.length > 0);
    case 'telephone':
      return contact.telephone ? [[isolated(contact.telephone, 'ltr')]] : [];
    case 'fax':
      return contact.fax ? [[isolated(contact.fax, 'ltr')]] : [];
    case 'email':
      return contact.email ? [[mailLink(contact.email)]] : [];
    default:
      return [];
  }
}

function mailLink(email: NonNullable<Contact['email']>): Line[number] {
  return { type: 'link', href: `mailto:${email.value}`, children: [isolated(email, 'ltr')] };
}

function contactLine(contact: Contact, writer: Writer): Line {
  const courtesy = textOf(contact.courtesy, writer);
  const name = textOf(contact.name, writer);
  const line = (text: typeof name): Line => (text ? [isolated(text)] : []);
  return nameInOrder({ style: [], courtesy: line(courtesy), name: line(name) }, writer);
}

/** Enclosures or copies; undefined where there are none. */
export function footNotes(
  label: Line,
  texts: readonly Localized[],
  writer: Writer,
): Labelled | undefined {
  if (texts.length === 0) return undefined;
  const lines = texts.flatMap((text) => {
    const found = textOf(text, writer);
    return found ? [[isolated(found)]] : [];
  });
  return { label, lines };
}

/** Page number, and the reference in one line for the pages after the first. */
export function footer(spec: LetterSpec, writer: Writer): Letter['footer'] {
  const reference = linesOf(spec.reference, writer).map((line): Line => [isolated(line)]);
  const { page } = writer.pack;
  return reference.length > 0 ? { page, reference: joined(reference, ' ') } : { page };
}
