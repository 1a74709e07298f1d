/**
 * Courtesies and styles as other programs keep them: `Ms.`, `Dr`, `H.E.`, « Mme », `г-жа`, `السيد`. In such lists they stand
 * in columns that are named `salutation`, `title` or `prefix`.
 */
import type { Gender } from '../../model.ts';

interface Word {
  readonly gender?: Gender;
  /**
   * `plain`: what a letter prints anyway where the gender is known; `style`: that of most ranks, which the rank gives;
   * `own`: one that nobody has by office alone, or that few offices have.
   */
  readonly kind: 'plain' | 'courtesy' | 'style' | 'own' | 'and';
}

const FEMALE = { gender: 'female' } as const;
const MALE = { gender: 'male' } as const;

const WORDS: readonly (readonly [Word, string])[] = [
  [{ kind: 'plain', ...MALE }, 'mr|mister|m|monsieur|herr|sr|señor|г-н|господин|السيد|先生'],
  [{ kind: 'plain', ...FEMALE }, 'ms|mme|madame|frau|sra|señora|г-жа|госпожа|السيدة|女士'],
  [
    { kind: 'courtesy', ...FEMALE },
    'mrs|miss|mlle|mademoiselle|srta|señorita|dame|dra|doctora|profesora|ingeniera|docteure|الآنسة|الدكتورة|المهندسة|الأستاذة|السفيرة|小姐|夫人',
  ],
  [{ kind: 'courtesy', ...MALE }, 'doctor|profesor|الدكتور|المهندس|الأستاذ|الأستاذ الدكتور|السفير'],
  [
    { kind: 'courtesy' },
    'dr|prof|professor|professeur|professeure|docteur|eng|engr|ing|rev|mx|pr|me|maître|д-р|доктор|проф|профессор|د|م|أ|博士|教授|阁下',
  ],
  [{ kind: 'style', ...MALE }, 'his excellency|excmo|его превосходительство'],
  [{ kind: 'style', ...FEMALE }, 'her excellency|excma|ее превосходительство'],
  [
    { kind: 'style' },
    'he|h e|se|s e|son excellence|su excelencia|hon|the hon|honourable|the honourable|honorable|the honorable|معالي|سعادة|е п',
  ],
  [
    { kind: 'own', ...MALE },
    'his royal highness|his highness|his majesty|his holiness|his eminence|his beatitude|صاحب السمو|صاحب السمو الملكي|صاحب الجلالة|его величество|его высочество|его королевское высочество|его святейшество',
  ],
  [
    { kind: 'own', ...FEMALE },
    'her royal highness|her highness|her majesty|صاحبة السمو|صاحبة السمو الملكي|صاحبة الجلالة|ее величество|ее высочество|ее королевское высочество',
  ],
  [
    { kind: 'own' },
    'hrh|h r h|hm|h m|hh|h h|sa majesté|son altesse|son altesse royale|sa sainteté|son éminence|s a r|s m|su majestad|su alteza|su alteza real|su santidad|su eminencia|جلالة|سمو|فخامة|دولة|قداسة|نيافة|سماحة|غبطة|فضيلة|陛下|殿下',
  ],
  [{ kind: 'and' }, 'and|&|et|y|и|و|和|/|und'],
];

/** Spanish `Doctor` and `Profesor` are men only in Spanish. */
const NEUTRAL: readonly string[] = ['doctor'];

let table: ReadonlyMap<string, Word> | undefined;

function wordsByText(): ReadonlyMap<string, Word> {
  table ??= new Map(
    WORDS.flatMap(([word, texts]) =>
      texts
        .split('|')
        .map((text) => [text, NEUTRAL.includes(text) ? { kind: word.kind } : word] as const),
    ),
  );
  return table;
}

/** Words of one courtesy that are written with spaces between them. */
const LONGEST = 3;

/** What a text that is nothing but courtesies says. */
export interface Courtesies {
  readonly gender?: Gender;
  /** The styles among them, as they are written; undefined if there is none. */
  readonly style?: string;
  /** The style is none that the rank gives. */
  readonly isOwn: boolean;
  /** All of them are what the gender gives. */
  readonly plain: boolean;
  /** What stands after the style, as it is written; empty if nothing does. */
  readonly courtesy: string;
  /** They are those of two persons: `Mr and Mrs`. */
  readonly several: boolean;
}

interface Found {
  readonly word: Word;
  readonly text: string;
}

function isStyle({ kind }: Word): boolean {
  return kind === 'style' || kind === 'own';
}

function textOf(found: readonly Found[], isMeant: (word: Word) => boolean): string {
  return found.flatMap(({ word, text }) => (isMeant(word) ? [text] : [])).join(' ');
}

/**
 * Reads a text that is nothing but courtesies and styles. A salutation ends with a mark (`Monsieur,`) or says more
 * (`Dear Ms Lee`), and is none of these.
 */
export function courtesiesIn(value: string): Courtesies | undefined {
  const written = value
    .trim()
    .replace(/([.)])(?=\p{L})/gu, '$1 ')
    .replace(/\s*([&/])\s*/g, ' $1 ')
    .split(/\s+/);
  const texts = written.map((word) => word.toLowerCase().replace(/\./g, '').replace('ё', 'е'));
  const found: Found[] = [];
  for (let at = 0; at < texts.length; ) {
    const length = [LONGEST, 2, 1].find((count) =>
      wordsByText().has(texts.slice(at, at + count).join(' ')),
    );
    if (length === undefined) return undefined;
    const word = wordsByText().get(texts.slice(at, at + length).join(' '));
    if (word) found.push({ word, text: written.slice(at, at + length).join(' ') });
    at += length;
  }
  const words = found.map(({ word }) => word);
  if (words.every(({ kind }) => kind === 'and')) return undefined;
  // Initials have no space between them: H.E.
  const style = textOf(found, isStyle).replace(/(?<!\p{L})(\p{L}\.) (?=\p{L}\.)/gu, '$1');
  const genders = new Set(words.flatMap(({ gender }) => gender ?? []));
  const [gender] = genders;
  return {
    ...(gender && genders.size === 1 && { gender }),
    ...(style && { style }),
    isOwn: words.some(({ kind }) => kind === 'own'),
    plain: words.every((word) => word.kind === 'plain' || isStyle(word)),
    courtesy: textOf(found, (word) => !isStyle(word)),
    several: genders.size > 1 || words.some(({ kind }) => kind === 'and'),
  };
}
