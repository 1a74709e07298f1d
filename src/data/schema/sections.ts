/** The sections of edition.yaml, but for its letters. */

import { LANGUAGES } from '../../language/languages.ts';
import type {
  Contact,
  Event,
  Letterhead,
  LetterheadItem,
  Organisation,
  Settings,
} from '../../model.ts';
import { DIGITS, FRENCH_SPACINGS, JUSTIFICATIONS, PAPERS } from '../../vocabulary.ts';
import type { Folder } from '../source/files.ts';
import { entryOf } from '../source/tree.ts';
import { email } from './addresses.ts';
import { countryReader } from './countries.ts';
import { type FontChains, familyName } from './fonts.ts';
import { localized, properName } from './localized.ts';
import { checkOrder, image, period, type Registry, reference } from './parts.ts';
import {
  choices,
  defaulted,
  judged,
  list,
  object,
  optional,
  plain,
  type Reader,
  record,
  required,
  scalar,
  text,
} from './reader.ts';
import { boolean, date, fieldName, languageTag, numberBetween, oneOf } from './values.ts';

const organisationShape = object({
  name: required(properName),
  short: optional(properName),
  acronym: optional(localized),
});

/** An organisation with its names. */
export function organisation(name: string): Reader<Organisation> {
  return (node, context) => {
    const found = organisationShape(node, context);
    return found && { ...found, id: name };
  };
}

/** Whom to ask. */
export const contact: Reader<Contact> = object({
  name: required(localized),
  courtesy: optional(localized),
  telephone: optional(text),
  fax: optional(text),
  email: optional(scalar(judged(email))),
});

/** The event; its bodies are ids of organisations. */
export function event(organisations: Registry<Organisation>): Reader<Event> {
  const bodies = defaulted(choices(reference(organisations, 'organisation')), []);
  const read = object({
    name: required(properName),
    short: optional(properName),
    acronym: optional(localized),
    theme: optional(localized),
    start: required(scalar(date)),
    end: required(scalar(date)),
    periods: defaulted(
      record(fieldName, () => period),
      {},
    ),
    place: required(properName),
    country: optional(countryReader),
    hosts: bodies,
    organisers: bodies,
    coorganisers: bodies,
    agencies: bodies,
  });
  return (node, context) => {
    const found = read(node, context);
    if (found) checkOrder(found.start, found.end, context);
    return found;
  };
}

const letterheadText = object({
  text: required(localized),
  lang: optional(scalar(languageTag)),
  bold: optional(plain(boolean)),
});

/** An image where it names one, else a text, alone or in a map. */
function letterheadItem(folder: Folder): Reader<LetterheadItem> {
  const picture = image(folder);
  return (node, context) => {
    if (node.type === 'scalar') {
      const line = localized(node, context);
      return line && { text: line };
    }
    if (!entryOf(node, 'image')) return letterheadText(node, context);
    const found = picture(node, context);
    return found && { image: found };
  };
}

/** What is at the top of page 1, at either side. */
export function letterhead(folder: Folder): Reader<Letterhead> {
  const side = defaulted(list(letterheadItem(folder)), []);
  return object({ start: side, end: side });
}

/** What holds where `settings` says nothing. */
export function defaultSettings(chains: FontChains): Settings {
  return {
    paper: 'A4',
    digits: 'latn',
    frenchSpacing: 'open',
    fonts: chains,
    fontSize: 11,
    justify: 'spaces',
  };
}

/** Points. */
const FONT_SIZES = { least: 8, most: 16 };

/** Settings of the typesetting; `familyNames` are the families there are. */
export function settings(familyNames: readonly string[], chains: FontChains): Reader<Settings> {
  const family = plain(familyName(familyNames, 'fonts'));
  const language = oneOf(LANGUAGES, 'unknown-language', 'language of letters');
  const spacing = oneOf(FRENCH_SPACINGS, 'unknown-spacing', 'spacing');
  const { paper, digits, frenchSpacing, fonts, fontSize, justify } = defaultSettings(chains);
  const families = record(language, () => choices(family, 1));
  const read = object({
    paper: defaulted(plain(oneOf(PAPERS, 'unknown-paper', 'size of paper')), paper),
    digits: defaulted(plain(oneOf(DIGITS, 'unknown-digits', 'kind of digits')), digits),
    frenchSpacing: defaulted(plain(spacing), frenchSpacing),
    fonts: defaulted(families, fonts),
    fontSize: defaulted(plain(numberBetween(FONT_SIZES.least, FONT_SIZES.most)), fontSize),
    justify: defaulted(
      plain(oneOf(JUSTIFICATIONS, 'unknown-justification', 'way to justify')),
      justify,
    ),
  });
  return (node, context) => {
    const found = read(node, context);
    return found && { ...found, fonts: completed(found.fonts, chains) };
  };
}

/** What the families that an edition chooses lack comes from the language's own chain. */
function completed(chosen: Settings['fonts'], chains: FontChains): FontChains {
  const whole = LANGUAGES.map((language) => {
    const names = [...(chosen[language] ?? []), ...chains[language]];
    return [language, [...new Set(names)]];
  });
  return Object.fromEntries(whole);
}
