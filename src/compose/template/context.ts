/** The edition, a letter and its recipient as templates see them: each field with its shape and its value. */

import { LANGUAGES } from '../../language/languages.ts';
import { REIGNING_RANKS } from '../../language/pack.ts';
import type {
  Category,
  ColumnValue,
  Contact,
  Country,
  Edition,
  Event,
  Language,
  LetterForm,
  LetterSpec,
  Located,
  Organisation,
  Period,
  Person,
  Phase,
  ProperName,
  Resolution,
  Stakeholder,
  Text,
} from '../../model.ts';
import { CATEGORIES, FORMS, GENDERS, RANKS } from '../../vocabulary.ts';
import {
  chosen,
  compound,
  computed,
  date,
  type Field,
  flag,
  lines,
  link,
  list,
  nameOf,
  number,
  type Properties,
  record,
  shapesOf,
  text,
  time,
  token,
  valuesOf,
  word,
  wordOf,
} from './fields.ts';
import { AMOUNT, NUMBER, type Shape } from './shapes.ts';
import type { Fields, Value } from './values.ts';

const gender = wordOf('a gender', GENDERS);
const rank = wordOf('a rank', RANKS);
const readIn = wordOf('a language', LANGUAGES);
const category: Field<Located<Category>> = {
  shape: { type: 'category', what: 'a category', words: CATEGORIES },
  value: ({ value, span }) => ({ type: 'category', category: value, span }),
};

const organisation = compound<Organisation>(
  'organisation',
  'an organisation',
  { name: nameOf('organisation'), short: nameOf('organisation'), acronym: text },
  (source, fields) => ({ type: 'organisation', organisation: source, fields }),
);

const country = computed(
  compound<{ whole: Country; name: ProperName; code: Text | undefined }>(
    'country',
    'a country',
    { name: nameOf('country'), code: word },
    ({ whole }, fields) => ({ type: 'country', country: whole, fields }),
  ),
  (whole: Country | undefined) => {
    if (!whole) return undefined;
    const { name, code, span } = whole;
    return { whole, name, code: code === undefined ? undefined : { value: code, span } };
  },
);

/** The organisation of a person prints as its name, or as the lines that are there instead. */
const affiliation: Field<Person['organisation']> = {
  shape: lines.shape,
  value: (found) => (found && 'name' in found ? organisation.value(found) : lines.value(found)),
};

const nameable = compound<Person>(
  'person',
  'a person',
  {
    name: text,
    gender,
    rank,
    style: text,
    courtesy: text,
    title: lines,
    organisation: affiliation,
    country,
    acting: flag,
  },
  (source, fields) => ({ type: 'person', person: source, fields }),
);
/** `choose` chooses by the gender of a person. */
const person: typeof nameable = { ...nameable, shape: { ...nameable.shape, words: GENDERS } };

const period = compound<Period>(
  'period',
  'a period',
  { name: nameOf('place'), start: date, end: date },
  ({ start, end }, fields) => ({ type: 'period', start, end, fields }),
);

const phase = compound<Phase & { readonly number: number }>(
  'phase',
  'a phase',
  {
    number: { shape: NUMBER, value: (source) => ({ type: 'number', number: source }) },
    start: date,
    end: date,
    or: date,
    from: time,
    until: time,
    title: text,
    link,
    items: list(text),
  },
  (source, fields) => ({ type: 'phase', phase: source, fields }),
);
const phases = computed(list(phase), (found: readonly Phase[]) =>
  found.map((one, index) => ({ ...one, number: index + 1 })),
);

const event = compound<Event>(
  'period',
  'the event',
  {
    name: nameOf('event'),
    short: nameOf('event'),
    acronym: text,
    theme: text,
    start: date,
    end: date,
    periods: chosen('the periods of the event', period),
    place: nameOf('place'),
    country,
    hosts: list(organisation),
    organisers: list(organisation),
    coorganisers: list(organisation),
    agencies: list(organisation),
  },
  ({ start, end }, fields) => ({ type: 'period', start, end, fields }),
);

const resolution = record<Resolution>('a resolution', { symbol: token, adopted: date, link });

const letter = record<LetterSpec>('the letter', {
  id: word,
  date,
  place: nameOf('place'),
  reference: lines,
  deadlines: chosen('the deadlines of the letter', date),
  links: chosen('the links of the letter', link),
  resolutions: chosen('the resolutions of the letter', resolution),
  phases,
  persons: chosen('the persons of the letter', person),
  numbers: chosen('the numbers of the letter', number),
  texts: chosen('the texts of the letter', text),
  signatories: list(person),
  confidential: flag,
});

const contact = record<Contact>('the contact', {
  name: text,
  courtesy: text,
  telephone: token,
  fax: token,
  email: token,
});

/** Cells of further columns: as they stand, or as what their type makes of them. */
const extra: Field<Stakeholder> = {
  shape: { type: 'record', what: 'the further columns of the list', entry: text.shape },
  value: ({ extra: cells, typed }) => {
    const fields = Object.entries(cells).map(([column, cell]): [string, Value] => {
      const value = typed?.[column];
      if (value) return [column, typedValue(value)];
      return [column, { type: 'text', text: { span: cell.span, all: cell }, column }];
    });
    return { type: 'record', fields: Object.fromEntries(fields) };
  },
};

function typedValue(value: ColumnValue): Value {
  switch (value.type) {
    case 'date':
      return value;
    case 'number':
      return { type: 'number', number: value.number.value, span: value.number.span };
    default: {
      const { amount, currency } = value;
      const printed = { amount: amount.value, span: amount.span };
      return { type: 'amount', ...printed, ...(currency && { currency }) };
    }
  }
}

const TYPED = { date: date.shape, number: NUMBER, amount: AMOUNT } as const;

/** The shapes of all further columns of the lists. */
function columnShapes(stakeholders: readonly Stakeholder[]): Readonly<Record<string, Shape>> {
  const shapes: Record<string, Shape> = {};
  for (const { extra: cells, typed } of stakeholders) {
    for (const column of Object.keys(cells)) {
      const type = typed?.[column]?.type;
      if (type) shapes[column] = TYPED[type];
      else shapes[column] ??= { ...text.shape, column };
    }
  }
  return shapes;
}

const recipient = record<Stakeholder & { readonly reigns: boolean }>('the recipient', {
  id: word,
  name: text,
  gender,
  rank,
  reigns: flag,
  style: text,
  courtesy: text,
  title: text,
  organisation: text,
  country,
  category,
  language: readIn,
  email: token,
});

/** The recipient of a personal letter as templates see it. */
export function recipientValue(who: Stakeholder): Value | undefined {
  const value = recipient.value({ ...who, reigns: REIGNING_RANKS.has(who.rank?.value) });
  if (value?.type !== 'record') return value;
  return { type: 'record', fields: { ...value.fields, extra: extra.value(who) } };
}

interface Shared {
  readonly event: Event;
  readonly letter: LetterSpec;
  readonly contact: Contact;
  readonly organisations: Edition['organisations'];
}

const shared: Properties<Shared> = {
  event,
  letter,
  contact,
  organisations: chosen('the organisations of the edition', organisation),
};

/** What all letters of one entry have in common, in one language and form. */
export function letterContext(
  { event, contact, organisations }: Edition,
  spec: LetterSpec,
  language: Language,
  form: LetterForm,
): Fields {
  return {
    ...valuesOf(shared, { event, letter: spec, contact, organisations }),
    // In the personal form the recipient comes with each letter.
    ...(form === 'circular' && { recipient: undefined }),
    form: { type: 'word', word: form },
    language: { type: 'word', word: language },
  };
}

/** What a template sees, with the further columns of the lists of recipients. */
export function contextShape(stakeholders: readonly Stakeholder[]): Shape {
  const { type, what } = extra.shape;
  const cells = columnShapes(stakeholders);
  const { shape } = recipient;
  return {
    type: 'record',
    what: 'a template',
    fields: {
      ...shapesOf(shared),
      recipient: { ...shape, fields: { ...shape.fields, extra: { type, what, fields: cells } } },
      form: { type: 'word', what: 'a form', words: FORMS },
      language: readIn.shape,
    },
  };
}
