/** Russian ordinals: only the last word is one, and declines as an adjective. */
import {
  type OrdinalCase,
  type OrdinalForm,
  type OrdinalGender,
  splitOrdinal,
} from '../ordinals.ts';

/** Stems of 1 to 19; an accent marks those whose masculine ends in -ой. */
const ONES =
  `перв втор\u0301 трет четверт пят шест\u0301 седьм\u0301 восьм\u0301 девят десят одиннадцат
  двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат`.split(
    /\s+/,
  );
const TENS = `двадцат тридцат сороков\u0301 пятидесят шестидесят семидесят восьмидесят
  девяност`.split(/\s+/);
const CARDINAL_TENS = `двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят
  девяносто`.split(/\s+/);

type Endings = Readonly<Record<OrdinalCase, string>>;

const HARD: Readonly<Record<OrdinalGender, Endings>> = {
  male: { plain: 'ый', of: 'ого', to: 'ому', by: 'ым', in: 'ом', object: 'ый' },
  female: { plain: 'ая', of: 'ой', to: 'ой', by: 'ой', in: 'ой', object: 'ую' },
  neuter: { plain: 'ое', of: 'ого', to: 'ому', by: 'ым', in: 'ом', object: 'ое' },
};
/** Of третий. */
const SOFT: Readonly<Record<OrdinalGender, Endings>> = {
  male: { plain: 'ий', of: 'ьего', to: 'ьему', by: 'ьим', in: 'ьем', object: 'ий' },
  female: { plain: 'ья', of: 'ьей', to: 'ьей', by: 'ьей', in: 'ьей', object: 'ью' },
  neuter: { plain: 'ье', of: 'ьего', to: 'ьему', by: 'ьим', in: 'ьем', object: 'ье' },
};

export function ordinal(
  value: number,
  gender: OrdinalGender,
  { wanted = 'plain' }: OrdinalForm = {},
): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  const { hundred, rest } = split;
  if (rest === 0) return decline('сот', gender, wanted);
  const words = hundred ? ['сто'] : [];
  if (rest < 20) return [...words, decline(ONES[rest - 1] ?? '', gender, wanted)].join(' ');
  const ten = Math.floor(rest / 10) - 2;
  const one = rest % 10;
  const last =
    one === 0
      ? [decline(TENS[ten] ?? '', gender, wanted)]
      : [CARDINAL_TENS[ten] ?? '', decline(ONES[one - 1] ?? '', gender, wanted)];
  return [...words, ...last].join(' ');
}

function decline(marked: string, gender: OrdinalGender, wanted: OrdinalCase): string {
  const stem = marked.replace('\u0301', '');
  const ending = (stem === 'трет' ? SOFT : HARD)[gender][wanted];
  return stem + (stem !== marked && ending === 'ый' ? 'ой' : ending);
}
