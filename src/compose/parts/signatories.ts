/** The signatory block: mark, name, title and organisation of each, in order of protocol. */
import type {
  LetterForm,
  LetterSpec,
  Line,
  Localized,
  Person,
  SignatoryBlock,
} from '../../model.ts';
import { nameInOrder, titleLines } from './persons.ts';
import { isolated, linesOf, properName, textOf, type Writer, words } from './print.ts';

/** The blocks of all signatories of a letter. */
export function signatoryBlocks(
  spec: LetterSpec,
  form: LetterForm,
  writer: Writer,
): SignatoryBlock[] {
  return spec.signatories.map((person) => {
    const mark = markOf(person, spec, form, writer);
    const name = nameLine(person, writer);
    const title = titleLines(person, writer);
    const organisation = organisationLines(person, writer);
    const block = writer.pack.order.titleAbove
      ? { above: [...organisation, ...title], name, lines: [] }
      : { name, lines: [...title, ...organisation] };
    return { ...block, ...(mark && { mark }) };
  });
}

/** Style and courtesy of a signatory are printed only as far as the data has them. */
function nameLine(person: Person, writer: Writer): Line {
  const line = (text: Localized | undefined): Line => {
    const found = textOf(text, writer);
    return found ? [isolated(found)] : [];
  };
  const { style, courtesy, name } = person;
  return nameInOrder({ style: line(style), courtesy: line(courtesy), name: line(name) }, writer);
}

function organisationLines({ organisation }: Person, writer: Writer): Line[] {
  if (!organisation) return [];
  if ('name' in organisation) {
    return [properName(organisation.name, 'plain', 'organisation', writer)];
  }
  return linesOf(organisation, writer).map((line) => [isolated(line)]);
}

/**
 * "[Original signed]" says that this copy bears no signature, so it belongs to circulars: where
 * they have it, a personal letter has room for the signature itself.
 */
function markOf(
  person: Person,
  spec: LetterSpec,
  form: LetterForm,
  writer: Writer,
): SignatoryBlock['mark'] {
  switch (spec.mark) {
    case 'none':
      return undefined;
    case 'ink':
      return 'ink';
    case 'image':
      return signature(person, spec, writer);
    default: {
      if (form === 'personal') return signature(person, spec, writer);
      const own = textOf(spec.markText, writer);
      return { text: own ? [isolated(own)] : [words(writer.pack.marks[spec.mark])] };
    }
  }
}

/** The signature as an image, or room for one by hand. */
function signature(person: Person, spec: LetterSpec, writer: Writer): SignatoryBlock['mark'] {
  const image = Object.hasOwn(spec.images, person.id) ? spec.images[person.id] : undefined;
  if (!image) return 'ink';
  const { path, alt, width, height } = image;
  const text = textOf(alt, writer)?.value ?? '';
  return { image: { path, alt: text, ...(width && { width }), ...(height && { height }) } };
}
