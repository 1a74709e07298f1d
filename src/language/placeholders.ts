/** Words that hold the place of what an author does not know yet, as a letter must not go out with them. */
import type { Language } from '../model.ts';
import { LANGUAGES, languagePack } from './languages.ts';

/** UTF-16 offsets, end exclusive. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** It can be nothing else; what is not certain may be meant. */
  readonly certain: boolean;
}

const WORDS = LANGUAGES.map((language) => languagePack(language).placeholders);
/** In all languages, for authors note in their own what is still to come. */
const PENDING = WORDS.map(({ pending }) => pending).join('|');
/** What somebody has to put in. */
const FIELDS = ['todo.*|fixme.*|x{2,}|\\?+', ...WORDS.map(({ fields }) => fields)].join('|');
const IN_SQUARE = new RegExp(`^(?:${PENDING}|${FIELDS})$`, 'iu');
const IN_ROUND = new RegExp(`^(?:${PENDING})$`, 'iu');
const SQUARE = /[[［【<⟨{]([^[\]［］【】<>⟨⟩{}]{1,80})[\]］】>⟩}]/gu;
/** Officials also write so in earnest: “venue (to be confirmed)”. */
const ROUND = /[(（]([^()（）]{1,80})[)）]/gu;

/** Three capitals may be the number 30: “3384 (XXX)”, « XXX Cumbre ». */
const CERTAIN: readonly RegExp[] = [
  /(?<!\p{L})x{3,}(?![\p{L}\p{N}])|(?<!\p{L})X{4,}(?![\p{L}\p{N}])|(?<![\p{L}(])X{3}(?![\p{L}\p{N}]|\s(?!X)\p{L})/gu,
  /lorem ipsum|dolor sit amet/giu,
  /[?؟？]{3,}(?:\s+[?؟？]{2,})*/gu,
  /(?<!\p{L})FIXME(?!\p{L})/gu,
];
const TO_DO = /(?<!\p{L})TODO(?!\p{L})/gu;

/** Names that are nobody's (RFC 2606, section 2 and 3). */
const NOBODYS =
  /(?<![\p{L}\p{N}-])example\.(?:com|net|org)(?![\p{L}\p{N}-]|\.\p{L})|\.(?:example|invalid)(?![\p{L}\p{N}.-])/iu;
const DOUBTFUL: readonly RegExp[] = [
  /(?<![\p{L}(])XXX(?=\s(?!X)\p{L})/gu,
  /(?<!\p{L})TB[ACD](?!\p{L})/gu,
];

/** What a text without any placeholder mostly lacks: it is asked of every line, and cheaply. */
const SUSPECT = /[[［【<⟨{]|xxx|TODO|FIXME|[?؟？]{3}|lorem|amet/i;
const DOUBTFUL_SUSPECT = /[(（]|XXX|TB[ACD]/;

/** The placeholders of a text in order. */
export function findPlaceholders(text: string, language: Language): Placeholder[] {
  if (!SUSPECT.test(text) && !DOUBTFUL_SUSPECT.test(text)) return [];
  return inOrder([
    ...certainIn(text, language),
    ...notesIn(text, ROUND, IN_ROUND, false),
    ...DOUBTFUL.flatMap((pattern) => places(text, pattern, false)),
  ]);
}

/** Only those that can be nothing else. */
export function findCertainPlaceholders(text: string, language: Language): Placeholder[] {
  return SUSPECT.test(text) ? inOrder(certainIn(text, language)) : [];
}

function certainIn(text: string, language: Language): Placeholder[] {
  const { toDo = TO_DO } = languagePack(language).placeholders;
  return [
    ...notesIn(text, SQUARE, IN_SQUARE, true),
    ...[...CERTAIN, toDo].flatMap((pattern) => places(text, pattern, true)),
  ];
}

function inOrder(found: readonly Placeholder[]): Placeholder[] {
  // “[TODO]” is one, not two.
  const isWithin = (one: Placeholder, { start, end }: Placeholder) =>
    one.start < end && start < one.end;
  return found
    .filter((one, index) => !found.slice(0, index).some((earlier) => isWithin(one, earlier)))
    .sort((a, b) => a.start - b.start);
}

/** Whether an address is one of those that documentation and tests use. */
export function isNobodys(address: string): boolean {
  return NOBODYS.test(address);
}

function places(text: string, pattern: RegExp, certain: boolean): Placeholder[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    return { start: index, end: index + found.length, certain };
  });
}

function notesIn(text: string, brackets: RegExp, note: RegExp, certain: boolean): Placeholder[] {
  return [...text.matchAll(brackets)].flatMap(({ 0: whole, 1: inside = '', index }) => {
    // Vowel signs are written or not: يُحدَّد لاحقاً.
    const plain = inside
      .normalize('NFC')
      .replace(/[\u064b-\u0652]/gu, '')
      .trim();
    return note.test(plain) ? [{ start: index, end: index + whole.length, certain }] : [];
  });
}
