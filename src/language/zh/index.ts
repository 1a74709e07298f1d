/** Chinese in simplified characters, as the United Nations and ITU write it. */
import {
  clock,
  commaList,
  groupDigits,
  type LanguagePack,
  type PersonOrder,
  type Signs,
} from '../pack.ts';
import { dates } from './dates.ts';
import { inflection } from './inflection.ts';
import { ordinal } from './ordinals.ts';
import { placeholders } from './placeholders.ts';
import { RANKS, STYLES, salutationByTitle } from './ranks.ts';
import { typography } from './typography.ts';

/** Full width; no spaces between words. */
const SIGNS: Signs = { comma: '，', colon: '：', stop: '。', space: '', brackets: ['（', '）'] };

/** From the large to the small: country, organisation, title, name; courtesy and style follow the name. */
const ORDER: PersonOrder = {
  name: ['name', 'courtesy', 'style'],
  mention: ['country', 'title', 'person'],
  address: ['country', 'organisation', 'title', 'name'],
  titleAbove: true,
};

const COURTESY = { female: '女士', male: '先生' };

/** Chinese. */
export const chinese: LanguagePack = {
  ...dates,
  language: 'zh',
  name: 'Chinese',
  direction: 'ltr',
  labels: {
    reference: '文号：',
    contact: '联系人：',
    telephone: '电话：',
    fax: '传真：',
    email: '电子邮件：',
    to: '致：',
    subject: '事由：',
    copies: '抄送：',
  },
  enclosures: (count) => (count === 1 ? '附件：' : `附件（${count}）：`),
  confidential: '机密',
  draft: '草稿',
  page: '第{page}页，共{pages}页',
  categories: {
    government: '各国政府',
    'private-sector': '私营部门',
    'civil-society': '民间社会',
    'academia-technical': '学术界/技术界',
    'international-organization': '国际组织',
  },
  marks: { 'original-signed': '[原件已签]', signed: '（签名）' },
  quotes: ['“', '”'],
  signs: SIGNS,
  order: ORDER,
  dateline: { withPlace: '{date}，{place}', alone: '{date}' },
  time: (time) => [{ ltr: clock(time) }],
  timeRange: (start, end) => [{ ltr: `${clock(start)}-${clock(end)}` }],
  number: (value) => groupDigits(value, '\u00A0', '.', 4),
  currencyFirst: true,
  ordinal,
  separators: (items) => commaList(items.length, '和', '、'),
  ranks: RANKS,
  styles: STYLES,
  salutationByTitle,
  acting: { said: /代理|临时|署理|^代(?!表)/u, pattern: '代理{title}' },
  courtesy: COURTESY,
  courtesyAfterStyle: COURTESY,
  salutations: {
    stakeholders: '尊敬的先生/女士：',
    ministers: '尊敬的部长阁下：',
    excellencies: '尊敬的各位阁下：',
  },
  closing: (formula) => (formula === 'standard' ? '顺致敬意' : '顺致最崇高的敬意'),
  typography,
  inflection,
  placeholders,
};
