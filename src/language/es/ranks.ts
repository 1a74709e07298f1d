/** How Spanish addresses ranks. */
import type { Gender } from '../../model.ts';
import { type LanguagePack, NAMED_RANKS, type OwnStyle } from '../pack.ts';

function excellentSir(office?: Readonly<Record<Gender, string>>) {
  return {
    female: `Excelentísima Señora${office ? ` ${office.female}` : ''}:`,
    male: `Excelentísimo Señor${office ? ` ${office.male}` : ''}:`,
  };
}

function excellency(office?: Readonly<Record<Gender, string>>) {
  return { style: 'Su Excelencia', salutation: excellentSir(office), honoured: true };
}

function styled(style: string) {
  return { style: `Su ${style}`, salutation: `${style}:`, honoured: true };
}

const NAMED = {
  salutation: { female: 'Estimada {courtesy} {name}:', male: 'Estimado {courtesy} {name}:' },
  honoured: false,
};

export const RANKS: LanguagePack['ranks'] = {
  majesty: { ...styled('Majestad'), others: ['Señor', 'Señora'] },
  holiness: { ...styled('Santidad'), others: ['Santísimo Padre', 'Santo Padre'] },
  'head-of-state': excellency(),
  'head-of-government': excellency(),
  'royal-highness': { ...styled('Alteza Real'), others: ['Alteza'] },
  highness: styled('Alteza'),
  eminence: { ...styled('Eminencia'), others: ['Beatitud'] },
  minister: excellency({ female: 'Ministra', male: 'Ministro' }),
  'vice-minister': excellency({ female: 'Viceministra', male: 'Viceministro' }),
  ambassador: excellency({ female: 'Embajadora', male: 'Embajador' }),
  'under-secretary': { ...excellency(), others: ['Secretari', 'Señor', 'Estimad'] },
  'head-of-organization': NAMED,
  'senior-official': NAMED,
  none: NAMED,
};

const ILLUSTRIOUS = { female: 'Ilustrísima Señora:', male: 'Ilustrísimo Señor:' };

export const STYLES: readonly OwnStyle[] = [
  { is: /^(?:Su Majestad|S\. ?M\.)$/i, rank: 'majesty' },
  { is: /^(?:Su Alteza Real|S\. ?A\. ?R\.)$/i, rank: 'royal-highness' },
  {
    is: /^(?:Su Alteza Serenísima|S\. ?A\. ?S\.)$/i,
    rank: 'highness',
    salutation: 'Alteza Serenísima:',
  },
  { is: /^(?:Su Alteza|S\. ?A\.)$/i, rank: 'highness' },
  { is: /^(?:Su Santidad|S\. ?S\.)$/i, rank: 'holiness' },
  { is: /^(?:Su Eminencia|S\. ?Em(?:\.|ª))$/i, rank: 'eminence' },
  { is: /^Su Beatitud$/i, rank: 'eminence', salutation: 'Beatitud:' },
  {
    is: /^(?:Exc(?:mo|ma)\.? Sra?\.|Excelentísim[oa] Señora?)$/i,
    means: 'Su Excelencia',
    salutation: excellentSir(),
    courtesy: 'none',
  },
  {
    is: /^(?:Exc(?:mo|ma)\.?|Excelentísim[oa])$/i,
    means: 'Su Excelencia',
    salutation: excellentSir(),
    courtesy: 'plain',
  },
  { is: /^(?:Su Excelencia|S\. ?E\.)$/i, salutation: excellentSir() },
  {
    is: /^(?:Il(?:mo|ma)\.? Sra?\.|Ilustrísim[oa] Señora?)$/i,
    salutation: ILLUSTRIOUS,
    courtesy: 'none',
  },
  { is: /^(?:Il(?:mo|ma)\.?|Ilustrísim[oa])$/i, salutation: ILLUSTRIOUS, courtesy: 'plain' },
  { is: /^(?:Don|Doña|D\.|D\.ª|Dña\.|Hon\.|Honorable)$/i, only: NAMED_RANKS, courtesy: 'none' },
];

const OFFICES: readonly (readonly [title: string, female: string, male: string])[] = [
  ['vicepresident[ea]', 'Vicepresidenta', 'Vicepresidente'],
  ['president[ea]', 'Presidenta', 'Presidente'],
  ['(?:primer ministro|primera ministra)', 'Primera Ministra', 'Primer Ministro'],
  ['jef[ea] de(?:l)? gobierno', 'Jefa de Gobierno', 'Jefe de Gobierno'],
  ['subsecretari[oa]', 'Subsecretaria', 'Subsecretario'],
  ['secretari[oa] de estado', 'Secretaria de Estado', 'Secretario de Estado'],
];

/** Anything else after an office changes it: "Presidente electo". */
const BY_TITLE = OFFICES.map(([title, female, male]) => ({
  is: new RegExp(`^(?:(?:el|la) )?(?:${title})(?=$|[,;(/]| (?:de|del|en|para)(?!\\p{L}))`, 'iu'),
  salutation: excellentSir({ female, male }),
}));

type ByTitle = NonNullable<LanguagePack['salutationByTitle']>;

/** Those who lead a State or Government, and under-secretaries, are called by the office that the title names. */
export function salutationByTitle(...[rank, title]: Parameters<ByTitle>): ReturnType<ByTitle> {
  const byOffice = ['head-of-state', 'head-of-government', 'under-secretary'].includes(rank);
  if (title === undefined || !byOffice) return undefined;
  return BY_TITLE.find(({ is }) => is.test(title))?.salutation;
}
