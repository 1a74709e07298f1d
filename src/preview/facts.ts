/** The facts of a passage that must be the same in every language: what can be told without understanding it. */

import { isoDate } from '../data/schema/values.ts';
import { findAddresses } from '../language/addresses.ts';
import { latinDigits } from '../language/digits.ts';
import { findDates } from '../language/find-dates.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { Passage } from '../lint/passages.ts';
import type { Language, LetterSpec, Localized } from '../model.ts';
import type { ParityKind } from './api.ts';

export interface Fact {
  readonly kind: ParityKind;
  /** Equal where the fact is, whatever the language. */
  readonly key: string;
  /** As the passage has it. */
  readonly text: string;
}

/** What a letter's data tells about its facts. */
export interface FactBase {
  /** ISO dates. */
  readonly deadlines: ReadonlySet<string>;
  /** By language and bare address: what the data calls it. */
  readonly links: ReadonlyMap<string, string>;
  /** Of dates that leave it out. */
  readonly year: number;
}

export function factBase(spec: LetterSpec, year: number): FactBase {
  const deadlines = Object.values(spec.deadlines).map(({ value }) => isoDate(value));
  return { deadlines: new Set(deadlines), links: linkNames(spec), year };
}

/** A link has an address of its own in each language, and is one fact all the same. */
function linkNames({ links, phases, resolutions }: LetterSpec): Map<string, string> {
  const all: [string, Localized | undefined][] = [
    ...Object.entries(links),
    ...phases.map(({ link }, index): [string, Localized | undefined] => [`phase ${index}`, link]),
    ...Object.entries(resolutions).map(([name, { link }]): [string, Localized | undefined] => [
      `resolution ${name}`,
      link,
    ]),
  ];
  const names = new Map<string, string>();
  for (const [name, link] of all) {
    for (const language of LANGUAGES) {
      const address = link?.[language] ?? link?.all;
      if (address) names.set(`${language} ${bare(address.value)}`, name);
    }
  }
  return names;
}

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
}

/** Takes what it finds out of the text, so that no digit is counted twice. */
interface Rest {
  text: string;
}

export function factsOf(passage: Passage, base: FactBase): Fact[] {
  const rest: Rest = { text: latinDigits(passage.text) };
  return [
    ...addresses(passage, rest, base),
    ...take(rest, TELEPHONE, (text) => ['address', `+${text.replace(/\D/g, '')}`]),
    ...take(rest, SYMBOL, (text) => ['symbol', text]),
    ...dates(passage, rest, base),
    ...take(rest, TIME, (text) => ['number', text.replace(/\D+/g, ':')]),
    ...take(rest, NUMBER, (text) => ['number', numberKey(text)]),
  ];
}

const TELEPHONE = /\+\d[\d \u00a0\u202f()-]{6,}\d/g;
/** A/RES/80/173, CL-21/4. Chinese puts no blank before them. */
const SYMBOL = /(?<![A-Za-z\d/-])[A-Z]+(?:[/-][A-Z0-9]+)*[/-]\d+(?:\/\d+)*(?![A-Za-z\d])/g;
const TIME = /(?<!\d)\d{1,2}(?::|[ \u00a0\u202f]h[ \u00a0\u202f])\d{2}(?!\d)/g;
const NUMBER = /\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g;

/** Without the signs that part thousands. */
function numberKey(text: string): string {
  return /^\d{1,3}(?:\D\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(',', '.');
}

function take(
  rest: Rest,
  pattern: RegExp,
  read: (text: string) => readonly [ParityKind, string],
): Fact[] {
  const found = [...rest.text.matchAll(pattern)].map(([text]): Fact => {
    const [kind, key] = read(text);
    return { kind, key: `${kind} ${key}`, text };
  });
  rest.text = rest.text.replace(pattern, (text) => ' '.repeat(text.length));
  return found;
}

/** Addresses that are written out, and those behind words. */
function addresses(passage: Passage, rest: Rest, { links }: FactBase): Fact[] {
  const { language, pieces } = passage;
  const written = findAddresses(rest.text);
  const hrefs = new Set(pieces.flatMap(({ href }) => href ?? []));
  const all = new Set([...hrefs, ...written.map(({ href }) => href)].map(bare));
  rest.text = written.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    rest.text,
  );
  return [...all].map((address) => {
    const name = links.get(`${language} ${address}`);
    const key = name === undefined ? anyLanguage(address, language) : `link ${name}`;
    return { kind: 'address', key: `address ${key}`, text: address };
  });
}

/** `…/2025/ar` and `…/2025/en` are pages of one site. */
function anyLanguage(address: string, language: Language): string {
  return address.replace(new RegExp(`/${language}(?=[/.?#]|$)`, 'g'), '/{language}');
}

function dates(
  { text, language }: Passage,
  rest: Rest,
  { deadlines, year: own }: FactBase,
): Fact[] {
  const found = findDates(rest.text, language);
  for (const { start, end } of found) {
    rest.text = rest.text.slice(0, start) + ' '.repeat(end - start) + rest.text.slice(end);
  }
  return found.flatMap(({ start, end, dates: inRange }) =>
    inRange.map(({ year = own, month, day }): Fact => {
      const iso = isoDate({ year, month, ...(day !== undefined && { day }) });
      const kind = deadlines.has(iso) ? 'deadline' : 'date';
      return { kind, key: `date ${iso}`, text: text.slice(start, end) };
    }),
  );
}
