/** What texts have of other programs, and would be printed as it stands. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Problems, Span } from '../../diagnostic.ts';
import { findForeignMarks } from '../../language/foreign-markup.ts';
import { findMergeFields } from '../../language/merge-fields.ts';
import { findCertainPlaceholders } from '../../language/placeholders.ts';
import type { Text } from '../../model.ts';
import { placeWithin } from './placed.ts';

/** Marks that only markup has, and the bars of a table; nearly every text has none of them. */
const SUSPECT = /[*_~^=[\]<`#\\&{}｛«$%|@]/;
const LINE_END = /^\\(?:n(?![a-z]*\\)|[rt](?=\p{Lu}|\s|$))/u;
const ENTITY = /^&(#?\w+);$/;

/** Reports the fields and marks of a text that is no template and no Markdown. */
export function reportForeign(text: Text, problems: Problems): void {
  const { value } = text;
  if (!SUSPECT.test(value)) return;
  // Notes such as “[name]” are told where they are printed.
  const notes = findCertainPlaceholders(value, 'en');
  const fields = findMergeFields(value);
  for (const { start, end, isTemplate } of fields) {
    if (notes.some((note) => start < note.end && note.start < end)) continue;
    reportMergeField(value.slice(start, end), isTemplate, placeWithin(text, start, end), problems);
  }
  for (const { start, end, what } of findForeignMarks(value)) {
    if (fields.some((field) => start < field.end && field.start < end)) continue;
    // Those of other programs are told with what they mean (sense/residues.ts).
    if (what === 'HTML' || isEntity(value.slice(start, end)) || isLineEnd(value, start)) continue;
    const message = `“${value.slice(start, end)}” would be printed as it stands: this text has no ${what}`;
    const hint = 'markup is for templates; write the words alone';
    problems.error('foreign-markup', placeWithin(text, start, end), message, hint);
  }
}

/** What no address has as it stands. */
const FIELD_IN_LINK = /\{\{[^{}]*\}{0,2}|«[^«»]*»|<<[^<>]*>>|\*\|[^|]*\|\*/;

/** Reports the first field of a link, which is no template. */
export function reportForeignLink(text: Text, problems: Problems): void {
  const [found] = FIELD_IN_LINK.exec(text.value) ?? [];
  if (found === undefined) return;
  const start = text.value.indexOf(found);
  const span = placeWithin(text, start, start + found.length);
  reportMergeField(found, found.startsWith('{{'), span, problems);
}

/** `\n`, but not in a path or an address. */
function isLineEnd(value: string, start: number): boolean {
  return LINE_END.test(value.slice(start)) && !value.includes('://');
}

function isEntity(mark: string): boolean {
  const name = ENTITY.exec(mark)?.[1];
  return name !== undefined && (name.startsWith('#') || !!decodeNamedCharacterReference(name));
}

/** Reports a field of another program, or one of ours in a text that is no template. */
export function reportMergeField(
  found: string,
  isTemplate: boolean,
  span: Span | undefined,
  problems: Problems,
): void {
  const isInTemplate = span?.file.endsWith('.hbs') === true;
  const message = isTemplate
    ? `“${found}” would be printed as it stands`
    : `“${found}” is a field of another program, which nothing fills`;
  const inTemplate = isTemplate
    ? 'a field begins with {{ and ends with }}'
    : 'write a field of templates, such as {{recipient.name}}';
  const elsewhere =
    'texts of edition.yaml and of lists are no templates: write the field in the template, as {{…}}';
  problems.error('foreign-markup', span, message, isInTemplate ? inTemplate : elsewhere);
}
