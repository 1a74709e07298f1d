/** Arabic, as ITU and the United Nations write it. */
import {
  type ClosingFormula,
  type ClosingParties,
  clock,
  groupDigits,
  type LanguagePack,
  NAME_FIRST,
  SPACED_SIGNS,
} from '../pack.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, rankIn, STYLES } from './ranks.ts';
import { typography } from './typography.ts';

const COURTESY = { female: 'السيدة', male: 'السيد' };

/** وتفضلوا stays plural, even to one person; the vocative stands between two commas. */
function closing(formula: ClosingFormula, { vocative }: ClosingParties): string {
  const esteem = formula === 'standard' ? 'فائق التقدير والاحترام' : 'أسمى آيات التقدير والاحترام';
  const called = vocative === undefined ? '' : `، ${vocative}،`;
  return `وتفضلوا${called} بقبول ${esteem}.`;
}

/** Arabic. */
export const arabic: LanguagePack = {
  ...dates,
  language: 'ar',
  name: 'Arabic',
  direction: 'rtl',
  labels: {
    reference: 'المرجع:',
    contact: 'جهة الاتصال:',
    telephone: 'الهاتف:',
    fax: 'الفاكس:',
    email: 'البريد الإلكتروني:',
    to: 'إلى:',
    subject: 'الموضوع:',
    copies: 'نسخة إلى:',
  },
  enclosures: (count) => {
    if (count === 1) return 'المرفق:';
    return count === 2 ? 'المرفقان:' : `المرفقات (${count}):`;
  },
  confidential: 'سري',
  draft: 'مسودة',
  page: 'الصفحة {page} من {pages}',
  categories: {
    government: 'الحكومات',
    'private-sector': 'القطاع الخاص',
    'civil-society': 'المجتمع المدني',
    'academia-technical': 'الهيئات الأكاديمية/المجتمع التقني',
    'international-organization': 'المنظمات الدولية',
  },
  marks: { 'original-signed': '[الأصل عليه توقيع]', signed: '(توقيع)' },
  quotes: ['«', '»'],
  signs: { ...SPACED_SIGNS, comma: '، ' },
  order: NAME_FIRST,
  dateline: { withPlace: '{place}، {date}', alone: '{date}' },
  time: (time) => [{ ltr: clock(time) }],
  timeRange: (from, until) => [{ rtl: `${clock(from)}-${clock(until)}` }],
  number: (value) => groupDigits(value, '\u00A0', ','),
  ordinal,
  saidByNoun: [1, 2],
  // و is written to the word that follows it.
  separators: (items, long = false) => items.slice(1).map(() => (long ? '، و' : ' و')),
  ranks: RANKS,
  rankIn,
  styles: STYLES,
  callsByFullName: true,
  acting: {
    said: /بالنيابة|بالإنابة|بالوكالة|مؤقت|مكلف|قائم بأعمال|القائمة? بأعمال/u,
    pattern: '{title} بالنيابة',
  },
  courtesy: COURTESY,
  courtesyAfterStyle: COURTESY,
  salutations: {
    stakeholders: 'حضرات السادة والسيدات،',
    ministers: 'أصحاب المعالي،',
    excellencies: 'أصحاب المعالي والسعادة،',
  },
  greeting: 'تحية طيبة وبعد،',
  closing,
  typography,
  inflection,
  placeholders,
};
