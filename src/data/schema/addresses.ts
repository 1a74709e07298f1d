/** E-mail and web addresses. */
import type { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';
import { PlacedPart, placedValue } from '../source/placed.ts';
import { countPoints } from '../source/source.ts';
import { parseMailbox } from './mailbox.ts';
import type { Parser } from './reader.ts';

/** One plain e-mail address. */
export const email: Parser<string> = (text, problems) => {
  const { value } = text;
  const problem = emailProblem(value);
  if (!problem) return value;
  problems.error('bad-email', text.span, `"${value}" is not an e-mail address`, problem);
  return undefined;
};

function emailProblem(value: string): string | undefined {
  const read = parseMailbox(value);
  return 'problem' in read ? read.problem : undefined;
}

/** Addresses parted by spaces or semicolons; those that are wrong are reported and left out. */
export function emailList(text: Text, problems: Problems): Text[] {
  const found: Text[] = [];
  for (const { 0: part, index } of text.value.matchAll(/[^\s;]+/g)) {
    const before = countPoints(text.value, 0, index);
    const place = new PlacedPart(text, 0, before, countPoints(part, 0, part.length));
    const address = placedValue(part, place);
    if (email(address, problems) !== undefined) found.push(address);
  }
  return found;
}

/** What authors write for a link that they do not have yet. */
const PLACEHOLDER = /^(?:#.*|\?+|-+|\.+|…|x{3,}|tbd|tbc|todo|url|link|https?:\/\/#?)$/i;

/** A link: http, https or mailto, or a bare address that begins with www. */
export const link: Parser<string> = ({ value, span }, problems) => {
  if (PLACEHOLDER.test(value)) {
    const message = `"${value}" holds the place of a link that is missing`;
    problems.error('placeholder-link', span, message, 'give the real address');
    return undefined;
  }
  const problem = linkProblem(value);
  if (!problem) return value;
  problems.error('bad-url', span, `"${value}" is not a web address`, problem);
  return undefined;
};

function linkProblem(value: string): string | undefined {
  if (/[\s\p{Cf}\p{Cc}<>"\\]/u.test(value)) return 'it holds a space or a character out of place';
  if (/^mailto:/i.test(value))
    return emailProblem(value.slice('mailto:'.length).replace(/\?.*/, ''));
  const address = /^www\./i.test(value) ? `https://${value}` : value;
  if (!/^https?:\/\//i.test(address)) return 'begin with https://, http://, mailto: or www.';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/\.[^.\d]/.test(url.hostname)) return 'the host is not a name with a dot';
  return url.username || url.password ? 'it holds a user name or password' : undefined;
}
