/** Proper names, and what a language does with them in a sentence. */

/**
 * `plain`: the bare name; `the`: with its article; the others begin with the preposition. Russian has
 * cases instead: `of` is the genitive, `to` the dative, `by` the instrumental; `in` keeps its preposition.
 */
export type Case = 'plain' | 'the' | 'of' | 'to' | 'by' | 'in';
/** A case in which the name may change. */
export type Inflected = Exclude<Case, 'plain'>;
/** Decides what French says for "in": à l'UIT, but en Suisse; and whether a name needs an article. */
export type NameKind = 'organisation' | 'country' | 'event' | 'place';

/** A name with what its grammar needs, as strings; the shape of `NameForm` without positions. */
export interface NameParts {
  readonly name: string;
  readonly article?: string;
  /** The whole "the X" where article and name do not give it. */
  readonly the?: string;
  readonly of?: string;
  readonly to?: string;
  readonly by?: string;
  readonly in?: string;
}

/** A name to which its language adds an article that the data does not give. */
export interface Completed {
  readonly article: string;
  /** Without an article of its own. */
  readonly name: string;
  /** Nothing in the name tells the article: it is only the commonest one. */
  readonly assumed?: boolean;
}

/** The rules of a language. */
export interface Inflection {
  /** Undefined where no rule gives the form, which the data has to give then: Russian cases. */
  readonly inflect: (form: NameParts, wanted: Inflected, kind: NameKind) => string | undefined;
  /** The article of an event or a place that has none in the data; undefined where none is needed. */
  readonly complete?: (name: string, kind: NameKind) => Completed | undefined;
  /** Particles that follow all that belongs to a name, an acronym in brackets too, and stand once after a list. */
  readonly particles?: Readonly<Partial<Record<Inflected, string>>>;
  /** Prepositions stand once before a list: 由甲和乙. */
  readonly onceBeforeLists?: boolean;
  /** The article of an acronym, from that of the full name; without it, acronyms have none. */
  readonly acronymArticle?: (article: string, acronym: string) => string;
}

/** The article joined to the name: "the ITU", "l'UIT"; the data's own form of both comes first. */
export function withArticle({ article, name, the }: NameParts): string {
  if (the !== undefined) return the;
  if (article === undefined || article === '') return name;
  return /['’]$/.test(article) ? article + name : `${article} ${name}`;
}
