/** Persons in running text and in addresses: style, courtesy, name, title. */
import { gendered, needsGender, type RankForms } from '../../language/pack.ts';
import type {
  Country,
  Gender,
  Line,
  Localized,
  LocalizedLines,
  Stakeholder,
  Text,
} from '../../model.ts';
import { type Addressed, type Addressing, addressingOf, idOf, reportChoice } from './addressing.ts';
import { fillPattern } from './patterns.ts';
import { isolated, linesOf, properName, textOf, type Writer, words } from './print.ts';

/** The gender; a missing one is reported, never guessed. */
export function genderOf(person: Addressed, { problems }: Writer): Gender | undefined {
  if (!person.gender) {
    const hint = 'female or male';
    problems.error('missing-gender', person.span, `"${idOf(person)}" needs a gender here`, hint);
  }
  return person.gender?.value;
}

/** How the person is addressed; where neither rank nor style tells it, that is reported, never guessed. */
export function knownAddressing(person: Addressed, writer: Writer): Addressing {
  const found = addressingOf(person, writer);
  reportChoice(person, found, writer);
  if (!found.rank && !found.forms && !found.unknownStyle) {
    const hint = 'give the rank; "none" for a person without one';
    writer.problems.error('missing-rank', person.span, `"${idOf(person)}" needs a rank here`, hint);
  }
  return found;
}

/** A row of a list that names an organisation and nobody in it: the letter goes to whoever is in charge. */
export function isOffice(recipient: Stakeholder): boolean {
  const { name, organisation, gender, courtesy, style, rank, extra } = recipient;
  const hasFamily = Object.keys(extra).some((column) => column.startsWith('family-name'));
  const isPerson = (name ?? gender ?? courtesy ?? style) !== undefined || hasFamily;
  return !isPerson && organisation !== undefined && (rank?.value ?? 'none') === 'none';
}

/** The recipient's name as the letter's language writes it; a missing one is reported. */
export function recipientName(recipient: Stakeholder, writer: Writer): Text | undefined {
  const { pack, problems } = writer;
  const { name } = recipient;
  const text = name?.[pack.language] ?? name?.all;
  if (!text) {
    const message = `"${recipient.id.value}" has no name that the letter can print`;
    const hint = `fill the column name or name-${pack.language}`;
    problems.error('missing-name', name?.span ?? recipient.span, message, hint);
  }
  return text;
}

/** "His Excellency" as the data has it, or by rank and gender; empty where the rank has none. */
function styleLine(person: Addressed, rank: RankForms | undefined, writer: Writer): Line {
  const own = textOf(person.style, writer);
  if (own) return [isolated(own)];
  if (person.style || rank?.style === undefined) return [];
  const gender = needsGender(rank.style) ? genderOf(person, writer) : 'male';
  return gender ? [words(gendered(rank.style, gender))] : [];
}

/** "Ms" as the data has it, or by gender; some ranks and styles have none. */
export function courtesyLine(
  person: Addressed,
  courtesy: Addressing['courtesy'],
  writer: Writer,
): Line {
  const own = textOf(person.courtesy, writer);
  if (own) return [isolated(own)];
  if (person.courtesy || courtesy === 'none') return [];
  const gender = genderOf(person, writer);
  const { pack } = writer;
  const forms = courtesy === 'styled' ? pack.courtesyAfterStyle : pack.courtesy;
  return gender ? [words(forms[gender])] : [];
}

/** Style, courtesy and name: "His Excellency Mr Maxim Parshin", معالي السيد مكسيم برشين. */
export function personLine(person: Addressed, writer: Writer): Line {
  const addressing = addressingOf(person, writer);
  reportChoice(person, addressing, writer);
  const style = styleLine(person, addressing.forms, writer);
  const kind = style.length > 0 || addressing.courtesy === 'none' ? addressing.courtesy : 'plain';
  const courtesy = courtesyLine(person, kind, writer);
  const name = textOf(person.name, writer);
  return nameInOrder({ style, courtesy, name: name ? [isolated(inOneLine(name))] : [] }, writer);
}

/** A name that has lines where it is signed. */
function inOneLine(name: Text): Text {
  if (!name.value.includes('\n')) return name;
  return { value: name.value.replaceAll('\n', ' '), span: name.span };
}

/** Style, courtesy and name in the order of the language. */
export function nameInOrder(
  parts: Readonly<Record<'style' | 'courtesy' | 'name', Line>>,
  { pack }: Writer,
): Line {
  return joined(
    pack.order.name.map((part) => parts[part]),
    pack.signs.space,
  );
}

/** What {@link personWithTitle} adds after the name. */
interface PersonParts {
  readonly title: boolean;
  readonly country: boolean;
}

/** The person followed by title and country: "…, Vice-Minister of …, Russian Federation". */
export function personWithTitle(person: Addressed, parts: PersonParts, writer: Writer): Line {
  const { order, signs } = writer.pack;
  const found = {
    person: [personLine(person, writer)],
    title: parts.title ? titleLines(person, writer) : [],
    country: parts.country ? [countryLine(person.country, writer)] : [],
  };
  const separator = order.mention[0] === 'person' ? signs.comma : signs.space;
  return joined(
    order.mention.flatMap((part) => found[part]),
    separator,
  );
}

/** The lines of a title, whichever way the data has it; who holds the office for a time only is said to. */
export function titleLines(person: Addressed, writer: Writer): Line[] {
  const lines = titleTexts(person.title, writer);
  const { said, pattern } = writer.pack.acting;
  if (!person.acting || lines.some(({ value }) => said.test(value))) return lines.map(lineOf);
  // The office is the last line where titles go from the large to the small.
  const office = writer.pack.order.titleAbove ? lines.length - 1 : 0;
  const gender = needsGender(pattern) ? genderOf(person, writer) : 'male';
  return lines.map((line, index) => {
    if (index !== office || !gender) return lineOf(line);
    return fillPattern(gendered(pattern, gender), { title: lineOf(line) });
  });
}

function lineOf(text: Text): Line {
  return [isolated(text)];
}

function titleTexts(
  title: Localized | LocalizedLines | undefined,
  writer: Writer,
): readonly Text[] {
  if (!title) return [];
  if (isLines(title, writer)) return linesOf(title, writer);
  const text = textOf(title as Localized, writer);
  return text ? [text] : [];
}

function isLines(title: Localized | LocalizedLines, { pack }: Writer): title is LocalizedLines {
  return Array.isArray(title[pack.language] ?? title.all);
}

/** The country's name, empty where there is none. */
export function countryLine(country: Country | undefined, writer: Writer): Line {
  return country ? properName(country.name, 'plain', 'country', writer) : [];
}

/** Non-empty lines with a separator between them, which may be empty. */
export function joined(lines: readonly Line[], separator: string): Line {
  const full = lines.filter((line) => line.length > 0);
  const between = separator === '' ? [] : [words(separator)];
  return full.flatMap((line, index) => (index === 0 ? line : [...between, ...line]));
}
