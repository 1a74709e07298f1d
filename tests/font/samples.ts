/** Fonts and words that the tests of shaping and embedding share. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Face, loadFace } from '../../src/font/face.ts';
import { FAMILIES, fontFile, stylesOf } from '../support/fonts.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** The shipped families in each style, but for the large ones. */
export const FONT_FILES = FAMILIES.filter(({ large }) => !large).flatMap((family) =>
  stylesOf(family).map(([, file]) => file),
);

export function amiri(style = 'Regular'): Face {
  return loadFace(fontFile('Amiri', style), 'Amiri');
}

export function tinos(style = 'Regular'): Face {
  return loadFace(fontFile('Tinos', style), 'Tinos');
}

/** Debian's packages of test fonts: OpenType with CFF, and a variable font. */
export const CFF_FONT = '/usr/share/fonts/opentype/lobster/lobster.otf';
export const VARIABLE_FONT = '/usr/share/fonts/truetype/inter-vf/Inter.var.ttf';

/** Words in which marks meet each other, a ligature, a following word or a lam-alef. */
export const VOCALISED = [
  ...['بَّ', 'مُحَمَّد', 'القُدّوس', 'الرَّحْمٰن', 'هٰذَا', 'لَا', 'لِلّٰهِ', 'الأُمَمُ', 'مُؤْتَمَرٌ', 'عَرَبِيٌّ'],
  ...['لِلتَّكْنُولُوجْيَا', 'شُكْرًا', 'شكراً', 'مُدَّة', 'التَّعاوُنِ', 'مُنَظَّمَةٌ', 'إِلَى', 'رُكْنٍ', 'الآنَ', 'فِي', 'سَنَةً'],
] as const;

/** Every distinct word of the templates and examples, punctuation as it stands there. */
export function projectWords(): string[] {
  const files = ['templates', 'examples', 'src/language'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:hbs|yaml|csv|ts)$/.test(name))
      .map((name) => join(ROOT, folder, name)),
  );
  const words = files.flatMap((file) => readFileSync(file, 'utf8').split(/\s+/));
  return [...new Set(words)].filter((word) => word !== '').sort();
}

/** The file that a face was read from. */
export function fileOf(face: Face): Buffer {
  return readFileSync(face.path);
}
