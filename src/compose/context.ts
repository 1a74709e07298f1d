/** The edition, a letter and its recipient as templates see them; see shapes.ts for the names. */
import { LANGUAGE_KEYS } from '../language/languages.ts';
import type {
  Contact,
  Country,
  Edition,
  Event,
  Language,
  LetterForm,
  LetterSpec,
  Localized,
  Located,
  Organisation,
  Period,
  Person,
  Phase,
  ProperName,
  Resolution,
  Stakeholder,
  Text,
} from '../model.ts';
import type { Fields, Value } from './values.ts';

type Maybe = Value | undefined;

function text(localized: Localized | undefined): Maybe {
  return localized && { type: 'text', text: localized };
}

function plain(value: Text | undefined): Maybe {
  return value && { type: 'text', text: { span: value.span, all: value } };
}

function token(value: Text | undefined): Maybe {
  return value && { type: 'token', token: value };
}

function link(localized: Localized | undefined): Maybe {
  return localized && { type: 'link', link: localized };
}

function word(located: Located<string> | undefined): Maybe {
  return located && { type: 'word', word: located.value, span: located.span };
}

function list(items: readonly Value[]): Value {
  return { type: 'list', items };
}

/** A record whose keys the edition chooses. */
function chosen<T>(source: Readonly<Record<string, T>>, value: (item: T) => Maybe): Value {
  const entries = Object.entries(source).map(([key, item]) => [key, value(item)] as const);
  return { type: 'record', fields: Object.fromEntries(entries) };
}

/** A proper name as a text, without its grammar. */
function nameText(name: ProperName): Localized {
  const names = LANGUAGE_KEYS.flatMap((key) => {
    const form = name[key];
    return form ? [[key, form.name] as const] : [];
  });
  return { span: name.span, ...Object.fromEntries(names) };
}

function organisation(source: Organisation): Value {
  const { name, short, acronym } = source;
  const fields: Fields = {
    name: text(nameText(name)),
    short: text(short && nameText(short)),
    acronym: text(acronym),
  };
  return { type: 'organisation', organisation: source, fields };
}

function country(source: Country | undefined): Maybe {
  if (!source) return undefined;
  const code = source.code === undefined ? undefined : { value: source.code, span: source.span };
  const fields: Fields = { name: text(nameText(source.name)), code: word(code) };
  return { type: 'country', country: source, fields };
}

/** A person; the organisation prints as its name or as the lines that stand for it. */
function person(source: Person): Value {
  const { organisation: at, title } = source;
  const fields: Fields = {
    name: text(source.name),
    gender: word(source.gender),
    rank: word(source.rank),
    style: text(source.style),
    courtesy: text(source.courtesy),
    title: title && { type: 'lines', lines: title },
    organisation: at && ('name' in at ? organisation(at) : { type: 'lines', lines: at }),
    country: country(source.country),
    acting: { type: 'flag', flag: source.acting === true },
  };
  return { type: 'person', person: source, fields };
}

function period({ start, end, name }: Period): Value {
  const fields: Fields = {
    name: text(name),
    start: { type: 'date', date: start },
    end: { type: 'date', date: end },
  };
  return { type: 'period', start, end, fields };
}

function phase(source: Phase, index: number): Value {
  const { start, end, or, from, until } = source;
  const fields: Fields = {
    number: { type: 'number', number: index + 1 },
    start: { type: 'date', date: start },
    end: end && { type: 'date', date: end },
    or: or && { type: 'date', date: or },
    from: from && { type: 'time', time: from },
    until: until && { type: 'time', time: until },
    title: text(source.title),
    link: link(source.link),
    items: list(source.items.map((item): Value => ({ type: 'text', text: item }))),
  };
  return { type: 'phase', phase: source, fields };
}

function event(source: Event): Value {
  const { start, end } = source;
  const fields: Fields = {
    name: text(source.name),
    short: text(source.short),
    acronym: text(source.acronym),
    theme: text(source.theme),
    start: { type: 'date', date: start },
    end: { type: 'date', date: end },
    periods: chosen(source.periods, period),
    place: text(source.place),
    country: country(source.country),
    hosts: list(source.hosts.map(organisation)),
    organisers: list(source.organisers.map(organisation)),
    coorganisers: list(source.coorganisers.map(organisation)),
    agencies: list(source.agencies.map(organisation)),
  };
  return { type: 'period', start, end, fields };
}

function resolution({ symbol, adopted, link: address }: Resolution): Value {
  const fields: Fields = {
    symbol: token(symbol),
    adopted: adopted && { type: 'date', date: adopted },
    link: link(address),
  };
  return { type: 'record', fields };
}

function letter(spec: LetterSpec): Value {
  const fields: Fields = {
    id: word(spec.id),
    date: { type: 'date', date: spec.date },
    place: text(spec.place),
    reference: spec.reference && { type: 'lines', lines: spec.reference },
    deadlines: chosen(spec.deadlines, (date) => ({ type: 'date', date })),
    links: chosen(spec.links, link),
    resolutions: chosen(spec.resolutions, resolution),
    phases: list(spec.phases.map(phase)),
    persons: chosen(spec.persons, person),
    numbers: chosen(spec.numbers, ({ value, span }) => ({ type: 'number', number: value, span })),
    texts: chosen(spec.texts, text),
    signatories: list(spec.signatories.map(person)),
    confidential: { type: 'flag', flag: spec.confidential },
  };
  return { type: 'record', fields };
}

function contact(source: Contact): Value {
  const fields: Fields = {
    name: text(source.name),
    courtesy: text(source.courtesy),
    telephone: token(source.telephone),
    fax: token(source.fax),
    email: token(source.email),
  };
  return { type: 'record', fields };
}

/** The recipient of a personal letter as templates see it. */
export function recipientValue(source: Stakeholder): Value {
  const fields: Fields = {
    id: word(source.id),
    name: text(source.name),
    gender: word(source.gender),
    rank: word(source.rank),
    style: text(source.style),
    courtesy: text(source.courtesy),
    title: text(source.title),
    organisation: text(source.organisation),
    country: country(source.country),
    category: {
      type: 'category',
      category: source.category.value,
      span: source.category.span,
    },
    language: word(source.language),
    email: token(source.email),
    extra: chosen(source.extra, plain),
  };
  return { type: 'record', fields };
}

/** What all letters of one entry have in common, in one language and form. */
export function letterContext(
  edition: Edition,
  spec: LetterSpec,
  language: Language,
  form: LetterForm,
): Fields {
  return {
    event: event(edition.event),
    letter: letter(spec),
    contact: contact(edition.contact),
    organisations: chosen(edition.organisations, organisation),
    // In the personal form the recipient comes with each letter.
    ...(form === 'circular' && { recipient: undefined }),
    form: { type: 'word', word: form },
    language: { type: 'word', word: language },
  };
}
