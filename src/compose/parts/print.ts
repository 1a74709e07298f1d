/** Values → running text in the language of a letter. Nothing of a value is markup. */
import type { Problems, Span } from '../../diagnostic.ts';
import {
  assumedArticle,
  type Case,
  inflect,
  type NameKind,
  type NameParts,
} from '../../language/cases.ts';
import { languagePack } from '../../language/languages.ts';
import type { Inflected } from '../../language/names.ts';
import type { LanguagePack } from '../../language/pack.ts';
import type { Phrase } from '../../language/phrase.ts';
import type {
  Direction,
  Inline,
  Language,
  Line,
  Localized,
  LocalizedLines,
  NameForm,
  Organisation,
  Person,
  ProperName,
  Settings,
  Text,
} from '../../model.ts';

/** What writing needs to know of its letter. */
export interface Writer {
  readonly pack: LanguagePack;
  readonly settings: Settings;
  readonly problems: Problems;
  /** Named in problems that depend on the letter. */
  readonly letter: string;
  readonly signatories: readonly Person[];
}

/** The text in the letter's language; one that is missing is reported at the value. */
export function textOf(
  value: Localized | undefined,
  { pack, problems, letter }: Writer,
): Text | undefined {
  if (!value) return undefined;
  const text = value[pack.language] ?? value.all;
  if (!text) missingLanguage(value.span, pack.language, letter, problems);
  return text;
}

/** The lines in the letter's language; missing ones are reported at the value. */
export function linesOf(
  value: LocalizedLines | undefined,
  { pack, problems, letter }: Writer,
): readonly Text[] {
  if (!value) return [];
  const lines = value[pack.language] ?? value.all;
  if (!lines) missingLanguage(value.span, pack.language, letter, problems);
  return lines ?? [];
}

/** The message does not name the letter: what many letters lack is one problem. */
function missingLanguage(span: Span, language: Language, letter: string, problems: Problems): void {
  const message = `there is no ${languagePack(language).name} text here`;
  const hint = `add it under the key "${language}": the letter "${letter}" needs it`;
  problems.error('missing-language', span, message, hint);
}

/** A text of the data, isolated: it can change neither the markup nor the order around it. */
export function isolated(text: Text, direction: Direction | 'auto' = 'auto'): Inline {
  return { type: 'isolate', direction, children: withBreaks(text) };
}

/** The text with its line ends as breaks. */
function withBreaks({ value, span }: Text): Inline[] {
  if (!/[\r\n]/.test(value)) return [{ type: 'text', text: value, span }];
  return value.split(/\r\n?|\n/).flatMap((text, index): Inline[] => {
    const line: Inline = { type: 'text', text, span };
    return index === 0 ? [line] : [{ type: 'break' }, line];
  });
}

/** Words of the tool's own: no place, no isolate. */
export function words(text: string): Inline {
  return { type: 'text', text };
}

/** A date, range or number, isolated, with its tokens isolated inside. */
export function phraseInline(phrase: Phrase, span: Span | undefined): Inline {
  const children = phrase.map((piece): Inline => {
    if (typeof piece === 'string') return located(piece, span);
    if ('raised' in piece) return { type: 'superscript', children: [located(piece.raised, span)] };
    const [direction, text] =
      'rtl' in piece ? (['rtl', piece.rtl] as const) : (['ltr', piece.ltr] as const);
    return { type: 'isolate', direction, children: [located(text, span)] };
  });
  const only = children[0];
  if (children.length === 1 && only?.type === 'isolate') return only;
  return { type: 'isolate', direction: 'auto', children };
}

function located(text: string, span: Span | undefined): Inline {
  return { type: 'text', text, ...(span && { span }) };
}

/** The form of a proper name in the letter's language. */
function formOf(name: ProperName, { pack, problems, letter }: Writer): NameForm | undefined {
  const form = name[pack.language] ?? name.all;
  if (!form) missingLanguage(name.span, pack.language, letter, problems);
  return form;
}

function partsOf({ name, article, the, of, to, by, in: inside }: NameForm): NameParts {
  return {
    name: name.value,
    ...(article && { article: article.value }),
    ...(the && { the: the.value }),
    ...(of && { of: of.value }),
    ...(to && { to: to.value }),
    ...(by && { by: by.value }),
    ...(inside && { in: inside.value }),
  };
}

/** A proper name in a grammatical case. */
export function properName(name: ProperName, wanted: Case, kind: NameKind, writer: Writer): Line {
  const form = formOf(name, writer);
  if (!form) return [];
  const { span } = form.name;
  const { language } = writer.pack;
  const parts = partsOf(form);
  const assumed = assumedArticle(language, parts, wanted, kind);
  if (assumed !== undefined) warnOfArticle(form.name, assumed, writer);
  const value = inflect(language, parts, wanted, kind);
  if (value === undefined) missingForm(form.name, wanted, writer);
  return [isolated({ value: value ?? form.name.value, span })];
}

function warnOfArticle({ value, span }: Text, article: string, { pack, problems }: Writer): void {
  const message = `nothing tells the ${pack.name} article of "${value}": “${article}” is printed`;
  const hint = 'write {name: …, article: …}, or {name: …, the: …, of: …, to: …} if it has none';
  problems.warning('assumed-article', span, message, hint);
}

/** What the cases are called for which a language has no rule, and which the data has to give. */
const CASE_NAMES: Readonly<Record<Case, string>> = {
  plain: 'nominative',
  the: 'nominative',
  of: 'genitive',
  to: 'dative',
  by: 'instrumental',
  in: 'prepositional',
};

function missingForm({ value, span }: Text, wanted: Case, { pack, problems }: Writer): void {
  const message = `"${value}" lacks its ${CASE_NAMES[wanted]} in ${pack.name}`;
  const hint = `write {name: …, ${wanted}: …}: no rule of the language gives the form`;
  problems.error('missing-form', span, message, hint);
}

/** Which of its names an organisation prints. */
export const ORGANISATION_FORMS = [
  'full',
  'short',
  'acronym',
  'full-acronym',
  'short-acronym',
] as const;
export type OrganisationForm = (typeof ORGANISATION_FORMS)[number];

/** An organisation by name, short name or acronym; what it does not have falls back to the name. */
export function organisationLine(
  organisation: Organisation,
  form: OrganisationForm,
  wanted: Case,
  writer: Writer,
): Line {
  const acronym = textOf(organisation.acronym, writer);
  if (form === 'acronym' && acronym) return acronymLine(organisation, acronym, wanted, writer);
  const name = form.startsWith('short')
    ? (organisation.short ?? organisation.name)
    : organisation.name;
  const particle = writer.pack.inflection.particles?.[wanted as Inflected];
  const line = properName(name, particle ? 'the' : wanted, 'organisation', writer);
  const after = particle ? [words(particle)] : [];
  const repeats = formOf(name, writer)?.name.value === acronym?.value;
  if (!form.endsWith('-acronym') || !acronym || repeats) return [...line, ...after];
  const [open, close] = writer.pack.signs.brackets;
  return [...line, words(open), isolated(acronym), words(close), ...after];
}

/** French and Spanish give an acronym the article of its name. */
function acronymLine(
  organisation: Organisation,
  acronym: Text,
  wanted: Case,
  writer: Writer,
): Line {
  const { language, inflection } = writer.pack;
  const article = formOf(organisation.name, writer)?.article?.value;
  const own =
    article === undefined ? undefined : inflection.acronymArticle?.(article, acronym.value);
  const parts = { name: acronym.value, ...(own !== undefined && { article: own }) };
  const value = inflect(language, parts, wanted) ?? acronym.value;
  return [isolated({ value, span: acronym.span })];
}
