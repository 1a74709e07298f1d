/** What has changed since an approval, for a person to read. */
import { EditionChanged } from '../../app/mail/send.ts';
import { type Group, groupBy } from '../../group-by.ts';
import type { Change } from '../../mail/changes.ts';
import { plural } from '../../words.ts';
import { printDiagnostics } from '../report.ts';
import { type MailOptions, printJson, say } from './common.ts';

/** Differences shown; a change of a template is one, however many letters it is in. */
const MOST = 40;
/** Messages named at a difference. */
const MOST_NAMES = 3;

/** One difference a paragraph, or all of them as JSON, message by message; then the error. */
export function printChanges(changes: readonly Change[], options: MailOptions): void {
  if (options.json) for (const change of changes) printJson({ change });
  else printGroups([...groupsOf(changes)]);
  printDiagnostics(new EditionChanged(changes).diagnostics, options);
}

/** The same difference in several messages. */
function groupsOf(changes: readonly Change[]): Iterable<Group<Change>> {
  return groupBy(changes, ({ id: _, ...difference }) => JSON.stringify(difference)).values();
}

function printGroups(groups: readonly Group<Change>[]): void {
  for (const group of groups.slice(0, MOST)) printGroup(group);
  if (groups.length > MOST) say(`… and ${groups.length - MOST} more; --json prints all`);
}

function printGroup(group: Group<Change>): void {
  const [{ what, before, now, more }] = group;
  const names = group.slice(0, MOST_NAMES).map(({ id }) => id);
  const others = group.length - names.length;
  const title = `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${what}`;
  if (before === '' && now === '') say(title);
  else if (!what.startsWith('text ')) say(`${title}: "${before}" → "${now}"`);
  else {
    // Each on a line of its own, so that letters from right to left do not change the order of the two.
    say(`${title}:`);
    if (before !== '') say(`  - ${before}`);
    if (now !== '') say(`  + ${now}`);
    if (more) say(`  and ${plural(more, 'more passage')}`);
  }
}
