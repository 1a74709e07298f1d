/**
 * Proof-reading aids. Warnings only, about what is most probably a slip though it may be meant; what is
 * certainly wrong is an error of another stage.
 */
import { ownSalutation } from '../compose/parts/addressing.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Edition, Letter, LetterSpec, Located, Person, Stakeholder } from '../model.ts';
import { lintAddressing } from './courtesies.ts';
import { type Calendar, calendarOf, lintDates } from './dates.ts';
import { lintEdition } from './edition.ts';
import { lintLayout } from './layout.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type AddressPlaces, addressPlaces, lintPlaceholders } from './placeholders.ts';
import { lintRecipientName, summariseNames } from './recipients.ts';
import { lintSpelling } from './spelling.ts';
import { lintWords } from './words.ts';

/**
 * All warnings about an edition and its letters, each once. Lines and pages are looked at in circulars
 * and, of personal letters, in the first of each kind: rendering takes its time.
 */
export async function lintAll(edition: Edition, letters: readonly Letter[]): Promise<Diagnostic[]> {
  const linter = new Linter(edition);
  const found = [...lintEdition(edition), ...letters.flatMap((letter) => linter.lint(letter))];
  for (const letter of samples(letters)) found.push(...(await lintLayout(letter)));
  const key = ({ code, message, span }: Diagnostic) =>
    JSON.stringify([code, message, span && placeOf(span)]);
  const distinct = new Map(found.map((diagnostic) => [key(diagnostic), diagnostic]));
  return summariseNames([...distinct.values()]);
}

function samples(letters: readonly Letter[]): Letter[] {
  const batch = ({ id, language, form }: Letter) => `${id} ${language} ${form}`;
  const first = new Map(letters.toReversed().map((letter) => [batch(letter), letter]));
  return [...first.values()].reverse();
}

/** Looks at the letters of an edition one by one; what they share is prepared once. */
export class Linter {
  readonly #edition: Edition;
  readonly #names: ReadonlySet<string>;
  readonly #addresses: AddressPlaces;
  readonly #calendars = new Map<string, Calendar>();
  readonly #stakeholders: ReadonlyMap<string, Stakeholder>;
  /** What has been found in a passage: those of circulars come again in each personal letter. */
  readonly #known = new Map<string, readonly Diagnostic[]>();

  constructor(edition: Edition) {
    this.#edition = edition;
    this.#names = namesOf(edition);
    this.#addresses = addressPlaces(edition);
    this.#stakeholders = new Map(edition.stakeholders.map((one) => [one.id.value, one]));
  }

  /** Warnings about a letter's texts, and about how it addresses whom. */
  lint(letter: Letter): Diagnostic[] {
    const spec = this.#edition.letters.find(({ id }) => id.value === letter.id);
    if (!spec) return [];
    const passages = passagesOf(letter);
    const recipient = this.#stakeholders.get(letter.recipient ?? '');
    return [
      ...passages.flatMap((passage) => this.#passage(passage, spec)),
      ...lintSpelling(passages, (passage, index) => this.#isName(passage, index)),
      ...(recipient ? lintRecipientName(recipient, letter) : []),
      ...(recipient ? lintAddressing(addressingOf(recipient, letter)) : []),
      ...spec.signatories.flatMap((person) => lintAddressing(personIn(person, letter))),
    ];
  }

  #passage(passage: Passage, spec: LetterSpec): readonly Diagnostic[] {
    const key = JSON.stringify([spec.id.value, passage.language, passage.text]);
    const known = this.#known.get(key);
    if (known) return known;
    const found = [
      ...lintWords(passage),
      ...lintPlaceholders(passage, this.#addresses),
      ...lintDates(passage, this.#calendar(spec)),
    ];
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #calendar(spec: LetterSpec): Calendar {
    const known = this.#calendars.get(spec.id.value) ?? calendarOf(this.#edition, spec);
    this.#calendars.set(spec.id.value, known);
    return known;
  }

  #isName({ pieces }: Passage, index: number): boolean {
    const span = pieces.findLast(({ start }) => start <= index)?.span;
    return span !== undefined && this.#names.has(placeOf(span));
  }
}

const MOST_KNOWN = 5_000;

function placeOf({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}

/** The places of names of organisations, which have a spelling of their own. */
function namesOf(edition: Edition): Set<string> {
  const places = new Set<string>();
  collectPlaces(edition.organisations, places);
  collectPlaces(edition.letterhead, places);
  return places;
}

function collectPlaces(value: unknown, places: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLocated(value)) places.add(placeOf(value.span));
  for (const [key, item] of Object.entries(value)) if (key !== 'span') collectPlaces(item, places);
}

function isLocated(value: object): value is Located<string> {
  return 'value' in value && typeof value.value === 'string' && 'span' in value;
}

type Addressing = Parameters<typeof lintAddressing>[0];

function addressingOf(recipient: Stakeholder, { language }: Letter): Addressing {
  const { gender, rank, style, courtesy } = recipient;
  const salutation = ownSalutation(recipient, language);
  const own = [style, courtesy].flatMap((text) => text?.[language] ?? text?.all ?? []);
  return { language, gender, rank, styles: own, salutation };
}

/** Those who sign are styled as they wish, whatever their rank. */
function personIn({ gender, style, courtesy }: Person, { language }: Letter): Addressing {
  const own = [style, courtesy].flatMap((text) => text?.[language] ?? text?.all ?? []);
  return { language, gender, styles: own };
}
