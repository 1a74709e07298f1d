/** Options that several commands take. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES } from '../language/languages.ts';
import { CATEGORIES } from '../vocabulary.ts';

/** `a,b` and a repeated option add up; blanks do not count. */
export function list(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.includes('')) throw new InvalidArgumentError('A value is empty.');
  return [...before, ...values];
}

/** A list of words, each out of `values`. */
export function closedList(flags: string, description: string, values: readonly string[]): Option {
  const choices = `(${values.join(', ')})`;
  return new Option(flags, `${description} ${choices}`).argParser<readonly string[]>(
    (text, before) => {
      const chosen = list(text, before);
      const unknown = chosen.find((value) => !values.includes(value));
      if (unknown !== undefined)
        throw new InvalidArgumentError(`"${unknown}" is none of ${choices}.`);
      return chosen;
    },
  );
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  };
}

/** Some letters, languages or recipients only; `what` is what goes to recipients. */
export function addSelection(command: Command, what: string): Command {
  return command
    .option('--letter <ids>', 'only these letters', list)
    .addOption(closedList('--language <languages>', 'only in these languages', LANGUAGES))
    .option('--to <recipients>', `only ${what} to these recipients, by id`, list)
    .addOption(
      closedList('--category <categories>', `only ${what} to these categories`, CATEGORIES),
    )
    .option('--list <file>', `only ${what} to the recipients of this list`)
    .option('--circular', "only circulars (default: each letter's forms)")
    .option('--personal', "only personal letters (default: each letter's forms)");
}
