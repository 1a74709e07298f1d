/** Persons in running text and in addresses: style, courtesy, name, title. */
import type { Span } from '../../diagnostic.ts';
import { gendered, needsGender, type RankForms } from '../../language/pack.ts';
import type {
  Country,
  Gender,
  Line,
  Localized,
  LocalizedLines,
  Located,
  Rank,
  Stakeholder,
  Text,
} from '../../model.ts';
import { isolated, linesOf, properName, textOf, type Writer, words } from './print.ts';

/** What signatories, persons in a text and recipients have in common. */
interface Addressed {
  readonly span: Span;
  readonly id: string | Located<string>;
  readonly name?: Localized;
  readonly gender?: Located<Gender>;
  readonly rank?: Located<Rank>;
  readonly style?: Localized;
  readonly courtesy?: Localized;
  readonly title?: Localized | LocalizedLines;
  readonly country?: Country;
}

/** The id as users wrote it. */
function idOf({ id }: Addressed): string {
  return typeof id === 'string' ? id : id.value;
}

/** The gender; a missing one is reported, never guessed. */
export function genderOf(person: Addressed, { problems }: Writer): Gender | undefined {
  if (!person.gender) {
    const hint = 'female or male';
    problems.error('missing-gender', person.span, `"${idOf(person)}" needs a gender here`, hint);
  }
  return person.gender?.value;
}

/** How the rank is addressed; a missing one is reported, never guessed. */
export function rankOf(person: Addressed, { pack, problems }: Writer): RankForms | undefined {
  if (person.rank) return pack.ranks[person.rank.value];
  const hint = 'give the rank; "none" for a person without one';
  problems.error('missing-rank', person.span, `"${idOf(person)}" needs a rank here`, hint);
  return undefined;
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

/** "Ms" as the data has it, or by gender. A Royal Highness has none. */
export function courtesyLine(person: Addressed, styled: boolean, writer: Writer): Line {
  const own = textOf(person.courtesy, writer);
  if (own) return [isolated(own)];
  if (person.courtesy || person.rank?.value === 'royal-highness') return [];
  const gender = genderOf(person, writer);
  const { courtesy, courtesyAfterStyle } = writer.pack;
  return gender ? [words((styled ? courtesyAfterStyle : courtesy)[gender])] : [];
}

/** Style, courtesy and name: "His Excellency Mr Maxim Parshin", معالي السيد مكسيم برشين. */
export function personLine(person: Addressed, writer: Writer): Line {
  const rank = person.rank && writer.pack.ranks[person.rank.value];
  const style = styleLine(person, rank, writer);
  const courtesy = courtesyLine(person, style.length > 0, writer);
  const name = textOf(person.name, writer);
  return nameInOrder({ style, courtesy, name: name ? [isolated(inOneLine(name))] : [] }, writer);
}

/** A name that has lines where it is signed. */
function inOneLine(name: Text): Text {
  return { ...name, value: name.value.replaceAll('\n', ' ') };
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
    title: parts.title ? titleLines(person.title, writer) : [],
    country: parts.country ? [countryLine(person.country, writer)] : [],
  };
  const separator = order.mention[0] === 'person' ? signs.comma : signs.space;
  return joined(
    order.mention.flatMap((part) => found[part]),
    separator,
  );
}

/** The lines of a title, whichever way the data has it. */
export function titleLines(title: Localized | LocalizedLines | undefined, writer: Writer): Line[] {
  if (!title) return [];
  if (isLines(title, writer)) return linesOf(title, writer).map((line) => [isolated(line)]);
  const text = textOf(title as Localized, writer);
  return text ? [[isolated(text)]] : [];
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
