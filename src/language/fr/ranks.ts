/** How French addresses ranks; whoever holds an office that has a name is called by it. */
import type { Rank } from '../../model.ts';
import { type LanguagePack, type OwnStyle, STYLED_RANKS } from '../pack.ts';

/** As any office is called: Monsieur le Chancelier. */
const BY_OFFICE = [
  'Monsieur le ',
  'Madame la ',
  "Monsieur l'",
  "Madame l'",
  'Monsieur l’',
  'Madame l’',
];
const EXCELLENCY = {
  style: 'Son Excellence',
  salutation: 'Excellence,',
  honoured: true,
  others: BY_OFFICE,
};
const PLAIN = { salutation: { female: 'Madame,', male: 'Monsieur,' }, honoured: false };

export const RANKS: LanguagePack['ranks'] = {
  majesty: {
    style: 'Sa Majesté',
    salutation: 'Majesté,',
    honoured: true,
    others: ['Sire', 'Madame'],
  },
  holiness: {
    style: 'Sa Sainteté',
    salutation: 'Votre Sainteté,',
    honoured: true,
    others: ['Sainteté', 'Très Saint-Père'],
  },
  'head-of-state': {
    ...EXCELLENCY,
    salutation: { female: 'Madame la Présidente,', male: 'Monsieur le Président,' },
  },
  'head-of-government': {
    ...EXCELLENCY,
    salutation: { female: 'Madame la Première Ministre,', male: 'Monsieur le Premier Ministre,' },
  },
  'royal-highness': {
    style: 'Son Altesse Royale',
    salutation: 'Votre Altesse Royale,',
    honoured: true,
    others: ['Altesse', 'Monseigneur', 'Madame'],
  },
  highness: {
    style: 'Son Altesse',
    salutation: 'Votre Altesse,',
    honoured: true,
    others: ['Altesse', 'Monseigneur', 'Madame'],
  },
  eminence: {
    style: 'Son Éminence',
    salutation: 'Éminence,',
    honoured: true,
    others: ['Monsieur le Cardinal', 'Béatitude', 'Monseigneur'],
  },
  minister: {
    ...EXCELLENCY,
    salutation: { female: 'Madame la Ministre,', male: 'Monsieur le Ministre,' },
  },
  'vice-minister': {
    ...EXCELLENCY,
    salutation: { female: 'Madame la Vice-Ministre,', male: 'Monsieur le Vice-Ministre,' },
  },
  ambassador: {
    ...EXCELLENCY,
    salutation: { female: "Madame l'Ambassadrice,", male: "Monsieur l'Ambassadeur," },
  },
  'under-secretary': EXCELLENCY,
  'head-of-organization': PLAIN,
  'senior-official': PLAIN,
  none: PLAIN,
};

/** S.E., S. E. M. : the last letter is the courtesy. */
export const STYLES: readonly OwnStyle[] = [
  { is: /^(?:Sa (?:Très )?(?:Gracieuse )?Majesté|S\. ?M\.)$/i, rank: 'majesty' },
  {
    is: /^(?:Sa Majesté Impériale|S\. ?M\. ?I\.)$/i,
    rank: 'majesty',
    salutation: 'Votre Majesté Impériale,',
  },
  { is: /^(?:Son Altesse Royale|S\. ?A\. ?R\.|SAR)$/i, rank: 'royal-highness' },
  {
    is: /^(?:Son Altesse Impériale|S\. ?A\. ?I\.)$/i,
    rank: 'royal-highness',
    salutation: 'Votre Altesse Impériale,',
  },
  {
    is: /^(?:Son Altesse Sérénissime|S\. ?A\. ?S\.)$/i,
    rank: 'highness',
    salutation: 'Votre Altesse Sérénissime,',
  },
  { is: /^(?:Son Altesse|S\. ?A\.)$/i, rank: 'highness' },
  { is: /^(?:Sa Sainteté|S\. ?S\.)$/i, rank: 'holiness' },
  { is: /^(?:Son [ÉE]minence|S\. ?[ÉE]m\.)$/i, rank: 'eminence' },
  { is: /^Sa Béatitude$/i, rank: 'eminence', salutation: 'Votre Béatitude,' },
  { is: /^(?:Son Excellence|S\. ?[ÉE]\.|S\. ?Exc\.|SE)$/i, salutation: 'Excellence,' },
  {
    is: /^S\. ?[ÉE]\. ?M(?:\.|me)$/i,
    means: 'Son Excellence',
    salutation: 'Excellence,',
    courtesy: 'none',
  },
  // It leaves the salutation to the office.
  { is: /^(?:L['’])?Honorable$/i, courtesy: 'none' },
];

/** Offices by whose name one is called: how titles begin, and the vocatives. */
const OFFICES: readonly (readonly [title: string, female: string, male: string])[] = [
  [
    'président-directeur général|présidente-directrice générale',
    'la Présidente-Directrice générale',
    'le Président-Directeur général',
  ],
  ['vice-présidente?', 'la Vice-Présidente', 'le Vice-Président'],
  ['présidente?', 'la Présidente', 'le Président'],
  ['vice-premi(?:er|ère) ministre', 'la Vice-Première Ministre', 'le Vice-Premier Ministre'],
  ['premi(?:er|ère) ministre', 'la Première Ministre', 'le Premier Ministre'],
  ['cheff?e? du gouvernement', 'la Cheffe du Gouvernement', 'le Chef du Gouvernement'],
  ['chancel(?:ier|ière)(?: fédérale?)?', 'la Chancelière', 'le Chancelier'],
  ["ministre d['’]état", "la Ministre d'État", "le Ministre d'État"],
  ['ministre déléguée?', 'la Ministre déléguée', 'le Ministre délégué'],
  ['ministre adjointe?', 'la Ministre adjointe', 'le Ministre adjoint'],
  ['vice-ministre', 'la Vice-Ministre', 'le Vice-Ministre'],
  ['sous-ministre', 'la Sous-Ministre', 'le Sous-Ministre'],
  ['ministre', 'la Ministre', 'le Ministre'],
  ["sous-secrétaire d['’]état", "la Sous-Secrétaire d'État", "le Sous-Secrétaire d'État"],
  ["secrétaire d['’]état", "la Secrétaire d'État", "le Secrétaire d'État"],
  [
    'secrétaire générale? adjointe?',
    'la Secrétaire générale adjointe',
    'le Secrétaire général adjoint',
  ],
  ['secrétaire générale?', 'la Secrétaire générale', 'le Secrétaire général'],
  ['secrétaire exécuti(?:f|ve)', 'la Secrétaire exécutive', 'le Secrétaire exécutif'],
  ['secrétaire permanente?', 'la Secrétaire permanente', 'le Secrétaire permanent'],
  [
    'direct(?:eur général adjoint|rice générale adjointe)',
    'la Directrice générale adjointe',
    'le Directeur général adjoint',
  ],
  ['direct(?:eur général|rice générale)', 'la Directrice générale', 'le Directeur général'],
  ['direct(?:eur exécutif|rice exécutive)', 'la Directrice exécutive', 'le Directeur exécutif'],
  ['direct(?:eur|rice)', 'la Directrice', 'le Directeur'],
  ['administrat(?:eur|rice)', "l'Administratrice", "l'Administrateur"],
  ['haute?[- ]commissaire', 'la Haute-Commissaire', 'le Haut-Commissaire'],
  ['commissaire', 'la Commissaire', 'le Commissaire'],
  ['conseill(?:er fédéral|ère fédérale)', 'la Conseillère fédérale', 'le Conseiller fédéral'],
  ['gouverneure? générale?', 'la Gouverneure générale', 'le Gouverneur général'],
  ['gouverneure?', 'la Gouverneure', 'le Gouverneur'],
  ['rect(?:eur|rice)', 'la Rectrice', 'le Recteur'],
  ['doyen(?:ne)?', 'la Doyenne', 'le Doyen'],
  ['maire', 'la Maire', 'le Maire'],
];

/** Anything else after an office changes it: « Directeur adjoint », « Président élu ». */
const AFTER =
  "(?=$|[,;(/]| (?:d['’]|(?:de|du|des|à|au|aux|en|et|auprès|près|chargée?|pour|par intérim)(?!\\p{L})))";

const BY_TITLE = OFFICES.map(([title, female, male]) => ({
  is: new RegExp(`^(?:(?:le|la) |l['’])?(?:${title})${AFTER}`, 'iu'),
  salutation: { female: `Madame ${female},`, male: `Monsieur ${male},` },
}));

type ByTitle = NonNullable<LanguagePack['salutationByTitle']>;

/** An ambassador remains one, whatever the post; those of no rank are called Madame or Monsieur. */
const BY_RANK_ALONE: ReadonlySet<Rank | undefined> = new Set([
  ...STYLED_RANKS,
  'ambassador',
  'none',
]);

/** Heads of State and Government whose office is not known by name are called Excellence: a guess would be an incident. */
export function salutationByTitle(...[rank, title]: Parameters<ByTitle>): ReturnType<ByTitle> {
  if (title === undefined || BY_RANK_ALONE.has(rank)) return undefined;
  const office = BY_TITLE.find(({ is }) => is.test(title));
  if (office) return office.salutation;
  return rank.startsWith('head-of-') && rank !== 'head-of-organization' ? 'Excellence,' : undefined;
}
