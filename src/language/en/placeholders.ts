/** What English authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** English. */
export const placeholders: PlaceholderWords = {
  pending:
    'tb[acd]|t\\.b\\.[acd]\\.?|to be (?:confirmed|determined|announced|completed|decided|defined|inserted).*|to come',
  fields:
    'insert .*|fill in.*|(?:your |full )?name(?: of .*)?|title|date|place|address|link|url|e-?mail|telephone',
};
