/** What a path prints when a template writes it bare: `{{event.place}}`. */
import type { Span } from '../../diagnostic.ts';
import type { LanguagePack } from '../../language/pack.ts';
import type { Line } from '../../model.ts';
import type { Shape } from '../template/shapes.ts';
import type { Value } from '../template/values.ts';
import { personLine } from './persons.ts';
import {
  isolated,
  linesOf,
  organisationLine,
  phraseInline,
  properName,
  textOf,
  type Writer,
} from './print.ts';

/** Types that have no printed form of their own, with the helper that prints them. */
const HELPERS: Readonly<Partial<Record<Value['type'], string>>> = {
  list: 'list',
  period: 'range',
  phase: 'phaseDate',
};

/** Why a template cannot print such a value bare; undefined if it can. */
export function whyNotPrinted(shape: Shape): { message: string; hint?: string } | undefined {
  const helper = HELPERS[shape.type];
  if (helper)
    return { message: `${shape.what} has no text`, hint: `print it with {{${helper} …}}` };
  if (shape.type === 'flag') return { message: 'yes or no has no text', hint: 'use it in {{#if}}' };
  if (shape.type !== 'record') return undefined;
  const names = Object.keys(shape.fields ?? {});
  const hint = names.length > 0 ? `its fields: ${names.join(', ')}` : undefined;
  return { message: `${shape.what} has no text`, ...(hint && { hint }) };
}

/** The value as running text. */
export function printValue(value: Value, writer: Writer): Line {
  switch (value.type) {
    case 'line':
      return value.line;
    case 'word':
      return [{ type: 'text', text: value.word, ...(value.span && { span: value.span }) }];
    case 'name':
      return properName(value.name, 'plain', value.kind, writer);
    case 'organisation':
      return organisationLine(value.organisation, 'full', 'plain', writer);
    case 'country':
      return properName(value.country.name, 'plain', 'country', writer);
    case 'person':
      return personLine(value.person, writer);
    default:
      return printScalar(value, writer);
  }
}

function printScalar(value: Value, writer: Writer): Line {
  const { pack } = writer;
  switch (value.type) {
    case 'text': {
      const text = textOf(value.text, writer);
      return text ? [isolated(text)] : [];
    }
    case 'link': {
      const text = textOf(value.link, writer);
      return text ? [isolated(text, 'ltr')] : [];
    }
    case 'lines':
      return joinLines(
        linesOf(value.lines, writer).map((line) => isolated(line)),
        pack.signs.space,
      );
    case 'token':
      return [isolated(value.token, 'ltr')];
    case 'category':
      return [isolated({ value: pack.categories[value.category], span: value.span })];
    case 'date':
      return [phraseInline(pack.date(value.date.value), value.date.span)];
    case 'time':
      return [phraseInline(pack.time(value.time.value), value.time.span)];
    case 'number':
      return [phraseInline([{ ltr: pack.number(value.number) }], value.span)];
    case 'amount':
      return amountLine(value.amount, value.currency, pack, value.span);
    default:
      return [];
  }
}

/**
 * An amount in the language's digits and signs, with the code of its currency (ISO 4217) where that is known: before it in
 * English and Chinese, after it in the others. Cents are printed where there are any, and then both digits.
 */
export function amountLine(
  amount: number,
  currency: string | undefined,
  pack: LanguagePack,
  span: Span | undefined,
): Line {
  const printed = pack.number(Math.round(amount * 100) / 100);
  // Nine cents and ninety look the same as long as only one digit is there.
  const isShort = /[.,]\d$/.test(printed);
  const digits = isShort ? `${printed}0` : printed;
  const token = (text: string) => phraseInline([{ ltr: text }], span);
  if (currency === undefined) return [token(digits)];
  if (pack.currencyFirst) return [token(`${currency}\u00a0${digits}`)];
  // Each in an isolate of its own: in Arabic, too, the amount is read first, and stands at the right.
  return [token(digits), { type: 'text', text: '\u00a0', ...(span && { span }) }, token(currency)];
}

/** In a sentence the lines of a title follow each other after a space. */
function joinLines(line: Line, space: string): Line {
  return line.flatMap((inline, index): Line => {
    return index === 0 || space === '' ? [inline] : [{ type: 'text', text: space }, inline];
  });
}
