/** Addresses that are legal, but that programs may act upon: they get mail only where the edition asks for it. */
import type { Problems } from '../../diagnostic.ts';
import type { Stakeholder, Text } from '../../model.ts';

/**
 * Letters, digits and the signs that mailboxes have in real use: `o'brien`, `q&a`, `name+tag`, `bounces+name=example.com`.
 * None of them comes first but `_`: programs that are called with an address take `-name` for an option, spreadsheets
 * `=name` and `+name` for a formula. What shells, mail servers and file systems take for orders, patterns, variables,
 * paths or comments is left: `|`, `` ` ``, `$`, `*`, `?`, `{`, `}`, `~`, `^`, `/`, `#`.
 */
const USUAL = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}.&'+=_-]*$/u;
/** Nearly every address; Unicode's tables take longer. */
const PLAIN = /^[a-z0-9][a-z0-9._-]*@/i;

/** What to say of an address that the edition has not asked for by name; undefined of others. */
export function unusualProblem(
  address: string,
  asked: readonly string[],
): { readonly message: string; readonly hint: string } | undefined {
  if (PLAIN.test(address) || asked.includes(address)) return undefined;
  const local = address.slice(0, address.lastIndexOf('@'));
  if (USUAL.test(local)) return undefined;
  const sign = /[^\p{L}\p{M}\p{N}.&'+=_-]/u.exec(local)?.[0];
  const what = sign ? `holds "${sign}"` : `begins with "${local[0]}"`;
  return {
    message: `"${address}" is an unusual address: it ${what}, which programs may take for an order`,
    hint: `correct it; if it is right, name it in the section mail: unusual-addresses: ["${address}"]`,
  };
}

/** Reports an address that the edition has not asked for. */
export function checkUsual(
  { value, span }: Text,
  asked: readonly string[],
  problems: Problems,
): void {
  const problem = unusualProblem(value, asked);
  if (problem) problems.error('unusual-address', span, problem.message, problem.hint);
}

/** Reports those of the lists. */
export function checkRecipients(
  stakeholders: readonly Stakeholder[],
  asked: readonly string[],
  problems: Problems,
): void {
  for (const { email, cc } of stakeholders) {
    if (email) checkUsual(email, asked, problems);
    for (const copy of cc) checkUsual(copy, asked, problems);
  }
}
