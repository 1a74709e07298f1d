/**
 * Arabic presentation forms (U+FB50-FDFF, U+FE70-FEFF): shapes instead of letters, as old programs and PDFs hand them
 * out. Each has its letters as a compatibility decomposition (UAX #15); a text of shapes may also stand backwards.
 */

const FORM = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc]/;
const FORMS = new RegExp(FORM, 'g');

/** Whether a value has such a form; signs of their own, such as ﷺ and ﷼, are none. */
export function hasForms(value: string): boolean {
  return FORM.test(value);
}

/** The letters for the forms of a text. */
export function lettersOfForms(value: string): string {
  // The form of a vowel sign alone has a space or tatweel to stand on.
  return value.replace(FORMS, (form) =>
    form <= '\ufe7f' && form >= '\ufe70'
      ? form.normalize('NFKC').slice(1) || form
      : form.normalize('NFKC'),
  );
}

type Shape = 'isolated' | 'final' | 'initial' | 'medial';
let shapes: ReadonlyMap<string, Shape> | undefined;

/** By the order of the blocks: isolated, final, initial, medial, as many of these as the letter has. */
function shapesOfForms(): ReadonlyMap<string, Shape> {
  if (shapes) return shapes;
  const order: readonly Shape[] = ['isolated', 'final', 'initial', 'medial'];
  const found = new Map<string, Shape>();
  let letters = '';
  let count = 0;
  for (let code = 0xfb50; code <= 0xfefc; code++) {
    if (code === 0xfbb2) code = 0xfe80;
    const form = String.fromCharCode(code);
    const own = form.normalize('NFKC');
    count = own === letters ? count + 1 : 0;
    letters = own;
    found.set(form, order[count] ?? 'isolated');
  }
  shapes = found;
  return found;
}

/** Whether the forms of a text join from its end to its start: it was stored as the eye meets it from left to right. */
export function isBackwards(value: string): boolean {
  const all = shapesOfForms();
  let forwards = 0;
  let backwards = 0;
  for (let index = 1; index < value.length; index++) {
    const [before, here] = [all.get(value.charAt(index - 1)), all.get(value.charAt(index))];
    if (!before || !here || before === here) continue;
    if (JOINS_NEXT.has(before) && JOINS_LAST.has(here)) forwards++;
    if (JOINS_LAST.has(before) && JOINS_NEXT.has(here)) backwards++;
  }
  return backwards > forwards;
}

const JOINS_NEXT: ReadonlySet<Shape> = new Set(['initial', 'medial']);
const JOINS_LAST: ReadonlySet<Shape> = new Set(['final', 'medial']);

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
};
/** What stands from left to right in either order. */
const LEFT_TO_RIGHT =
  /[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{M}\p{Nd} .,:/@+_-]*[\p{Script=Latin}\p{Nd}])?/gu;

/** A text that stands backwards, in the order in which it is read, with letters for forms. */
export function turned(value: string): string {
  const mirrored = [...value.replace(LEFT_TO_RIGHT, reversed)].reverse();
  return lettersOfForms(mirrored.map((character) => MIRRORED[character] ?? character).join(''));
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
