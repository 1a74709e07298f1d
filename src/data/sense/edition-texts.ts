/** Whether the texts of edition.yaml say something: the same as of lists, wherever a text differs by language. */
import type { Problems } from '../../diagnostic.ts';
import { LANGUAGE_KEYS } from '../../language/languages.ts';
import type { Localized, Person, Text } from '../../model.ts';
import type { EditionFile } from '../schema/edition.ts';
import { findArabicSlip } from './arabic.ts';
import { isArabic, saysMonsieur } from './languages.ts';
import { findNameSlip } from './names.ts';
import { findResidue } from './residues.ts';
import { reportSlip } from './slip.ts';

/** Reports, of each text, the first thing that makes no sense in it. */
export function checkEditionTexts(edition: EditionFile, problems: Problems): void {
  const { event, contact, letterhead, organisations, signatories, letters, mail } = edition;
  const texts = { event, contact, letterhead, organisations, signatories, letters, mail };
  const names = new Set(personsOf(edition).flatMap(({ name }) => namesOf(name)));
  visit(texts, undefined, (text, language) => {
    const isName = names.has(text);
    const slip =
      findResidue(text.value, isName ? 'name' : 'any') ??
      (isName ? findNameSlip(text.value, saysMonsieur(language)) : undefined) ??
      (isArabic(language) ? findArabicSlip(text.value, isName) : undefined);
    if (slip) reportSlip(slip, text, problems);
  });
}

function personsOf({ signatories, letters }: EditionFile): Person[] {
  return [
    ...Object.values(signatories),
    ...letters.flatMap(({ persons }) => Object.values(persons)),
  ];
}

function namesOf(name: Localized): Text[] {
  return LANGUAGE_KEYS.flatMap((key) => name[key] ?? []);
}

const KEYS: ReadonlySet<string> = new Set(LANGUAGE_KEYS);

/** The texts below `value` that stand under a language, or serve all. */
function visit(
  value: unknown,
  language: string | undefined,
  take: (text: Text, language: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (language !== undefined && isText(value)) {
    take(value, language);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    visit(item, KEYS.has(key) ? key : language, take);
  }
}

function isText(value: object): value is Text {
  return 'value' in value && typeof value.value === 'string' && 'span' in value;
}
