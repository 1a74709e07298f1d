/** Hard lines of letters that run from right to left, and what the eye must see. */
import { bold, link, type Part, value } from './parts.ts';

export interface HardLine {
  readonly name: string;
  readonly line: readonly Part[];
  /** Words from left to right, each written as it is read; brackets in the form that is seen. */
  readonly seen: readonly string[];
}

const hard = (name: string, line: readonly Part[] | string, seen: readonly string[]): HardLine => ({
  name,
  line: typeof line === 'string' ? [line] : line,
  seen,
});

export const RTL_LINES: readonly HardLine[] = [
  hard('Latin in parentheses', 'القمة العالمية (WSIS) في جنيف', [
    'جنيف',
    'في',
    '(WSIS)',
    'العالمية',
    'القمة',
  ]),
  hard('telephone number', 'الهاتف: ⟦+41 22 730 6240⟧', ['+41 22 730 6240', ':', 'الهاتف']),
  hard('telephone number in parentheses', 'اتصلوا (⟦+41 22 730 6240⟧) الآن', [
    'الآن',
    '(+41 22 730 6240)',
    'اتصلوا',
  ]),
  hard('telephone number with the national zero', 'هاتف ⟦+41 (0)22 730 62 40⟧.', [
    '.',
    '+41 (0)22 730 62 40',
    'هاتف',
  ]),
  hard('telephone number of the country', 'هاتف ⟦022 730 62 40⟧ في جنيف', [
    'جنيف',
    'في',
    '022 730 62 40',
    'هاتف',
  ]),
  hard('grouped number', 'نحو ⟦14 000⟧ مشارك', ['مشارك', '14 000', 'نحو']),
  hard('range after letters', 'من ⟦27-31⟧ مايو', ['مايو', '27-31', 'من']),
  hard('range at the start', '⟦27-31⟧ مايو 2026', ['2026', 'مايو', '27-31']),
  hard('range after a Latin word', 'منتدى WSIS، ⟦6-10⟧ يوليو', [
    'يوليو',
    '6-10',
    '،',
    'WSIS',
    'منتدى',
  ]),
  hard('range of times', 'الساعة ⟦14:30-15:30⟧ بتوقيت جنيف', [
    'جنيف',
    'بتوقيت',
    '14:30-15:30',
    'الساعة',
  ]),
  hard('symbol of a resolution', 'القرار ⟦A/RES/80/173⟧ المعتمد', [
    'المعتمد',
    'A/RES/80/173',
    'القرار',
  ]),
  hard('symbol before a full stop', 'الرسالة ⟦CL-21/4⟧.', ['.', 'CL-21/4', 'الرسالة']),
  hard('symbol with a plus sign', 'استعراض ⟦WSIS+20⟧، جنيف', ['جنيف', '،', 'WSIS+20', 'استعراض']),
  hard('symbol that continues a Latin phrase', 'التوصية ITU-T Y.2060 الجديدة', [
    'الجديدة',
    'ITU-T Y.2060',
    'التوصية',
  ]),
  hard('date after a symbol', 'القرار ⟦A/RES/80/173⟧ 17 ديسمبر', [
    'ديسمبر',
    '17',
    'A/RES/80/173',
    'القرار',
  ]),
  hard('e-mail address', 'البريد: ⟦wsis-info@itu.int⟧.', ['.', 'wsis-info@itu.int', ':', 'البريد']),
  hard('long address in parentheses', 'الموقع (⟦https://www.itu.int/net4/wsis/forum/2026/⟧).', [
    '.',
    '(https://www.itu.int/net4/wsis/forum/2026/)',
    'الموقع',
  ]),
  hard('address with a query', 'التسجيل ⟦https://itu.int/r?lang=ar&id=5⟧، مجانا', [
    'مجانا',
    '،',
    'https://itu.int/r?lang=ar&id=5',
    'التسجيل',
  ]),
  hard('guillemets', 'موضوع «مستقبل رقمي» هذا العام', [
    'العام',
    'هذا',
    '«',
    'رقمي',
    'مستقبل',
    '»',
    'موضوع',
  ]),
  hard('guillemets around Latin', 'منتدى «AI for Good» في جنيف', [
    'جنيف',
    'في',
    '«AI for Good»',
    'منتدى',
  ]),
  hard('quotation marks, which are not mirrored', 'شعار “WSIS” هنا', ['هنا', '”WSIS“', 'شعار']),
  hard('brackets within a Latin phrase', 'الاتحاد (ITU [Geneva]) هنا', [
    'هنا',
    '(ITU [Geneva])',
    'الاتحاد',
  ]),
  hard('brackets nested across directions', 'راجع (ITU (الاتحاد) WSIS) هنا', [
    'هنا',
    '(WSIS',
    '(',
    'الاتحاد',
    ')',
    'ITU)',
    'راجع',
  ]),
  hard('abbreviation after a Latin name', 'برنامج United Nations Development Programme (UNDP) في', [
    'في',
    'United Nations Development Programme (UNDP)',
    'برنامج',
  ]),
  hard('bracket without a partner', '2) البند الثاني', ['الثاني', 'البند', '(', '2']),
  hard('percentage after letters', 'بنسبة 50% من', ['من', '%', '50', 'بنسبة']),
  hard('percentage after Latin', 'تغطي ITU 50% هنا', ['هنا', 'ITU 50%', 'تغطي']),
  hard('currency sign after the amount', 'مبلغ 100$ فقط', ['فقط', '$', '100', 'مبلغ']),
  hard('currency sign before the amount', 'مبلغ $100 فقط', ['فقط', '100', '$', 'مبلغ']),
  hard('currency code and grouped amount', 'مبلغ CHF ⟦14 000⟧ فقط', [
    'فقط',
    '14 000',
    'CHF',
    'مبلغ',
  ]),
  hard('full stop after Latin', 'أرسلها إلى ITU.', ['.', 'ITU', 'إلى', 'أرسلها']),
  hard('question mark after Latin', 'هل حضر WSIS؟ نعم', ['نعم', '؟', 'WSIS', 'حضر', 'هل']),
  hard('names that end or begin with a sign', 'لغة ⟦C++⟧ ومنصة ⟦.NET⟧ هنا', [
    'هنا',
    '.NET',
    'ومنصة',
    'C++',
    'لغة',
  ]),
  hard('sign at the end of a Latin phrase', 'برنامج ⟦Visual C++⟧ هنا', [
    'هنا',
    'Visual C++',
    'برنامج',
  ]),
  hard('hashtag', 'الوسم ⟦#WSIS2027⟧ هنا', ['هنا', '#WSIS2027', 'الوسم']),
  hard('exclamation mark in a Latin quotation', 'شعار "⟦Leave no one behind!⟧" هنا', [
    'هنا',
    '"Leave no one behind!"',
    'شعار',
  ]),
  hard('question mark in a Latin quotation', 'جلسة «⟦What is AI?⟧» هنا', [
    'هنا',
    '«What is AI?»',
    'جلسة',
  ]),
  hard('exclamation mark after a Latin phrase', 'مرحبا AI for Good!', [
    '!',
    'AI for Good',
    'مرحبا',
  ]),
  hard('Latin at the start', 'WSIS منتدى.', ['.', 'منتدى', 'WSIS']),
  hard('date', 'في 10 أبريل 2026، جنيف', ['جنيف', '،', '2026', 'أبريل', '10', 'في']),
  hard('date in figures', 'يوم 10/04/2026 هنا', ['هنا', '10/04/2026', 'يوم']),
  hard('number joined to a letter', 'الساعة 14:30 و15:30', ['15:30', 'و', '14:30', 'الساعة']),
  hard('slash between words', 'السيد/السيدة رئيس', ['رئيس', 'السيدة', '/', 'السيد']),
  hard('dash between names', 'دورين بوغدان - مارتن', ['مارتن', '-', 'بوغدان', 'دورين']),
  hard('Latin name after a label', 'للاتصال: Gitanjali Sah', ['Gitanjali Sah', ':', 'للاتصال']),
  hard('shadda with vowels', 'قُدِّمَ الشُّكرُ إلى مُحَمَّدٍ', ['مُحَمَّدٍ', 'إلى', 'الشُّكرُ', 'قُدِّمَ']),
  hard('lam-alef', 'لا آلات للأمم (لأن) الإلكتروني', [
    'الإلكتروني',
    '(',
    'لأن',
    ')',
    'للأمم',
    'آلات',
    'لا',
  ]),
  hard('Hebrew name', ['السيد ', value('rtl', 'דוד לוי'), ' هنا'], ['هنا', 'לוי', 'דוד', 'السيد']),
  hard(
    'Persian name',
    ['السيد ', value('rtl', 'گلچهره پژمان'), ' هنا'],
    ['هنا', 'پژمان', 'گلچهره', 'السيد'],
  ),
  hard(
    'Latin name that ends in a point',
    ['السيد ', value('ltr', 'Smith Jr.'), ' حضر'],
    ['حضر', 'Smith Jr.', 'السيد'],
  ),
  hard(
    'name of mixed scripts',
    ['من ', value('rtl', 'IEEE فرع عمان 2026'), ' إلى'],
    ['إلى', '2026', 'عمان', 'فرع', 'IEEE', 'من'],
  ),
  hard(
    'name full of markup',
    ['السيد ', value('rtl', '(ACME) عربي *x*'), ' المحترم'],
    ['المحترم', '*x*', 'عربي', '(ACME)', 'السيد'],
  ),
  hard(
    'isolate in data',
    ['قبل ', value('ltr', 'ab \u2067cd!\u2069 ef'), ' بعد'],
    ['بعد', 'ab', '!', 'cd', 'ef', 'قبل'],
  ),
  hard(
    'override left open in data',
    ['قبل ', value('ltr', 'abc\u202Edef'), ' بعد 5 قط'],
    ['قط', '5', 'بعد', 'abcfed', 'قبل'],
  ),
  hard(
    'link inside bold',
    ['زوروا ', bold(link('https://www.itu.int/', 'الموقع الرسمي')), ' الآن'],
    ['الآن', 'الرسمي', 'الموقع', 'زوروا'],
  ),
  hard(
    'Latin link with its bracket outside',
    ['انظر (', link('https://www.itu.int/', 'WSIS Forum'), ') الآن'],
    ['الآن', '(WSIS Forum)', 'انظر'],
  ),
  hard(
    'bold part of a Latin phrase',
    ['منتدى AI ', bold('for Good'), ' العالمي'],
    ['العالمي', 'AI for Good', 'منتدى'],
  ),
  hard('ellipsis and semicolon', 'الحكومات؛ وهكذا…', ['…', 'وهكذا', '؛', 'الحكومات']),
];
