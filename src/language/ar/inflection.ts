/** Proper names in Arabic sentences. */
import type { Inflected, Inflection, NameParts } from '../names.ts';

/**
 * The genitive is the name itself; ل swallows the alef of ال, and one of three lams. To a name in another script it is
 * tied by a tatweel: لـ Smart Africa.
 */
function inflect({ name }: NameParts, wanted: Inflected): string {
  if (wanted === 'in') return `في ${name}`;
  if (wanted === 'by') return `من جانب ${name}`;
  if (wanted !== 'to') return name;
  if (!/^[\p{Script=Arabic}«"(]/u.test(name)) return `لـ ${name}`;
  if (name.startsWith('الل')) return `ل${name.slice(2)}`;
  return name.startsWith('ال') ? `لل${name.slice(2)}` : `ل${name}`;
}

/** Arabic: ال is part of a name, so there are no articles. */
export const inflection: Inflection = { inflect };
