/** How Chinese addresses ranks: the style follows name and courtesy. */
import type { LanguagePack, OwnStyle } from '../pack.ts';

const EXCELLENCY = { style: '阁下', salutation: '尊敬的阁下：', honoured: true };
const NAMED = { salutation: '尊敬的{name}{courtesy}：', honoured: false };
const MAJESTY = { style: '陛下', salutation: '尊敬的陛下：', honoured: true };
const HIGHNESS = { style: '殿下', salutation: '尊敬的殿下：', honoured: true };

export const RANKS: LanguagePack['ranks'] = {
  majesty: MAJESTY,
  holiness: { ...MAJESTY, others: ['圣座', '宗座'] },
  'head-of-state': EXCELLENCY,
  'head-of-government': EXCELLENCY,
  'royal-highness': HIGHNESS,
  highness: HIGHNESS,
  eminence: EXCELLENCY,
  minister: { ...EXCELLENCY, salutation: '尊敬的部长阁下：' },
  'vice-minister': { ...EXCELLENCY, salutation: '尊敬的副部长阁下：' },
  ambassador: { ...EXCELLENCY, salutation: '尊敬的大使阁下：' },
  'under-secretary': { ...EXCELLENCY, others: ['国务秘书', '先生', '女士'] },
  'head-of-organization': NAMED,
  'senior-official': NAMED,
  none: NAMED,
};

export const STYLES: readonly OwnStyle[] = [
  { is: /^陛下$/u, rank: 'majesty' },
  { is: /^(?:王室|皇家|国王)?殿下$/u, rank: 'highness' },
  { is: /^(?:圣座|宗座)$/u, rank: 'holiness', salutation: '尊敬的圣座：' },
  { is: /^阁下$/u, salutation: '尊敬的阁下：' },
];

/** Titles end in the office: 共和国总统. */
const OFFICE = /(?:副?(?:总统|主席|总理|首相)|国务秘书)$/u;
const THRONE = /(?:国王|女王|王后|天皇|苏丹)$/u;

type ByTitle = NonNullable<LanguagePack['salutationByTitle']>;

/** Who leads a State or Government is called by the office that the title names. */
export function salutationByTitle(...[rank, title]: Parameters<ByTitle>): ReturnType<ByTitle> {
  const [pattern, style] = rank === 'majesty' ? [THRONE, '陛下'] : [OFFICE, '阁下'];
  if (!['majesty', 'head-of-state', 'head-of-government', 'under-secretary'].includes(rank)) {
    return undefined;
  }
  const office = title?.match(pattern)?.[0];
  return office && `尊敬的${office}${style}：`;
}
