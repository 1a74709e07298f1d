/** How Arabic addresses ranks: the style in an address, and the vocative that salutation and closing repeat. */
import { type AskedStyle, type LanguagePack, NAMED_RANKS, type OwnStyle } from '../pack.ts';

/** صاحب and صاحبة inflect; معالي، سعادة، فخامة and دولة do not. */
function holder(of: string) {
  return { female: `صاحبة ${of}`, male: `صاحب ${of}` };
}

function called(of: string) {
  return { female: `صاحبة ${of}،`, male: `صاحب ${of}،` };
}

const STATESMAN = { style: 'معالي', salutation: called('المعالي'), honoured: true };

export const RANKS: LanguagePack['ranks'] = {
  majesty: {
    style: holder('الجلالة'),
    salutation: called('الجلالة'),
    honoured: true,
    others: ['جلالة'],
  },
  holiness: {
    style: 'قداسة',
    salutation: called('القداسة'),
    honoured: true,
    others: ['صاحب القداسة'],
  },
  'head-of-state': { style: 'فخامة', salutation: called('الفخامة'), honoured: true },
  'head-of-government': {
    style: 'دولة',
    salutation: called('الدولة'),
    honoured: true,
    others: ['معالي', 'المعالي', 'سمو', 'السمو', 'فخامة', 'الفخامة'],
  },
  'royal-highness': {
    style: holder('السمو الملكي'),
    salutation: called('السمو الملكي'),
    honoured: true,
  },
  highness: {
    style: holder('السمو'),
    salutation: called('السمو'),
    honoured: true,
    others: ['سمو'],
  },
  eminence: {
    style: 'نيافة',
    salutation: called('النيافة'),
    honoured: true,
    others: ['سماحة', 'السماحة', 'غبطة', 'الغبطة', 'فضيلة', 'الفضيلة'],
  },
  minister: {
    style: 'معالي',
    salutation: { female: 'معالي الوزيرة،', male: 'معالي الوزير،' },
    honoured: true,
    others: ['المعالي'],
  },
  'vice-minister': STATESMAN,
  ambassador: {
    style: 'سعادة',
    salutation: { female: 'سعادة السفيرة،', male: 'سعادة السفير،' },
    honoured: true,
    others: ['السعادة'],
  },
  'under-secretary': {
    style: 'سعادة',
    salutation: called('السعادة'),
    honoured: true,
    others: ['الوكيل', 'حضرة'],
  },
  'head-of-organization': { style: 'سعادة', salutation: called('السعادة'), honoured: false },
  'senior-official': { style: 'سعادة', salutation: called('السعادة'), honoured: false },
  none: { salutation: 'حضرة {courtesy} {name}،', honoured: false },
};

/** Where a prime minister is دولة: in the Levant, Iraq and Yemen. */
const DAWLA = new Set(['IQ', 'JO', 'LB', 'PS', 'YE']);
/** Where one is of the ruling house, as a Highness or a Royal Highness. */
const OF_THE_HOUSE = new Set(['AE', 'BH', 'OM', 'SA']);

/** The style of a prime minister is the custom of a country; that of a high cleric, of a faith. */
export function rankIn(...[rank, country]: Parameters<NonNullable<LanguagePack['rankIn']>>) {
  if (rank === 'eminence') return ask('نيافة, سماحة, غبطة or فضيلة');
  if (rank !== 'head-of-government') return RANKS[rank];
  if (country === undefined) return ask('دولة, معالي or صاحب السمو, as the country has it');
  if (OF_THE_HOUSE.has(country)) return ask('صاحب السمو الملكي, صاحب السمو or معالي');
  if (country === 'KW') return { ...RANKS.highness, style: 'سمو', bare: true } as const;
  return DAWLA.has(country) ? RANKS[rank] : STATESMAN;
}

function ask(choices: string): AskedStyle {
  return { ask: choices };
}

/** What may stand between a style and the name. */
const TITLES =
  'الشيخة?|الأميرة?|السيدة?|الدكتورة?|المهندسة?|الأستاذة?|السفيرة?|الوزيرة?|الملكة?|السلطان|البابا|البطريرك|الكاردينال|المطران|المفتي|الإمام|الفريق|اللواء';

/** @param bare the style, @param of the same as part of the vocative */
function style(bare: string, of: string): Pick<OwnStyle, 'is' | 'salutation'> {
  return { is: new RegExp(`^(?:${bare}|صاحبة? ${of})$`, 'u'), salutation: called(of) };
}

/** The same with a title, which stands for the courtesy: سمو الشيخ، معالي الدكتورة. */
function titled({ is, ...rest }: OwnStyle): OwnStyle {
  const more = new RegExp(is.source.replace('$', `(?: (?:${TITLES}))*$`), 'u');
  return { ...rest, is: more, courtesy: 'none' };
}

const PLAIN: readonly OwnStyle[] = [
  { ...style('جلالة', 'الجلالة'), rank: 'majesty' },
  { ...style('سمو الملكي', 'السمو الملكي'), rank: 'royal-highness' },
  { ...style('سمو', 'السمو'), rank: 'highness' },
  { ...style('قداسة', 'القداسة'), rank: 'holiness' },
  { ...style('نيافة', 'النيافة'), rank: 'eminence' },
  { ...style('سماحة', 'السماحة'), rank: 'eminence' },
  { ...style('غبطة', 'الغبطة'), rank: 'eminence' },
  { ...style('فضيلة', 'الفضيلة'), rank: 'eminence' },
  style('فخامة', 'الفخامة'),
  style('دولة', 'الدولة'),
  style('معالي', 'المعالي'),
  style('سعادة', 'السعادة'),
];

export const STYLES: readonly OwnStyle[] = [
  ...PLAIN,
  ...PLAIN.map(titled),
  { is: /^حضرة$/u, only: NAMED_RANKS },
];
