/** Russian, as the United Nations and ITU write it. */
import {
  clock,
  commaList,
  groupDigits,
  type LanguagePack,
  NAME_FIRST,
  SPACED_SIGNS,
} from '../pack.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, STYLES } from './ranks.ts';
import { typography } from './typography.ts';

/** Russian. */
export const russian: LanguagePack = {
  ...dates,
  language: 'ru',
  name: 'Russian',
  direction: 'ltr',
  labels: {
    reference: 'Осн.:',
    contact: 'Для контактов:',
    telephone: 'Тел.:',
    fax: 'Факс:',
    email: 'Эл. почта:',
    to: 'Кому:',
    subject: 'Предмет:',
    copies: 'Копия:',
  },
  enclosures: (count) => (count === 1 ? 'Приложение:' : `Приложения (${count}):`),
  confidential: 'Конфиденциально',
  draft: 'Проект',
  page: 'Стр. {page} из {pages}',
  categories: {
    government: 'Правительства',
    'private-sector': 'Частный сектор',
    'civil-society': 'Гражданское общество',
    'academia-technical': 'Академические организации/техническое сообщество',
    'international-organization': 'Международные организации',
  },
  addressedCategories: {
    government: 'Правительствам',
    'private-sector': 'Частному сектору',
    'civil-society': 'Гражданскому обществу',
    'academia-technical': 'Академическим организациям/техническому сообществу',
    'international-organization': 'Международным организациям',
  },
  marks: { 'original-signed': '[Оригинал подписан]', signed: '(Подпись)' },
  quotes: ['«', '»'],
  signs: SPACED_SIGNS,
  order: NAME_FIRST,
  dateline: { withPlace: '{place}, {date}', alone: '{date}' },
  time: (time) => [{ ltr: clock(time) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}–${clock(end)}` }],
  number: (value) => groupDigits(value, '\u00A0', ',', 4),
  ordinal,
  separators: (items) => commaList(items.length, ' и '),
  ranks: RANKS,
  styles: STYLES,
  acting: { said: /исполняющ|и\. ?о\.|врио/iu, pattern: '{title} (и. о.)' },
  courtesy: { female: 'госпожа', male: 'господин' },
  courtesyAfterStyle: { female: 'г-жа', male: 'г-н' },
  addressCourtesy: {
    alone: { female: 'Г-же', male: 'Г-ну' },
    afterStyle: { female: 'г-же', male: 'г-ну' },
  },
  salutations: {
    stakeholders: 'Уважаемая госпожа, уважаемый господин,',
    ministers: 'Ваше Превосходительство,',
    excellencies: 'Ваши Превосходительства,',
  },
  closing: (formula, { signatories, vocative }) => {
    if (formula === 'standard') return 'С уважением,';
    const called = vocative === undefined ? '' : `, ${vocative},`;
    const our = signatories === 'many' ? 'нашем' : 'моем';
    return `Примите${called} уверения в ${our} самом высоком уважении.`;
  },
  typography,
  inflection,
  placeholders,
};
