/** Every condition that is checked, by the standard's own clauses. */
import type { Rule } from './rule.ts';
import { ABSENT_RULES } from './rules/absent.ts';
import { ANNOTATION_RULES } from './rules/annotations.ts';
import { ARCHIVE_ANNOTATION_RULES } from './rules/archive-annotations.ts';
import { ARCHIVE_FILE_RULES } from './rules/archive-file.ts';
import { GRAPHICS_RULES } from './rules/archive-graphics.ts';
import { ARCHIVE_RECORD_RULES } from './rules/archive-record.ts';
import { BOX_RULES } from './rules/boxes.ts';
import { CONTENT_RULES } from './rules/content.ts';
import { DOCUMENT_RULES } from './rules/document.ts';
import { ELEMENT_RULES } from './rules/elements.ts';
import { FONT_RULES } from './rules/fonts.ts';
import { ROLE_RULES } from './rules/roles.ts';
import { SYNTAX_RULES } from './rules/syntax.ts';
import { XMP_RULES } from './rules/xmp.ts';

export const RULES: readonly Rule[] = [
  ...CONTENT_RULES,
  ...BOX_RULES,
  ...ROLE_RULES,
  ...DOCUMENT_RULES,
  ...ELEMENT_RULES,
  ...ANNOTATION_RULES,
  ...FONT_RULES,
  ...SYNTAX_RULES,
  ...ARCHIVE_FILE_RULES,
  ...GRAPHICS_RULES,
  ...ARCHIVE_ANNOTATION_RULES,
  ...XMP_RULES,
  ...ARCHIVE_RECORD_RULES,
  ...ABSENT_RULES,
];
