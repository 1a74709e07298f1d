/** Helpers that choose a wording: by number, gender, rank, category, and by who signs. */
import type { OrdinalCase, OrdinalGender } from '../../language/ordinals.ts';
import { lineText } from '../../walk-letter.ts';
import { genderOf } from '../parts/persons.ts';
import { phraseInline, textOf, words } from '../parts/print.ts';
import { printValue } from '../parts/print-value.ts';
import type { Value } from '../template/values.ts';
import type { Call } from './types.ts';
import { lineValue, optionFlag, optionText } from './types.ts';

/** The text of an option, printed; undefined if it is not given. One that is given by an empty field is reported. */
function option({ options, writer, span }: Call, name: string): Value | undefined {
  if (!Object.hasOwn(options, name)) return undefined;
  const value = options[name];
  if (value) return lineValue(printValue(value, writer));
  const message = `the text for ${name} is empty in the letter "${writer.letter}"`;
  const hint = 'give it in the data, or write "" for nothing';
  writer.problems.error('empty-field', span, message, hint);
  return lineValue([]);
}

/**
 * `{{plural n one="project" other="projects"}}`, by the plural rules of CLDR. With `number=true` the number stands
 * before its noun, unless the noun itself says it: مشروع واحد، مشروعان، 3 مشاريع.
 */
export function pluralWord(call: Call): Value | undefined {
  const [value] = call.parameters;
  if (value?.type !== 'number') return undefined;
  const { pack } = call.writer;
  const category = pluralRules(pack.language).select(value.number);
  const noun = option(call, category) ?? option(call, 'other');
  const saysIt = pack.saidByNoun?.includes(value.number) && category in call.options;
  if (!optionFlag(call, 'number') || saysIt || noun?.type !== 'line') return noun;
  const space = pack.signs.space === '' ? [] : [words(NO_BREAK)];
  const number = phraseInline([{ ltr: pack.number(value.number) }], value.span);
  return lineValue([number, ...space, ...noun.line]);
}

/** Between a number and its noun. */
const NO_BREAK = '\u00A0';

/** `{{count event.hosts one="hosted by" two="…" many="hosted jointly by"}}`: by how many there are, exactly. */
export function countWord(call: Call): Value | undefined {
  const [value] = call.parameters;
  const count = value?.type === 'list' ? value.items.length : numberOf(value);
  if (count === undefined) return undefined;
  const key = (['none', 'one', 'two'] as const)[count] ?? 'many';
  if (key !== 'none') return option(call, key) ?? option(call, 'many');
  const none = option(call, 'none');
  const hint = 'add none="…", or print it inside {{#if …}}';
  if (!none)
    call.writer.problems.error('bad-argument', call.span, 'count has no text for none', hint);
  return none;
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.type === 'number' ? value.number : undefined;
}

const RULES = new Map<string, Intl.PluralRules>();

/** Making the rules of a language costs more than a letter. */
function pluralRules(language: string): Intl.PluralRules {
  const rules = RULES.get(language) ?? new Intl.PluralRules(language);
  RULES.set(language, rules);
  return rules;
}

/** `{{ordinal phase.number gender="female" capital=true}}`: a word, from 1 to 199. */
export function ordinalWord(call: Call): Value | undefined {
  const [value] = call.parameters;
  const { pack, problems } = call.writer;
  if (value?.type !== 'number') return undefined;
  const gender = (optionText(call, 'gender') as OrdinalGender | undefined) ?? 'male';
  const wanted = (optionText(call, 'case') as OrdinalCase | undefined) ?? 'plain';
  const word = pack.ordinal(value.number, gender, { wanted, short: optionFlag(call, 'short') });
  if (word === undefined) {
    const message = `there is no ordinal word for ${value.number}, only for 1 to 199`;
    problems.error('bad-argument', call.span, message);
    return undefined;
  }
  const text = optionFlag(call, 'capital') ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return lineValue([{ type: 'text', text }]);
}

/** The word by which `choose` chooses. */
function keyOf(value: Value | undefined, call: Call): string | undefined {
  switch (value?.type) {
    case 'word':
      return value.word;
    case 'category':
      return value.category;
    case 'flag':
      return String(value.flag);
    case 'person':
      return genderOf(value.person, call.writer);
    case 'text':
      return textOf(value.text, call.writer)?.value;
    case 'name':
      return lineText(printValue(value, call.writer));
    default:
      return undefined;
  }
}

/** `{{choose recipient.gender female="…" male="…" other="…"}}` */
export function chooseWord(call: Call): Value | undefined {
  const key = keyOf(call.parameters[0], call);
  const found = (key === undefined ? undefined : option(call, key)) ?? option(call, 'other');
  if (found) return found;
  const what = key === undefined ? 'an empty field' : `"${key}"`;
  const hint = 'add other="…" for all the rest';
  call.writer.problems.error('bad-argument', call.span, `choose has no text for ${what}`, hint);
  return undefined;
}

/** `{{self one="I have" many="We have"}}`, `one-female`, `one-male`: by who signs the letter. */
export function selfWord(call: Call): Value | undefined {
  const { signatories } = call.writer;
  const [only] = signatories;
  if (signatories.length !== 1 || !only) return option(call, 'many');
  if ('one' in call.options) return option(call, 'one');
  const gender = genderOf(only, call.writer);
  return gender && option(call, `one-${gender}`);
}

/** `(eq recipient.category "government")` */
export function isEqual(call: Call): boolean {
  const [left, right] = call.parameters.map((value) => comparable(value, call));
  return left !== undefined && left === right;
}

function comparable(value: Value | undefined, call: Call): string | undefined {
  if (value?.type === 'number') return String(value.number);
  return keyOf(value, call);
}
