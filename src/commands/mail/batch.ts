/** A batch of messages as a person should see it before it goes out. */
import type { FrozenMessage } from '../../mail/model.ts';
import { plural } from '../../words.ts';
import { say } from './common.ts';
import { shownAddress } from './plan.ts';

/** Count, domains and three samples: what a person should look at before mail goes out. */
export function printBatch(messages: readonly FrozenMessage[]): void {
  const languages = Object.entries(countBy(messages, ({ key }) => key.language));
  const domains = Object.entries(countBy(messages, domainOf)).sort((a, b) => b[1] - a[1]);
  say(
    `${plural(messages.length, 'message')} (${languages.map(([name, n]) => `${name} ${n}`).join(', ')})`,
  );
  const shown = domains.slice(0, 8).map(([name, n]) => `${name} ${n}`);
  say(
    `to ${plural(domains.length, 'domain')}: ${shown.join(', ')}${domains.length > 8 ? ' …' : ''}`,
  );
  for (const { key, address, subject } of samplesOf(messages)) {
    say(`  ${key.recipient} (${key.role}) ${shownAddress(address)}: ${subject}`);
  }
}

/** The first, one from the middle and the last. */
export function samplesOf(messages: readonly FrozenMessage[]): FrozenMessage[] {
  const indexes = new Set([0, messages.length >> 1, messages.length - 1]);
  return messages.filter((_, index) => indexes.has(index));
}

/** Where the message goes. */
export function domainOf({ envelope }: FrozenMessage): string {
  return envelope.to.slice(envelope.to.lastIndexOf('@') + 1);
}

/** How many items bear each name. */
export function countBy<T>(items: readonly T[], name: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
  return counts;
}
