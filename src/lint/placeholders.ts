/** What probably holds the place of something that is missing; where it certainly does, composing refuses it. */
import type { Diagnostic, Span } from '../diagnostic.ts';
import { findAddresses } from '../language/addresses.ts';
import { LANGUAGE_KEYS } from '../language/languages.ts';
import { findPlaceholders, isNobodys } from '../language/placeholders.ts';
import type { Edition } from '../model.ts';
import { type Passage, warnAt } from './passages.ts';

/** Where the data gives the addresses that links open. */
export type AddressPlaces = ReadonlyMap<string, Span>;

/** Of the contact and of a letter's links. */
export function addressPlaces({ contact, letters }: Edition): AddressPlaces {
  const texts = letters.flatMap(({ links, resolutions }) => [
    ...Object.values(links),
    ...Object.values(resolutions).flatMap(({ link }) => link ?? []),
  ]);
  const links = texts.flatMap((text) => LANGUAGE_KEYS.flatMap((key) => text[key] ?? []));
  const places = [...links, ...(contact.email ? [contact.email] : [])].flatMap(({ value, span }) =>
    findAddresses(value).map(({ href }) => [href, span] as const),
  );
  return new Map(places.reverse());
}

/** Notes such as “(to be confirmed)”, and addresses that are nobody's. */
export function lintPlaceholders(passage: Passage, places: AddressPlaces): Diagnostic[] {
  return [...notes(passage), ...addresses(passage, places)];
}

function notes(passage: Passage): Diagnostic[] {
  const { text, language } = passage;
  return findPlaceholders(text, language)
    .filter(({ certain }) => !certain)
    .map(({ start, end }) => {
      const message = `“${text.slice(start, end)}” looks like a note that something is missing`;
      const place = { index: start, length: end - start };
      return warnAt(passage, place, { code: 'placeholder', message });
    });
}

/** Each at its place in the data, so that it is told once; else where it stands in a template. */
function addresses({ pieces }: Passage, places: AddressPlaces): Diagnostic[] {
  return pieces.flatMap(({ href, span }): Diagnostic[] => {
    if (href === undefined || !isNobodys(href)) return [];
    const address = href.replace(/^mailto:/, '');
    const message = `the address ${address} is nobody's: it only serves as an example`;
    const place = places.get(href) ?? span;
    const warning = { severity: 'warning', code: 'placeholder-link', message } as const;
    return [{ ...warning, hint: 'give the real address', ...(place && { span: place }) }];
  });
}
