/** Proper names in Chinese sentences. */
import type { Inflected, Inflection } from '../names.ts';

const FORMS: Readonly<Record<Inflected, (name: string) => string>> = {
  the: (name) => name,
  of: (name) => `${name}的`,
  to: (name) => `向${name}`,
  by: (name) => `由${name}`,
  in: (name) => `在${name}`,
};

/** Chinese: names do not inflect; a particle or a preposition does the work. */
export const inflection: Inflection = {
  inflect: ({ name }, wanted) => FORMS[wanted](name),
  particles: { of: '的' },
  onceBeforeLists: true,
};
