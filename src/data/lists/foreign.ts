/** Cells of other programs that mean less than their column: `Ms.` is no whole salutation, `P.O. Box 1` no whole address. */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { NAMED_RANKS, STYLED_RANKS } from '../../language/pack.ts';
import type { Localized, Stakeholder, Text } from '../../model.ts';
import { placed } from '../source/placed.ts';
import { type Courtesies, courtesiesIn } from './courtesies.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** What is known of a row, to be settled before anybody reads it. */
export type Unsettled = Writable<Partial<Omit<Stakeholder, 'list'>>>;

/** Takes salutations and titles that are courtesies for what they are; `asGiven`: columns that the edition has mapped. */
export function settleCourtesies(
  row: Unsettled,
  asGiven: (column: string) => boolean,
  problems: Problems,
): void {
  const { salutation, title } = row;
  if (salutation && !asGiven('salutation')) {
    const found = courtesiesIn(salutation.value);
    if (found) delete row.salutation;
    if (found) settle(found, salutation, row, problems);
  }
  settleSalutations(row, asGiven, problems);
  settlePrefix(row, problems);
  // A title in one language, and one that may be a profession, was written by hand.
  if (!title?.all || asGiven('title')) return;
  const found = courtesiesIn(title.all.value);
  const isCourtesy = found && (found.gender !== undefined || /^dr\.?$/i.test(title.all.value));
  if (!isCourtesy || isProfession(title.all.value)) return;
  settle(found, title.all, row, problems);
  const { all: _, ...others } = title;
  if (Object.keys(others).length > 0) row.title = placed(others, title) as Localized;
  else delete row.title;
}

/** Those in one language, `salutation-fr` and the like; such a courtesy is none in the others. */
function settleSalutations(
  row: Unsettled,
  asGiven: (column: string) => boolean,
  problems: Problems,
): void {
  for (const language of LANGUAGES) {
    const column = `salutation-${language}`;
    const text = row.extra?.[column];
    const found = text && !asGiven(column) && courtesiesIn(text.value);
    if (!text || !found) continue;
    const { [column]: _, ...others } = row.extra ?? {};
    row.extra = others;
    settle(found, text, row, problems, language);
  }
}

/** `H.E.` in a column of courtesies stands there for the style, which the rank of the row gives already. */
function settlePrefix(row: Unsettled, problems: Problems): void {
  const { courtesy, rank } = row;
  const text = courtesy?.all;
  if (!rank || !courtesy || !text || NAMED_RANKS.includes(rank.value)) return;
  const found = courtesiesIn(text.value);
  if (!found?.style || HONOURABLE.test(found.style)) return;
  const { all: _, ...others } = courtesy;
  delete row.courtesy;
  settle(found, text, row, problems);
  const { all } = (row as Unsettled).courtesy ?? {};
  if (Object.keys(others).length > 0)
    row.courtesy = placed({ ...others, ...(all && { all }) }, text);
}

/** Beside Her Excellency, where it is said of ministers. */
const HONOURABLE = /^(?:the )?hon/i;

/** `Profesora` and الدكتورة are titles as well. */
function isProfession(value: string): boolean {
  return /^(?:doctor|profesor|ingenier|docteur|ال(?:دكتور|مهندس|أستاذ|سفير))/iu.test(value);
}

function settle(
  found: Courtesies,
  text: Text,
  row: Unsettled,
  problems: Problems,
  key: keyof Omit<Localized, 'span'> = 'all',
): void {
  const { value } = text;
  if (found.several) {
    const hint = 'a row is one person: give each a row, or write the whole salutation';
    problems.error(
      'odd-courtesy',
      text.span,
      `"${value}" is the courtesy of several persons`,
      hint,
    );
    return;
  }
  if (found.gender && row.gender && row.gender.value !== found.gender) {
    const message = `"${value}" does not fit the gender of the row, which is ${row.gender.value}`;
    problems.error('odd-courtesy', text.span, message, 'correct one of them');
    return;
  }
  if (found.style && row.rank?.value === 'none' && !row.style) {
    const message = `"${value}" belongs to a rank, but the rank of the row is none`;
    problems.error('odd-courtesy', text.span, message, 'correct the rank, which gives the style');
    return;
  }
  if (found.gender && !row.gender) row.gender = placed({ value: found.gender }, text);
  if (found.style && !row.style && saysMore(found, row)) {
    row.style = placed({ [key]: placed({ value: found.style }, text) }, text);
  }
  const own = key === 'all' ? row.courtesy : (row.courtesy?.all ?? row.courtesy?.[key]);
  if (found.plain || own || found.courtesy === '') return;
  const courtesy = placed({ value: found.courtesy }, text);
  row.courtesy = placed({ ...row.courtesy, [key]: courtesy }, row.courtesy ?? text);
}

/** Whether a style is another than the rank gives: a minister may be a prince, and a director called Excellency. */
function saysMore({ isOwn }: Courtesies, { rank }: Unsettled): boolean {
  // Of clerics, the faith decides.
  if (!rank || (STYLED_RANKS.has(rank.value) && rank.value !== 'eminence')) return false;
  return isOwn || NAMED_RANKS.includes(rank.value);
}

/** What streets have and names have not: a number, a box. */
const STREET =
  /\p{Nd}|\bbox\b|\bpostfach\b|\bapartado\b|\bcasilla\b|\bB\.? ?P\b|а\/я|ص\. ?ب|信箱/iu;

/**
 * Whether lines are a whole inside address, and not only a street: they name the person or the organisation, are
 * divided as we ask, or are several and have nothing of a street.
 */
export function isWholeAddress(
  lines: readonly Text[],
  isDivided: boolean,
  row: Unsettled,
): boolean {
  if (isDivided) return true;
  if (lines.length > 1 && !lines.some(({ value }) => STREET.test(value))) return true;
  const own = [row.name, row.title, row.organisation, row.courtesy, row.style];
  const known = new Set(own.flatMap((text) => (text ? Object.values(text) : [])).flatMap(wordsOf));
  return known.size === 0 || lines.some((line) => wordsOf(line).some((word) => known.has(word)));
}

/** Words that may tell one name from another: those of three letters and more, and every word of ideographs. */
function wordsOf(text: unknown): string[] {
  const value = typeof text === 'object' && text !== null && 'value' in text ? text.value : '';
  return (
    String(value)
      .toLowerCase()
      .match(/\p{Script=Han}{2,}|[\p{L}\p{M}]{3,}/gu) ?? []
  );
}
