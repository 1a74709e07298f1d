/** How Russian addresses ranks: in an address in the dative, else in the nominative. */
import { type LanguagePack, NAMED_RANKS, type OwnStyle } from '../pack.ts';

/** @param style a neuter noun, as all these are */
function styled(style: string) {
  const dative = style.replace(/(?<=\p{L})о(?=$| )/gu, 'у').replace(/ое(?= )/gu, 'ому');
  return {
    style: { female: `Ее ${style}`, male: `Его ${style}` },
    styleInAddress: { female: `Ее ${dative}`, male: `Его ${dative}` },
    salutation: `Ваше ${style},`,
    honoured: true,
  };
}

const EXCELLENCY = styled('Превосходительство');
const NAMED = {
  salutation: { female: 'Уважаемая {courtesy} {name},', male: 'Уважаемый {courtesy} {name},' },
  honoured: false,
};

export const RANKS: LanguagePack['ranks'] = {
  majesty: styled('Величество'),
  holiness: styled('Святейшество'),
  'head-of-state': EXCELLENCY,
  'head-of-government': EXCELLENCY,
  'royal-highness': styled('Королевское Высочество'),
  highness: styled('Высочество'),
  eminence: { ...styled('Высокопреосвященство'), others: ['Блаженство', 'Преосвященство'] },
  minister: EXCELLENCY,
  'vice-minister': EXCELLENCY,
  ambassador: EXCELLENCY,
  'under-secretary': { ...EXCELLENCY, others: ['Уважаем'] },
  'head-of-organization': NAMED,
  'senior-official': NAMED,
  none: NAMED,
};

function is(style: string): RegExp {
  return new RegExp(`^(?:Его|Е[её]) ${style}$`, 'iu');
}

export const STYLES: readonly OwnStyle[] = [
  {
    is: is('Императорское Величество'),
    rank: 'majesty',
    salutation: 'Ваше Императорское Величество,',
  },
  { is: is('Величество'), rank: 'majesty' },
  { is: is('Королевское Высочество'), rank: 'royal-highness' },
  {
    is: is('Императорское Высочество'),
    rank: 'royal-highness',
    salutation: 'Ваше Императорское Высочество,',
  },
  { is: is('Высочество'), rank: 'highness' },
  { is: is('Светлость'), rank: 'highness', salutation: 'Ваша Светлость,' },
  { is: is('Святейшество'), rank: 'holiness' },
  { is: is('Блаженство'), rank: 'eminence', salutation: 'Ваше Блаженство,' },
  { is: is('Высокопреосвященство'), rank: 'eminence' },
  { is: is('Преосвященство'), rank: 'eminence', salutation: 'Ваше Преосвященство,' },
  {
    is: /^(?:(?:Его|Е[её]) Превосходительство|Е\. ?П\.)$/iu,
    salutation: 'Ваше Превосходительство,',
  },
  { is: /^Достопочтенн(?:ый|ая)$/iu, only: NAMED_RANKS },
];
