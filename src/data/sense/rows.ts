/** Whether the cells of a row say what their columns are for: all are asked, whichever letters the recipient gets. */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGE_KEYS } from '../../language/languages.ts';
import type { Language, Localized, Stakeholder, Text } from '../../model.ts';
import { findArabicSlip } from './arabic.ts';
import { isArabic, saysMonsieur } from './languages.ts';
import { findNameSlip, findTitleSlip } from './names.ts';
import { findResidue, type Kind } from './residues.ts';
import { reportSlip, type Slip } from './slip.ts';

type LanguageKey = (typeof LANGUAGE_KEYS)[number];

/** Reports, of each cell that letters print, the first thing that makes no sense in it. */
export function checkRow(row: Stakeholder, problems: Problems): void {
  const report = (text: Text, slip: Slip | undefined) => slip && reportSlip(slip, text, problems);
  const { name, title, organisation, style, courtesy } = row;
  for (const [key, text] of texts(name)) report(text, nameSlip(text.value, key, row));
  for (const [, text] of texts(title)) report(text, findTitleSlip(text.value));
  for (const [key, text] of texts(organisation))
    report(text, textSlip(text.value, key, row, 'organisation'));
  for (const words of [title, style, courtesy]) {
    for (const [key, text] of texts(words)) report(text, textSlip(text.value, key, row, 'text'));
  }
  for (const text of familyNames(row)) report(text, familyNameSlip(text.value, row));
  checkForms(row, report);
  checkOverrides(row, report);
}

type Report = (text: Text, slip: Slip | undefined) => void;

/** Forms of Russian addresses. */
function checkForms(row: Stakeholder, report: Report): void {
  const { dative = {}, organisationGenitive: genitive } = row;
  const { name, title, style, courtesy } = dative;
  if (name) report(name, findResidue(name.value, 'name') ?? findNameSlip(name.value, false));
  for (const text of [title, style, courtesy])
    if (text) report(text, textSlip(text.value, 'ru', row, 'text'));
  if (genitive) report(genitive, textSlip(genitive.value, 'ru', row, 'organisation'));
}

/** What the list has instead of a salutation or an address, or in it. */
function checkOverrides(row: Stakeholder, report: Report): void {
  for (const key of LANGUAGE_KEYS) {
    const text = salutationIn(row, key);
    if (text) report(text, textSlip(text.value, key, row, 'text'));
  }
  for (const text of [...(row.addressLines ?? []), ...(row.street ?? [])])
    report(text, textSlip(text.value, 'all', row, 'line'));
}

/** The cell of the column `salutation`, or of `salutation-fr` and the like. */
function salutationIn({ extra, salutation }: Stakeholder, key: LanguageKey): Text | undefined {
  return key === 'all' ? salutation : extra[`salutation-${key}`];
}

/** Without closures: it is asked several times of each row of a long list. */
function texts(localized: Localized | undefined): readonly (readonly [LanguageKey, Text])[] {
  if (!localized) return NONE;
  const found: [LanguageKey, Text][] = [];
  for (const key of LANGUAGE_KEYS) {
    const text = localized[key];
    if (text) found.push([key, text]);
  }
  return found;
}

const NONE: readonly (readonly [LanguageKey, Text])[] = [];

/** The language of a cell: its own column's, or that of the letter. */
function languageOf(key: LanguageKey, row: Stakeholder): Language {
  return key === 'all' ? row.language.value : key;
}

function textSlip(value: string, key: LanguageKey, row: Stakeholder, kind: Kind): Slip | undefined {
  return (
    findResidue(value, kind) ??
    (isArabic(languageOf(key, row)) ? findArabicSlip(value, false) : undefined)
  );
}

/** Where names are written with ی and ک, whatever the language of the letter. */
const PERSIAN_OR_URDU = ['IR', 'AF', 'TJ', 'PK', 'IN', 'BD', 'UZ'];

function nameSlip(value: string, key: LanguageKey, row: Stakeholder): Slip | undefined {
  const slip = findResidue(value, 'name') ?? ownNameSlip(value, key, row);
  if (slip || !isArabic(languageOf(key, row))) return slip;
  const country = row.country?.code ?? '';
  const isOurs = isArabic(row.language.value) && !PERSIAN_OR_URDU.includes(country);
  return findArabicSlip(value, !isOurs);
}

/** A row that has its address and salutation itself may well be that of an office, and does not print the name. */
function ownNameSlip(value: string, key: LanguageKey, row: Stakeholder): Slip | undefined {
  const language = languageOf(key, row);
  const hasSalutation = salutationIn(row, language) ?? row.salutation;
  const isPrinted = !(row.addressLines && hasSalutation);
  return isPrinted ? findNameSlip(value, saysMonsieur(language)) : undefined;
}

/** Salutations look for these beside the columns of the schema. */
const FAMILY_NAME = /^family-name(?:-|$)/;

function familyNames({ extra }: Stakeholder): Text[] {
  return Object.entries(extra).flatMap(([column, text]) =>
    FAMILY_NAME.test(column) ? [text] : [],
  );
}

/** Whoever is called Christopher NULL may have NULL for a family name. */
function familyNameSlip(value: string, { name }: Stakeholder): Slip | undefined {
  const slip = findResidue(value, 'family-name');
  if (!slip) return undefined;
  const isInName = texts(name).some(([, { value: whole }]) =>
    whole.toLowerCase().split(/\s+/u).slice(1).includes(value.toLowerCase()),
  );
  return isInName ? undefined : slip;
}
