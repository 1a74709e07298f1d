/** Hard lines of letters that run from left to right, and what the eye must see. */
import type { HardLine } from './lines-rtl.ts';
import { bold, link, type Part, superscript, value } from './parts.ts';

const hard = (name: string, line: readonly Part[] | string, seen: readonly string[]): HardLine => ({
  name,
  line: typeof line === 'string' ? [line] : line,
  seen,
});

export const LTR_LINES: readonly HardLine[] = [
  hard('Arabic phrase and its abbreviation', 'The name الاتحاد الدولي (ITU) is official', [
    'The name',
    'الدولي',
    'الاتحاد',
    '(ITU) is official',
  ]),
  hard('Arabic in parentheses', 'See (القمة) here', ['See (', 'القمة', ') here']),
  hard('year after an Arabic word', 'He said القمة 2026, then', [
    'He said',
    '2026',
    'القمة',
    ', then',
  ]),
  hard('full stop after Arabic', 'Name: محمد علي.', ['Name:', 'علي', 'محمد', '.']),
  hard('Arabic at the start', 'القمة (WSIS) is', ['القمة', '(WSIS) is']),
  hard('telephone number after Arabic', 'Call القمة ⟦+41 22 730 6240⟧ now', [
    'Call',
    'القمة',
    '+41 22 730 6240 now',
  ]),
  hard('range after Arabic', 'In جنيف ⟦27-31⟧ May', ['In', 'جنيف', '27-31 May']),
  hard('comma between Arabic words', 'The الأول, الثاني and', [
    'The',
    'الثاني',
    ',',
    'الأول',
    'and',
  ]),
  hard('guillemets around Arabic', 'dit «القمة» ici', ['dit «', 'القمة', '» ici']),
  hard('number in brackets after Arabic (rule N0 c1)', 'the قمة [الرقم 5] end', [
    'the',
    '[',
    '5',
    'الرقم',
    ']',
    'قمة',
    'end',
  ]),
  hard('number in brackets after Latin', 'the WSIS [الرقم 5] end', [
    'the WSIS [',
    '5',
    'الرقم',
    '] end',
  ]),
  hard('brackets between Arabic words', 'the قمة (WSIS) قمة end', [
    'the',
    'قمة',
    '(WSIS)',
    'قمة',
    'end',
  ]),
  hard('percentage after Arabic', 'the قيمة 50% yes', ['the', '50', 'قيمة', '% yes']),
  hard('Hebrew name', ['Dr ', value('rtl', 'דוד לוי'), ', Haifa'], ['Dr', 'לוי', 'דוד', ', Haifa']),
  hard(
    'Arabic name with a Latin word',
    ['Dear ', value('rtl', 'شركة ACME العربية'), ', welcome'],
    ['Dear', 'العربية', 'ACME', 'شركة', ', welcome'],
  ),
  hard(
    'name full of markup',
    ['Dear ', value('rtl', '(ACME) عربي *x*'), ', welcome'],
    ['Dear *x*', 'عربي', '(ACME), welcome'],
  ),
  hard(
    'right-to-left override in data',
    ['a ', value('ltr', 'abc\u202Edef'), ' (b) 5'],
    ['a abcfed (b) 5'],
  ),
  hard('superscript', ['le 1', superscript('er'), ' mai'], ['le 1er mai']),
  hard(
    'link over Arabic in a bold phrase',
    [bold('see ', link('https://itu.int/', 'القمة العالمية')), ' (x)'],
    ['see', 'العالمية', 'القمة', '(x)'],
  ),
];
