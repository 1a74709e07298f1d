/** Recipients whose names a letter would print in the letters of another language. */
import { ownSalutation } from '../compose/parts/addressing.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { languagePack } from '../language/languages.ts';
import { gendered } from '../language/pack.ts';
import { isInScript } from '../language/scripts.ts';
import type { Language, Letter, Stakeholder, Text } from '../model.ts';

const CODE = 'recipient-script';

/** A warning for each language of the letter that has no name of the recipient in its script. */
export function lintRecipientName(recipient: Stakeholder, letter: Letter): Diagnostic[] {
  const languages = [
    letter.language,
    ...(letter.companion ? [letter.companion.letter.language] : []),
  ];
  return languages.flatMap((language) => nameIn(recipient, language));
}

function nameIn(recipient: Stakeholder, language: Language): Diagnostic[] {
  const { id, name, addressLines } = recipient;
  const salutation = ownSalutation(recipient, language);
  if (salutation && !isInScript(salutation.value, language)) {
    const message = `the letter to "${id.value}" in "${language}" begins with “${salutation.value}”`;
    return [foreign(salutation, message, `fill the column salutation-${language}`)];
  }
  const text = name?.[language] ?? name?.all;
  const isPrinted = !(addressLines && salutation);
  if (!text || !isPrinted) return [];
  if (isInScript(text.value, language)) return salutation ? [] : familyIn(recipient, language);
  const message = `"${id.value}" has no name in the script of "${language}": its letter prints “${text.value}”`;
  return [foreign(text, message, `fill the column name-${language}`)];
}

/** A salutation in the language says the whole name instead. */
function familyIn({ id, extra, rank }: Stakeholder, language: Language): Diagnostic[] {
  const { ranks, callsByFullName } = languagePack(language);
  const isCalledByName = gendered(ranks[rank?.value ?? 'none'].salutation, 'male').includes('{');
  const family = extra[`family-name-${language}`] ?? extra['family-name'];
  if (!family || !isCalledByName || callsByFullName) return [];
  if (isInScript(family.value, language)) return [];
  const message = `the family name of "${id.value}" is not in the script of "${language}": “${family.value}” is left out`;
  return [foreign(family, message, `fill the column family-name-${language}`)];
}

function foreign({ span }: Text, message: string, hint: string): Diagnostic {
  return { severity: 'warning', code: CODE, message, span, hint };
}

/** Recipients of a list that are named one by one. */
const NAMED = 5;

/** Where a whole list lacks such names, only the first are named, and the others counted. */
export function summariseNames(found: readonly Diagnostic[]): Diagnostic[] {
  const names = found.filter(({ code }) => code === CODE);
  const groups = groupBy(names, ({ span, hint }) => `${span?.file} ${hint}`);
  const surplus = new Set([...groups.values()].flatMap((group) => group.slice(NAMED)));
  const kept = found.filter((one) => !surplus.has(one));
  const counts = [...groups.values()].flatMap((group): Diagnostic[] => {
    const [first] = group.slice(NAMED);
    const message = `from here on, ${group.length - NAMED} more recipients have no name in the script of their letter`;
    return first ? [{ ...first, message }] : [];
  });
  return [...kept, ...counts];
}
