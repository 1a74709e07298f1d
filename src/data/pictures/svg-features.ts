/** What an SVG asks of a browser and would not get on paper, by name. */
import { createRequire } from 'node:module';
import type sax from 'sax';
import { type Declaration, isDrawnSelector, readDeclarations, readSheet } from './svg-css.ts';
import type { Attributes } from './svg-size.ts';
import { isDrawnAttribute, isDrawnDeclaration, type Place } from './svg-values.ts';
import { type Variables, variablesOf, withValues } from './svg-variables.ts';

/** Something that is not drawn. */
export interface Unsupported {
  /** The same for all of a kind. */
  readonly key: string;
  readonly offset: number;
  /** Follows "the image uses". */
  readonly what: string;
}

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  /** Of its tag, and of what is inside. */
  readonly offset: number;
  readonly inside: number;
}

/** Each kind once, where it stands first, in the order of the text of a sound SVG. */
export function unsupportedIn(text: string): Unsupported[] {
  const elements = elementsOf(text);
  const view: View = {
    text,
    variables: variablesOf(text),
    hasUse: elements.some(({ name }) => name === 'use'),
    hasDashes: /stroke-dasharray\s*[=:]\s*["']?\s*[1-9.]/.test(text),
    ids: idsOf(elements),
  };
  const found = elements.flatMap((element, index) => [
    ...inElement(element),
    ...(isAnimation(element) ? [] : inAttributes(element, index === 0, view)),
    ...(element.name === 'style' ? inSheet(element, view) : []),
  ]);
  const first = new Map<string, Unsupported>();
  for (const one of found) if (!first.has(one.key)) first.set(one.key, one);
  return [...first.values()].sort((a, b) => a.offset - b.offset);
}

/** What is the same for all elements of an image. */
interface View {
  readonly text: string;
  readonly variables: Variables;
  readonly hasUse: boolean;
  readonly hasDashes: boolean;
  /** How often each id stands. */
  readonly ids: ReadonlyMap<string, number>;
}

/** Those of SVG: what drawing programs keep for themselves has a prefix. */
function elementsOf(text: string): Element[] {
  const { parser: parserOf }: typeof sax = createRequire(import.meta.url)('sax');
  const parser = parserOf(true);
  const elements: Element[] = [];
  parser.onopentag = ({ name, attributes }) => {
    const local = name.replace(/^svg:/, '');
    const offset = parser.startTagPosition - 1;
    if (!local.includes(':'))
      elements.push({ name: local, attributes, offset, inside: parser.position });
  };
  parser.write(text).close();
  return elements;
}

function idsOf(elements: readonly Element[]): Map<string, number> {
  const ids = new Map<string, number>();
  for (const { id } of elements.map(({ attributes }) => attributes)) {
    if (id) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  return ids;
}

const ANIMATIONS = ['animate', 'animateTransform', 'animateMotion', 'animateColor', 'set'];
/** Effects of filters that exports have; the others take long, or differ from program to program. */
const FILTERS = [
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feDropShadow', 'feFlood'],
  ...['feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode'],
  ...['feMorphology', 'feOffset'],
];

const isAnimation = ({ name }: Element) => ANIMATIONS.includes(name);

function inElement(element: Element): Unsupported[] {
  const { name, offset } = element;
  const moves = isAnimation(element);
  const isFilter = name.startsWith('fe') && !FILTERS.includes(name);
  if (!moves && !isFilter) return [];
  return [{ key: name, offset, what: `<${name}>, ${moves ? 'an animation' : 'a filter'}` }];
}

function inAttributes(element: Element, isRoot: boolean, view: View): Unsupported[] {
  const { attributes, offset } = element;
  return Object.entries(attributes).flatMap(([name, value = '']) => {
    const at = attributeOffset(view.text, offset, name);
    if (name === 'style') return inStyle(value, at, placeOf(element, isRoot), view);
    const plain = withValues(value, view.variables);
    const why = refusal(element, name, plain, view);
    const moved = isRoot && name === 'transform' && plain.trim() !== '';
    const drawn = (isRoot && SIZE.includes(name)) || isDrawnAttribute(name, plain);
    if (drawn && !moved) return why ? [{ key: name + why, offset: at, what: why }] : [];
    return [{ key: keyOf(name, plain), offset: at, what: `${name}="${shortened(value)}"` }];
  });
}

/** A movement in the style of what is no shape is not drawn, like one in a style sheet. */
function placeOf({ name }: Element, isRoot: boolean): Place {
  if (isRoot) return 'root';
  return /Gradient$|^(?:pattern|clipPath|marker|symbol|svg)$/.test(name) ? 'sheet' : 'element';
}

/** Found by svg-size.ts. */
const SIZE = ['width', 'height', 'x', 'y'];

/** Where an attribute's name stands in a tag. */
function attributeOffset(text: string, tag: number, name: string): number {
  const pattern = new RegExp(`\\s${name.replace(/[.]/g, '\\.')}\\s*=`, 'g');
  pattern.lastIndex = tag;
  const found = pattern.exec(text);
  return found ? found.index + 1 : tag;
}

const FOCAL_RADIUS = 'fr';

/** What an attribute asks for that is no property. */
function refusal(element: Element, name: string, value: string, view: View): string | undefined {
  if (name === 'systemLanguage')
    return 'systemLanguage, parts that depend on the language of who looks';
  if (name === 'requiredFeatures') return 'requiredFeatures';
  if (name === 'orient' && value === 'auto-start-reverse') return `orient="${value}"`;
  if (name === FOCAL_RADIUS && !/^0%?$/.test(value)) return `${name}="${shortened(value)}"`;
  if (name === 'pathLength' && view.hasDashes) return 'pathLength';
  if (name === 'media' && !/^(?:|all|screen)$/.test(value)) return `media="${shortened(value)}"`;
  if (name === 'mask' && element.name === 'mask') return 'a mask of a mask';
  const { href, 'xlink:href': old } = element.attributes;
  if (name === 'href' && old !== undefined && old !== href)
    return 'href and xlink:href that differ';
  return inReferences(name, value, view);
}

/** Two parts of one name: a browser takes the first, what draws the last; and filters that are not there. */
function inReferences(name: string, value: string, { ids }: View): string | undefined {
  const names = /(?:^|:)href$/.test(name) && value.startsWith('#') ? [value.slice(1)] : [];
  for (const [, id = ''] of value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)) names.push(id);
  const twice = names.find((id) => (ids.get(id) ?? 0) > 1);
  if (twice !== undefined) return `the id "${shortened(twice)}", which stands more than once`;
  const missing = name === 'filter' ? names.find((id) => !ids.has(id)) : undefined;
  return missing === undefined
    ? undefined
    : `the filter "${shortened(missing)}", which is not there`;
}

function inStyle(style: string, at: number, place: Place, view: View): Unsupported[] {
  return inDeclarations(readDeclarations(style, at + 'style="'.length), place, view);
}

function inDeclarations(
  declarations: readonly Declaration[],
  place: Place,
  view: View,
): Unsupported[] {
  return declarations.flatMap(({ property, value, offset }) => {
    if (property.startsWith('--')) return [];
    const plain = withValues(value, view.variables);
    const what = inReferences(property, plain, view);
    if (isDrawnDeclaration(property, plain, place)) {
      return what ? [{ key: property + what, offset, what }] : [];
    }
    const written =
      value === ''
        ? `"${shortened(property)}" in its styles`
        : `"${property}: ${shortened(value)}"`;
    return [{ key: keyOf(property, plain), offset, what: written }];
  });
}

function inSheet({ attributes, inside }: Element, view: View): Unsupported[] {
  if (!/^(?:|text\/css)$/.test(attributes.type?.trim() ?? '')) return [];
  const end = view.text.indexOf('</', closing(view.text, inside));
  const { rules, fault } = readSheet(view.text.slice(inside, end), inside);
  const found = rules.flatMap(({ selectors, declarations }) => {
    const drawing = declarations.filter(({ property }) => !property.startsWith('--'));
    if (drawing.length === 0) return [];
    const odd = selectors.filter(({ text }) => !isDrawnSelector(text, view.hasUse));
    return [
      ...odd.map(({ text, offset }) => ({
        key: text,
        offset,
        what: `the selector "${shortened(text)}"`,
      })),
      ...inDeclarations(drawing, 'sheet', view),
    ];
  });
  return fault ? [...found, fault] : found;
}

/** Where a CDATA section at the beginning of a style sheet ends, or the sheet begins. */
function closing(text: string, inside: number): number {
  const opened = /^\s*<!\[CDATA\[/.test(text.slice(inside, inside + 100));
  return opened ? Math.max(inside, text.indexOf(']]>', inside)) : inside;
}

/** One of each unit and function. */
function keyOf(name: string, value: string): string {
  return `${name} ${/[\d.](rem|[a-z]+)$|^([\w-]+)\(/i.exec(value)?.slice(1).join('') ?? ''}`;
}

const LONGEST = 40;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
