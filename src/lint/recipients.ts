/** Recipients whose names a letter would print in the letters of another language. */
import type { Diagnostic } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { proofreadingOf } from '../language/proofread.ts';
import type { Language, Letter, Stakeholder } from '../model.ts';

const CODE = 'recipient-script';

/** Names in a third script are what the list has of them on purpose. */
const LATIN = /\p{Script=Latin}/u;

/** A warning for each language of the letter that has no name of the recipient in its script. */
export function lintRecipientName(recipient: Stakeholder, letter: Letter): Diagnostic[] {
  const languages = [
    letter.language,
    ...(letter.companion ? [letter.companion.letter.language] : []),
  ];
  return languages.flatMap((language) => nameIn(recipient, language));
}

function nameIn(recipient: Stakeholder, language: Language): Diagnostic[] {
  const { id, name, addressLines, salutation } = recipient;
  const { script } = proofreadingOf(language);
  const text = name?.[language] ?? name?.all;
  const isPrinted = !(addressLines && salutation);
  const isForeign = script && text && LATIN.test(text.value) && !script.test(text.value);
  if (!isForeign || !isPrinted) return [];
  const message = `"${id.value}" has no name in the script of "${language}": its letter prints “${text.value}”`;
  const hint = `fill the column name-${language}`;
  return [{ severity: 'warning', code: CODE, message, span: text.span, hint }];
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
