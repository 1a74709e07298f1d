/** Whether a template can be composed with: all its texts checked against the edition. */
import type { Problems } from '../../diagnostic.ts';
import type { LetterVariant } from '../parts/shared.ts';
import { contextShape } from '../template/context.ts';
import type { TemplateStore } from '../template/store.ts';
import type { Template } from '../template/template.ts';
import type { TemplateText } from '../template/template-text.ts';
import type { Fields } from '../template/values.ts';
import { checkTemplateText } from './check.ts';
import type { Checking } from './paths.ts';
import { checkPlainText } from './plain-text.ts';

/** Checks every text of a template; true if none has an error. */
export function isValid(
  template: Template,
  { edition, spec, language }: LetterVariant,
  fields: Fields,
  store: TemplateStore,
  problems: Problems,
): boolean {
  const own = problems.fork();
  const value = { type: 'record', fields } as const;
  const root = { shape: contextShape(edition.stakeholders), value, certain: true };
  const checking: Checking = {
    problems: own,
    subject: ` (letter "${spec.id.value}", ${language})`,
    partial: (node, text) => store.namedPartial(node, text, language, own),
  };
  const plain = plainTextsOf(template);
  for (const text of plain) checkPlainText(text, problems);
  for (const text of [...plain, template.body]) checkTemplateText(text, root, checking);
  return !own.hasErrors;
}

function plainTextsOf({ subject, salutation, closing }: Template): TemplateText[] {
  const own = [salutation, closing].flatMap((wording) => ('text' in wording ? [wording.text] : []));
  return [...subject, ...own];
}
