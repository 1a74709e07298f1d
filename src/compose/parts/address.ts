/** To whom a letter is addressed: the groups of a circular, or one person. */
import { gendered, needsGender, type RankForms } from '../../language/pack.ts';
import type {
  Category,
  DativeForms,
  Letter,
  LetterSpec,
  Line,
  Localized,
  Located,
  Stakeholder,
} from '../../model.ts';
import { GENDERS } from '../../vocabulary.ts';
import type { Addressing } from './addressing.ts';
import { labelLine } from './head.ts';
import {
  countryLine,
  genderOf,
  isOffice,
  knownAddressing,
  nameInOrder,
  personLine,
  recipientName,
} from './persons.ts';
import { isolated, linesOf, textOf, type Writer, words } from './print.ts';

type Address = Letter['address'];

/** "To:", lines and bullets of a circular. */
export function circularAddress(spec: LetterSpec, writer: Writer): Address {
  const { addressees } = spec;
  const lines = linesOf(addressees.lines, writer).map((line): Line => [isolated(line)]);
  const categories = addressees.categories.map((category) => categoryLine(category, spec, writer));
  const bullets = addressees.bulleted ? [...lines, ...categories] : categories;
  // A row of the reference block says it.
  if (lines.length + bullets.length === 0) return { lines: [], bullets: [], position: 'head' };
  return {
    label: labelLine(addressees.label, writer.pack.labels.to, writer),
    lines: addressees.bulleted ? [] : lines,
    bullets: separated(bullets, addressees.separator, writer),
    position: 'head',
  };
}

function categoryLine(category: Located<Category>, spec: LetterSpec, writer: Writer): Line {
  const own = textOf(spec.addressees.names[category.value], writer);
  const { categories, addressedCategories = categories } = writer.pack;
  return own ? [isolated(own)] : [words(addressedCategories[category.value])];
}

/** The separator after each bullet but the last. */
function separated(
  bullets: readonly Line[],
  separator: Localized | undefined,
  writer: Writer,
): Line[] {
  const mark = textOf(separator, writer);
  if (!mark) return [...bullets];
  const inline = { type: 'text', text: mark.value, span: mark.span } as const;
  return bullets.map((line, index) => (index < bullets.length - 1 ? [...line, inline] : line));
}

/** The inside address: what the list has for it, or its parts in the order of the language. */
export function insideAddress(recipient: Stakeholder, spec: LetterSpec, writer: Writer): Address {
  const own = recipient.addressLines?.map((line): Line => [isolated(line)]);
  const lines = own ?? composedLines(recipient, writer);
  return { lines, bullets: [], position: spec.insideAddress };
}

function composedLines(recipient: Stakeholder, writer: Writer): Line[] {
  const { pack } = writer;
  const textLine = (text: Localized | undefined): Line => {
    const found = textOf(text, writer);
    return found ? [isolated(found)] : [];
  };
  const organisation = textLine(recipient.organisation);
  const person = pack.addressCourtesy
    ? inflectedParts(recipient, organisation, writer)
    : { name: nameLine(recipient, writer), title: textLine(recipient.title), organisation };
  const parts = {
    ...person,
    country: countryLine(recipient.country, writer),
  };
  const street = recipient.street?.map((line): Line => [isolated(line)]) ?? [];
  const { address } = pack.order;
  const last = address.at(-1);
  return address
    .flatMap((part) => {
      if (part !== 'country') return [parts[part]];
      // A country comes last, or first: the street is on its inner side.
      return last === 'country' ? [...street, parts.country] : [parts.country, ...street];
    })
    .filter((line) => line.length > 0);
}

/** A name needs a style or a rank; a letter to an office has none. */
function nameLine(recipient: Stakeholder, writer: Writer): Line {
  if (isOffice(recipient) || !recipientName(recipient, writer)) return [];
  const { rank, unknownStyle, forms } = knownAddressing(recipient, writer);
  return rank || unknownStyle || forms ? personLine(recipient, writer) : [];
}

/**
 * Name and title in the dative, as Russian addresses letters, and after a title the organisation in the genitive: Г-ну Ивану
 * Петрову, Председателю Ассоциации. No rule yields the forms of a name or a title, so they are columns of the list; a form
 * that it lacks is reported.
 */
function inflectedParts(
  recipient: Stakeholder,
  organisation: Line,
  writer: Writer,
): Readonly<Record<'name' | 'title' | 'organisation', Line>> {
  const genitive = recipient.title && recipient.organisationGenitive;
  return {
    name: dativeName(recipient, writer),
    title: recipient.title ? dativeForm('title', recipient, writer) : [],
    organisation: genitive ? [isolated(genitive)] : organisation,
  };
}

function dativeName(recipient: Stakeholder, writer: Writer): Line {
  if (isOffice(recipient) || !recipientName(recipient, writer)) return [];
  const addressing = knownAddressing(recipient, writer);
  const { rank, unknownStyle, forms } = addressing;
  if (!rank && !unknownStyle && !forms) return [];
  const style = dativeStyle(recipient, forms, writer);
  const courtesy = dativeCourtesy(recipient, addressing, style.length > 0, writer);
  return nameInOrder({ style, courtesy, name: dativeForm('name', recipient, writer) }, writer);
}

/** The dative of a style is known where it is that of some rank. */
function dativeStyle(recipient: Stakeholder, forms: RankForms | undefined, writer: Writer): Line {
  const own = textOf(recipient.style, writer);
  if (recipient.dative?.style || (own && !dativeOf(own.value, writer))) {
    return dativeForm('style', recipient, writer);
  }
  if (own) return [words(dativeOf(own.value, writer) ?? '')];
  const style = recipient.style ? undefined : forms?.styleInAddress;
  if (style === undefined) return [];
  const gender = needsGender(style) ? genderOf(recipient, writer) : 'male';
  return gender ? [words(gendered(style, gender))] : [];
}

function dativeOf(style: string, { pack }: Writer): string | undefined {
  const pairs = Object.values(pack.ranks).flatMap((forms) =>
    GENDERS.map((gender) => [
      gendered(forms.style ?? '', gender),
      gendered(forms.styleInAddress ?? '', gender),
    ]),
  );
  return pairs.find(([nominative]) => nominative === style.replace('ё', 'е'))?.[1];
}

function dativeCourtesy(
  recipient: Stakeholder,
  addressing: Addressing,
  styled: boolean,
  writer: Writer,
): Line {
  if (recipient.courtesy) return dativeForm('courtesy', recipient, writer);
  if (addressing.courtesy === 'none') return [];
  const gender = genderOf(recipient, writer);
  const forms = writer.pack.addressCourtesy?.[styled ? 'afterStyle' : 'alone'];
  return gender && forms ? [words(forms[gender])] : [];
}

/** The dative that the list has for one of its texts. */
function dativeForm(part: keyof DativeForms, recipient: Stakeholder, writer: Writer): Line {
  const form = recipient.dative?.[part];
  if (form) return [isolated(form)];
  const text = textOf(recipient[part], writer);
  if (!text) return [];
  const message = `the ${part} "${text.value}" of "${recipient.id.value}" lacks its dative`;
  const hint = `fill the column ${part}-dative, or give the whole address in the column address`;
  writer.problems.error('missing-form', text.span, message, hint);
  return [];
}
