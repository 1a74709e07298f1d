/** The closed lists of words that edition files choose from. */
import type { Category, Gender, LetterForm, MarkKind, Rank, RowKey } from '../model.ts';

export const CATEGORIES = [
  'government',
  'private-sector',
  'civil-society',
  'academia-technical',
  'international-organization',
] as const satisfies readonly Category[];

export const GENDERS = ['female', 'male'] as const satisfies readonly Gender[];

export const RANKS = [
  'head-of-state',
  'head-of-government',
  'royal-highness',
  'minister',
  'vice-minister',
  'ambassador',
  'head-of-organization',
  'senior-official',
  'none',
] as const satisfies readonly Rank[];

export const FORMS = ['circular', 'personal'] as const satisfies readonly LetterForm[];

export const MARKS = [
  'original-signed',
  'signed',
  'image',
  'ink',
  'none',
] as const satisfies readonly MarkKind[];

export const ROWS = [
  'reference',
  'contact',
  'telephone',
  'fax',
  'email',
] as const satisfies readonly RowKey[];

export const HEADS = ['rows-first', 'address-first', 'stacked'] as const;
export const PAPERS = ['A4', 'LETTER'] as const;
export const DIGITS = ['latn', 'arab'] as const;
export const FRENCH_SPACINGS = ['open', 'closed'] as const;
export const POSITIONS = ['head', 'foot'] as const;

/** Families that come with the tool. */
export const BUILT_IN_FAMILIES: readonly string[] = ['Amiri', 'Tinos'];
