/** Prepositions that gain a vowel by the sound of the word after them: со Всемирной, во Франции, об ООН. */

/** What takes the longer form; a word in capitals is spelt out, and does not begin with the sound that it seems to. */
const LONGER: Readonly<Record<string, { readonly form: string; readonly before: RegExp }>> = {
  с: { form: 'со', before: /^(?:[сзшж][бвгджзйклмнпрстфхцчшщ]|щ|вс|вт|взр|мно|льв)/i },
  в: { form: 'во', before: /^(?:[вф][бвгджзйклмнпрстфхцчшщь]|мног|льв)/i },
  к: { form: 'ко', before: /^(?:вс[ея]|вт|мног|мне)/i },
  // Одном and одиннадцати, but тысяче.
  о: { form: 'об', before: /^(?:[аэиоу]|11(?!\d)|1(?!\d|[\u00A0 ]\d))/i },
};

const AT_END = /(?<![\p{L}\p{M}\p{N}.'’-])([свко])([ \u00A0])$/iu;
/** МСЭ, ВОЗ: an abbreviation, of which only a vowel at the beginning sounds as it is written. */
const ABBREVIATION = /^(?![АЭИОУ])\p{Lu}[\p{Lu}\p{Nd}]+(?!\p{Ll})/u;

/** A text that ends in a preposition, as it stands before `next`, the value that follows it. */
export function joinPreposition(text: string, next: string): string {
  const [whole, preposition = '', space = ''] = AT_END.exec(text) ?? [];
  if (whole === undefined) return text;
  const word = next.replace(/^[«„“"(\s]+/u, '');
  const longer = LONGER[preposition.toLowerCase()];
  if (!longer?.before.test(word) || ABBREVIATION.test(word)) return text;
  const form = preposition === preposition.toLowerCase() ? longer.form : capital(longer.form);
  return text.slice(0, -whole.length) + form + space;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
