/** The closed lists of words that edition files choose from. The types of the model are derived from them. */

/** Categories of stakeholders. */
export const CATEGORIES = [
  'government',
  'private-sector',
  'civil-society',
  'academia-technical',
  'international-organization',
] as const;

/** Genders, for words that inflect. */
export const GENDERS = ['female', 'male'] as const;

/** Ranks, in order of protocol. They decide style of address and salutation. */
export const RANKS = [
  'majesty',
  'holiness',
  'head-of-state',
  'head-of-government',
  'royal-highness',
  'highness',
  'eminence',
  'minister',
  'vice-minister',
  'ambassador',
  'under-secretary',
  'head-of-organization',
  'senior-official',
  'none',
] as const;

/** Forms in which a letter is made. */
export const FORMS = ['circular', 'personal'] as const;

/** What is above the name of a signatory. */
export const MARKS = ['original-signed', 'signed', 'image', 'ink', 'none'] as const;

/** Rows of the reference block, in the order of the letters of ITU. */
export const ROWS = ['reference', 'contact', 'telephone', 'fax', 'email'] as const;

/** How two languages share a file, or do not. */
export const LAYOUTS = ['separate', 'bilingual', 'sequential'] as const;
/** Arrangements of reference block and addressees. */
export const HEADS = ['rows-first', 'address-first', 'stacked'] as const;
/** Where an inside address is. */
export const POSITIONS = ['head', 'foot'] as const;
/** Sizes of paper. */
export const PAPERS = ['A4', 'LETTER'] as const;
/** Digits in Arabic letters: 0-9 or ٠-٩. */
export const DIGITS = ['latn', 'arab'] as const;
/** With or without the spaces of French punctuation. */
export const FRENCH_SPACINGS = ['open', 'closed'] as const;
/** How paragraphs get straight margins. */
export const JUSTIFICATIONS = ['spaces', 'kashida', 'none'] as const;
/** In which characters attachments are named: ASCII alone, or those of the language. */
export const ATTACHMENT_NAMES = ['ascii', 'readable'] as const;
/** What the cells of a column are, where they are more than texts. */
export const COLUMN_TYPES = ['date', 'number', 'amount'] as const;
/** What 05/07/2027 begins with. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
/** The sign before the decimals: 1,000.50 or 1.000,50. */
export const DECIMAL_SIGNS = ['point', 'comma'] as const;
/** Mail providers for which there are settings. */
export const MAIL_PRESETS = ['microsoft-365', 'amazon-ses', 'postfix'] as const;
