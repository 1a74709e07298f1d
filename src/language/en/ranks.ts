/** How English addresses ranks. */
import { type LanguagePack, NAMED_RANKS, type OwnStyle } from '../pack.ts';

function styled(style: string) {
  return {
    style: { female: `Her ${style}`, male: `His ${style}` },
    salutation: `Your ${style},`,
    honoured: true,
  };
}

const EXCELLENCY = {
  style: { female: 'Her Excellency', male: 'His Excellency' },
  salutation: 'Excellency,',
  honoured: true,
};
const NAMED = { salutation: 'Dear {courtesy} {name},', honoured: false };

export const RANKS: LanguagePack['ranks'] = {
  majesty: { ...styled('Majesty'), others: ['Imperial Majesty', 'Sire', 'Sir', 'Madam'] },
  holiness: { ...styled('Holiness'), others: ['Holy Father', 'All-Holiness'] },
  'head-of-state': EXCELLENCY,
  'head-of-government': EXCELLENCY,
  'royal-highness': { ...styled('Royal Highness'), others: ['Imperial Highness', 'Sir', 'Madam'] },
  highness: { ...styled('Highness'), others: ['Serene Highness', 'Sir', 'Madam'] },
  eminence: { ...styled('Eminence'), others: ['Beatitude', 'Grace'] },
  minister: EXCELLENCY,
  'vice-minister': EXCELLENCY,
  ambassador: EXCELLENCY,
  // Many are written to as secretaries, or by name.
  'under-secretary': { ...EXCELLENCY, others: ['Secretary', 'Dear'] },
  'head-of-organization': NAMED,
  'senior-official': NAMED,
  none: NAMED,
};

/** "H.E." or "HE": with or without points and spaces. */
function initials(letters: string): string {
  return [...letters].map((letter) => `${letter}\\.? ?`).join('');
}

/** The style of somebody else, of oneself, and in initials where these mean nothing else. */
function style(words: string, short?: string): RegExp {
  const whole = `(?:His|Her|Their|Your) ${words}`;
  return new RegExp(`^(?:${short ? `${whole}|${initials(short)}` : whole})$`, 'i');
}

/** H.H. is no key of the list: a Highness and a Holiness share it. */
export const STYLES: readonly OwnStyle[] = [
  { is: style('Majesty', 'HM'), rank: 'majesty' },
  { is: style('Imperial Majesty', 'HIM'), rank: 'majesty', salutation: 'Your Imperial Majesty,' },
  { is: style('Royal Highness', 'HRH'), rank: 'royal-highness' },
  {
    is: style('Imperial Highness', 'HIH'),
    rank: 'royal-highness',
    salutation: 'Your Imperial Highness,',
  },
  { is: style('Serene Highness', 'HSH'), rank: 'highness', salutation: 'Your Serene Highness,' },
  { is: style('Highness'), rank: 'highness' },
  { is: style('Holiness'), rank: 'holiness' },
  { is: style('All[- ]Holiness'), rank: 'holiness', salutation: 'Your All-Holiness,' },
  { is: style('Beatitude'), rank: 'eminence', salutation: 'Your Beatitude,' },
  { is: style('Eminence'), rank: 'eminence' },
  { is: style('Grace'), rank: 'eminence', salutation: 'Your Grace,' },
  { is: style('Excellency', 'HE'), salutation: 'Excellency,' },
  // The Commonwealth calls its ministers so, and writes to others by name.
  {
    is: /^(?:The )?Hon(?:ou?rable|\.)?$/i,
    salutation: 'Honourable Minister,',
    only: ['minister', 'vice-minister'],
    courtesy: 'none',
  },
  {
    is: /^(?:The )?(?:(?:Rt\.?|Right|Most) )?Hon(?:ou?rable|\.)?$/i,
    only: NAMED_RANKS,
    courtesy: 'none',
  },
];
