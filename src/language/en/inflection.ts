/** Proper names in English sentences. */
import {
  type Completed,
  type Inflection,
  type NameKind,
  type NameParts,
  withArticle,
} from '../names.ts';

/** An event has its article: the WSIS Forum. One that has none is given with its own `the`. */
function complete(name: string, kind: NameKind): Completed | undefined {
  if (kind !== 'event') return undefined;
  return { article: 'the', name: name.replace(/^the\s+/i, '') };
}

/** The article of a place is part of its name: in The Hague. */
function capitalised(form: NameParts): NameParts {
  return form.article === 'the' ? { ...form, article: 'The' } : form;
}

/** English: the cases are called by its prepositions. */
export const inflection: Inflection = {
  inflect: (form, wanted, kind) => {
    const named = withArticle(kind === 'place' ? capitalised(form) : form);
    return wanted === 'the' ? named : `${wanted} ${named}`;
  },
  complete,
};
