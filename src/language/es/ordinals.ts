/** Spanish ordinals: "primero", "undécima", "octogésima primera"; "tercer" before its noun. */
import { type OrdinalForm, type OrdinalGender, splitOrdinal } from '../ordinals.ts';

/** Stems of 1 to 19; the ending is the gender. */
const ONES = `primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim
  decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav decimonoven`.split(/\s+/);
const TENS = `vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim
  nonagésim`.split(/\s+/);

export function ordinal(
  value: number,
  gender: OrdinalGender,
  { short = false }: OrdinalForm = {},
): string | undefined {
  const split = splitOrdinal(value);
  if (!split) return undefined;
  const stems = [...(split.hundred ? ['centésim'] : []), ...stemsOf(split.rest)];
  const ending = gender === 'female' ? 'a' : 'o';
  return stems
    .map((stem, index) => {
      const shortens = short && ending === 'o' && index === stems.length - 1;
      return shortens && /(?:prim|terc)er$/.test(stem) ? stem : stem + ending;
    })
    .join(' ');
}

function stemsOf(value: number): string[] {
  if (value < 20) return ONES.slice(Math.max(0, value - 1), value);
  const ten = TENS[Math.floor(value / 10) - 2] ?? '';
  return [ten, ...stemsOf(value % 10)];
}
