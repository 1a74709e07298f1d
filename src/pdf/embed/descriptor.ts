/** What a PDF's font descriptor says of a face beyond its metrics (ISO 32000-1, 9.8). */
import type { FontInfo } from '../../font/sfnt.ts';

const FIXED_PITCH = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

/** Font descriptor flags (ISO 32000-1, table 123). A subset has no standard encoding, so it is symbolic. */
export function descriptorFlags(info: FontInfo): number {
  const serif = (info.familyClass >= 1 && info.familyClass <= 5) || info.familyClass === 7;
  return (
    SYMBOLIC |
    (info.fixedPitch ? FIXED_PITCH : 0) |
    (serif ? SERIF : 0) |
    (info.familyClass === 10 ? SCRIPT : 0) |
    (info.italic ? ITALIC : 0)
  );
}

/** Width of vertical stems, which no table gives, from the weight; readers use it only to imitate a missing font. */
export function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}
