/** Targets of links. */
import { link } from '../../data/schema/addresses.ts';
import { Problems } from '../../diagnostic.ts';
import type { Text } from '../../model.ts';

/** The checked address that a link opens, with `https://` where the text has none; a bad one is reported. */
export function linkTarget(text: Text, problems: Problems): string | undefined {
  const value = link(text, problems);
  return value === undefined || !/^www\./i.test(value) ? value : `https://${value}`;
}

/** Like {@link linkTarget}, where an address that is none is simply no link. */
export function quietTarget(text: Text): string | undefined {
  return linkTarget(text, new Problems());
}
