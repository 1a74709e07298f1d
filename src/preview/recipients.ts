/** Finds recipients: by words in what the list says of them, by category, language and problems. */
import { isAddressed } from '../compose/select.ts';
import { LANGUAGE_KEYS } from '../language/languages.ts';
import type { LetterSpec, Localized, ProperName, Stakeholder } from '../model.ts';
import type { RecipientInfo, RecipientPage } from './api.ts';

/** What has been found wrong with a recipient's row or letters. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export interface RecipientQuery {
  readonly words?: string;
  readonly category?: string;
  readonly language?: string;
  readonly problems?: boolean;
  readonly letter?: LetterSpec;
  readonly offset: number;
  readonly limit: number;
}

const NONE: Counts = { errors: 0, warnings: 0 };

export class RecipientIndex {
  readonly #stakeholders: readonly Stakeholder[];
  /** Folded texts, made when somebody first searches. */
  #texts: readonly string[] | undefined;

  constructor(stakeholders: readonly Stakeholder[]) {
    this.#stakeholders = stakeholders;
  }

  find(query: RecipientQuery, counts: ReadonlyMap<string, Counts>): RecipientPage {
    const { offset, limit } = query;
    const found = this.#matching(query, counts);
    const items = found
      .slice(offset, offset + limit)
      .map((one) => infoOf(one, counts.get(one.id.value) ?? NONE));
    return { total: found.length, items };
  }

  #matching(query: RecipientQuery, counts: ReadonlyMap<string, Counts>): readonly Stakeholder[] {
    const { category, language, problems, letter } = query;
    const words = fold(query.words ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const isPlain = !category && !language && !problems && !letter && words.length === 0;
    if (isPlain) return this.#stakeholders;
    const texts = words.length > 0 ? this.#search() : [];
    return this.#stakeholders.filter(
      (one, index) =>
        (!category || one.category.value === category) &&
        (!language || one.language.value === language) &&
        (!problems || counts.has(one.id.value)) &&
        (!letter || isAddressed(one, letter)) &&
        words.every((word) => texts[index]?.includes(word)),
    );
  }

  #search(): readonly string[] {
    this.#texts ??= this.#stakeholders.map(searchText);
    return this.#texts;
  }
}

function searchText({ id, name, organisation, country, email }: Stakeholder): string {
  const texts = [id.value, email?.value ?? '', country?.code ?? ''];
  for (const localized of [name, organisation]) texts.push(...textsOf(localized));
  texts.push(...namesOf(country?.name));
  return fold(texts.join('\n'));
}

function textsOf(localized: Localized | undefined): string[] {
  return localized ? LANGUAGE_KEYS.flatMap((key) => localized[key]?.value ?? []) : [];
}

function namesOf(name: ProperName | undefined): string[] {
  return name ? LANGUAGE_KEYS.flatMap((key) => name[key]?.name.value ?? []) : [];
}

/** Accents, Arabic vowel signs and the shapes of alef do not count, nor does case. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain.replace(/[^\S\n]+/gu, ' ').trim();
}

/** What has neither accents nor variants needs no folding: most texts of a long list. */
const ASCII = /^[\n -~]*$/;

function infoOf(one: Stakeholder, counts: Counts): RecipientInfo {
  const { id, name, organisation, country, email, category, language } = one;
  return {
    id: id.value,
    name: inLanguage(name, one),
    organisation: inLanguage(organisation, one),
    country: (country?.name[language.value] ?? country?.name.all)?.name.value ?? '',
    email: email?.value ?? '',
    category: category.value,
    language: language.value,
    errors: counts.errors,
    warnings: counts.warnings,
  };
}

/** In the recipient's language; in any other before nothing at all. */
function inLanguage(localized: Localized | undefined, { language }: Stakeholder): string {
  if (!localized) return '';
  const text = localized[language.value] ?? localized.all;
  return text?.value ?? textsOf(localized)[0] ?? '';
}
