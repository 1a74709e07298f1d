/** Ordinal words of 1 to 199, from what each language knows of them. */
import type { Gender } from '../model.ts';

/** Russian nouns have a third gender; other languages say the masculine for it. */
export const ORDINAL_GENDERS = ['female', 'male', 'neuter'] as const satisfies readonly (
  | Gender
  | 'neuter'
)[];
export type OrdinalGender = (typeof ORDINAL_GENDERS)[number];

/** The cases of an adjective; `object` is the accusative. None brings a preposition. */
export const ORDINAL_CASES = ['plain', 'of', 'to', 'by', 'in', 'object'] as const;
export type OrdinalCase = (typeof ORDINAL_CASES)[number];

export interface OrdinalForm {
  readonly wanted?: OrdinalCase;
  /** Before its noun, where a language shortens some: "tercer". */
  readonly short?: boolean;
}

/** A number as its hundred, and what stands after it: 1 to 99, or 0. */
export interface Split {
  readonly hundred: boolean;
  readonly rest: number;
}

/** Undefined for what has no ordinal word: fractions, zero, and 200 and more. */
export function splitOrdinal(value: number): Split | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 199) return undefined;
  return { hundred: value >= 100, rest: value % 100 };
}
