/** The parts of a letter that are the same for all its recipients. */
import type {
  Edition,
  FontFamily,
  Language,
  Letter,
  LetterForm,
  LetterSpec,
  Line,
} from '../../model.ts';
import { dateline, footer, footNotes, labelLine, letterhead, referenceRows } from './head.ts';
import { isolated, textOf, type Writer, words } from './print.ts';
import { signatoryBlocks } from './signatories.ts';

/** Letters of one entry, in one language and form. */
export interface LetterVariant {
  readonly edition: Edition;
  readonly spec: LetterSpec;
  readonly language: Language;
  readonly form: LetterForm;
}

/** What the recipient or the template decides. */
export type PersonalParts = Pick<
  Letter,
  'recipient' | 'title' | 'address' | 'subject' | 'salutation' | 'body' | 'closing'
>;
/** All the rest. */
export type SharedParts = Omit<Letter, keyof PersonalParts>;

/** Everything but what names the recipient or comes from the template. */
export function sharedParts(
  { edition, spec, language, form }: LetterVariant,
  writer: Writer,
): SharedParts {
  const { pack } = writer;
  const unit = unitLine(spec, writer);
  const enclosures = footNotes(
    [words(pack.enclosures(spec.enclosures.length))],
    spec.enclosures,
    writer,
  );
  const copies = footNotes(
    labelLine(spec.copiesLabel, pack.labels.copies, writer),
    spec.copies,
    writer,
  );
  return {
    edition: edition.id,
    id: spec.id.value,
    kind: spec.kind.value,
    form,
    language,
    direction: pack.direction,
    author: authorOf(writer),
    date: spec.date.value,
    settings: edition.settings,
    fonts: fontChain(edition, language),
    letterhead: letterhead(edition, writer),
    ...(unit && { unit }),
    dateline: dateline(spec, writer),
    head: spec.head,
    rows: referenceRows(spec, edition.contact, writer),
    ...(spec.confidential && { confidential: [words(pack.confidential)] }),
    signatories: signatoryBlocks(spec, form, writer),
    ...(enclosures && { enclosures }),
    ...(copies && { copies }),
    ...(spec.draft && { draft: [words(pack.draft)] }),
    ...annexes(spec),
    footer: footer(spec, writer),
  };
}

function annexes({ annexes: found }: LetterSpec): Pick<Letter, 'annexes'> {
  if (found.length === 0) return {};
  return { annexes: found.map(({ value: path, span }) => ({ path, span })) };
}

function unitLine(spec: LetterSpec, writer: Writer): Line | undefined {
  const unit = textOf(spec.unit, writer);
  return unit && [isolated(unit)];
}

/** The fallback chain of a language; an edition's family hides one of the tool's that has the same name. */
function fontChain({ families, settings }: Edition, language: Language): FontFamily[] {
  const names = settings.fonts[language] ?? [];
  return names.flatMap((name) => families.find((family) => family.name === name) ?? []);
}

/** Those who sign, for the properties of the file. */
function authorOf(writer: Writer): string {
  const names = writer.signatories.flatMap(
    ({ name }) => textOf(name, writer)?.value.replaceAll('\n', ' ') ?? [],
  );
  return names.join(writer.pack.signs.comma);
}
