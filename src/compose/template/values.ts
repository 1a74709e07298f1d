/** What a path in a template can stand for, before it is printed in a language. */
import type { Span } from '../../diagnostic.ts';
import type { NameKind } from '../../language/cases.ts';
import type {
  Category,
  Country,
  DateValue,
  Line,
  Localized,
  LocalizedLines,
  Organisation,
  Person,
  Phase,
  ProperName,
  Text,
  TimeValue,
} from '../../model.ts';

export type Fields = Readonly<Record<string, Value | undefined>>;

export type Value =
  /** `column`: of the recipient's list, where it is a cell as it stands there. */
  | { readonly type: 'text'; readonly text: Localized; readonly column?: string }
  /** A proper name with its grammar: of the event, of a place. */
  | { readonly type: 'name'; readonly name: ProperName; readonly kind: NameKind }
  | { readonly type: 'lines'; readonly lines: LocalizedLines }
  | { readonly type: 'link'; readonly link: Localized }
  /** Reads from left to right everywhere: a symbol, a telephone number, an e-mail address. */
  | { readonly type: 'token'; readonly token: Text }
  | { readonly type: 'date'; readonly date: DateValue }
  | { readonly type: 'time'; readonly time: TimeValue }
  | { readonly type: 'number'; readonly number: number; readonly span?: Span }
  /** `currency` is an ISO 4217 code. */
  | {
      readonly type: 'amount';
      readonly amount: number;
      readonly currency?: string;
      readonly span: Span;
    }
  | { readonly type: 'flag'; readonly flag: boolean }
  /** A word of a closed list, or a text that a template quotes. */
  | { readonly type: 'word'; readonly word: string; readonly span?: Span }
  | { readonly type: 'category'; readonly category: Category; readonly span: Span }
  | { readonly type: 'organisation'; readonly organisation: Organisation; readonly fields: Fields }
  | { readonly type: 'country'; readonly country: Country; readonly fields: Fields }
  | { readonly type: 'person'; readonly person: Person; readonly fields: Fields }
  | {
      readonly type: 'period';
      readonly start: DateValue;
      readonly end: DateValue;
      readonly fields: Fields;
    }
  | { readonly type: 'phase'; readonly phase: Phase; readonly fields: Fields }
  | { readonly type: 'record'; readonly fields: Fields }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** What a helper printed. */
  | { readonly type: 'line'; readonly line: Line };

export type ValueType = Value['type'];

/** The field of a value, undefined where it has none of that name or the field is empty. */
export function fieldOf(value: Value | undefined, name: string): Value | undefined {
  if (value === undefined || !('fields' in value)) return undefined;
  return Object.hasOwn(value.fields, name) ? value.fields[name] : undefined;
}

/** Handlebars' truth: nothing, an empty list, an empty text, zero and false are false. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined) return false;
  switch (value.type) {
    case 'flag':
      return value.flag;
    case 'number':
      return value.number !== 0;
    case 'amount':
      return value.amount !== 0;
    case 'list':
      return value.items.length > 0;
    case 'word':
      return value.word !== '';
    case 'line':
      return value.line.length > 0;
    case 'record':
      return Object.values(value.fields).some((field) => field !== undefined);
    default:
      return true;
  }
}
