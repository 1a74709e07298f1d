/** What the rules of both standards have in common. */
import type { Dictionary, Pdf } from './pdf.ts';
import { type Element, elementsOf } from './structure.ts';

interface Condition {
  /** The conditions of profiles.ts that it checks, or makes impossible; else the clause of a standard. */
  readonly meets: readonly string[];
  /** What has to be so. */
  readonly says: string;
  /** What is not so, in words; empty if all is well. */
  readonly violations: (pdf: Pdf) => readonly string[];
}

/** A condition, with a change to the objects or to the bytes of a file that no longer meets it then. */
export type Rule = Condition &
  ({ readonly breaks: (pdf: Pdf) => void } | { readonly corrupts: (bytes: Buffer) => Buffer });

/** The violations of a condition that is one for the whole file. */
export function unless(condition: boolean, what: string): string[] {
  return condition ? [] : [what];
}

/** Puts bytes of the same number in the place of a text, where it stands first. */
export function overwrite(bytes: Buffer, text: string, by: string): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(text, 0, 'latin1');
  if (at < 0) throw new Error(`the file has not ${text}`);
  copy.write(by, at, 'latin1');
  return copy;
}

/** The first page's content stream, edited. */
export function editContent(pdf: Pdf, change: (text: string) => string): void {
  const [page] = pdf.pages();
  pdf.edit(pdf.array(page?.['/Contents'])[0], change);
}

/** The dictionary of the first structure element of a type. */
export function elementOfType(pdf: Pdf, type: string): Dictionary {
  return required(elementsOfType(pdf, type)[0], `an element ${type}`);
}

export function elementsOfType(pdf: Pdf, type: string): Dictionary[] {
  return [...pdf.dictionaries()]
    .map(([found]) => found)
    .filter((found) => found['/S'] === `/${type}` && found['/P'] !== undefined);
}

export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the file has not ${what}`);
  return value;
}

/** The elements that break a rule. */
export const elements =
  (violation: (element: Element, pdf: Pdf) => boolean, what: string) =>
  (pdf: Pdf): string[] =>
    elementsOf(pdf)
      .filter((element) => violation(element, pdf))
      .map(({ type }) => `${type}: ${what}`);

/** A kind of object that letters have not, so that its conditions cannot be broken. */
export const without = (
  what: string,
  meets: readonly string[],
  isOne: (found: Dictionary) => boolean,
  breaks: (pdf: Pdf) => void,
): Rule => ({
  meets,
  says: `there are no ${what}`,
  violations: (pdf) =>
    [...pdf.dictionaries()].filter(([found]) => isOne(found)).map(([, reference]) => reference),
  breaks,
});

/** Gives the first element of a type another. */
export const retag = (from: string, to: string) => (pdf: Pdf) => {
  elementOfType(pdf, from)['/S'] = `/${to}`;
};
