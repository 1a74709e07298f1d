/** Bounds what a template may do: loops in loops, and partials that include each other twice, multiply. */
import { grouped } from '../data/limits.ts';
import type { Problems } from '../diagnostic.ts';
import type { TemplateText } from './template-text.ts';

/** Statements run in one text; the longest letter of the examples takes some hundred. */
const MOST_STEPS = 50_000;
const HINT = 'look for a loop in a loop, or a partial that is included again and again';

/** What is left of it. */
export class Budget {
  readonly #problems: Problems;
  #steps = 0;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** Counts a step; false, having reported it once at the statement, if there are too many. */
  spend(node: hbs.AST.Node, source: TemplateText): boolean {
    this.#steps++;
    if (this.#steps <= MOST_STEPS) return true;
    if (this.#steps > MOST_STEPS + 1) return false;
    const message = `the template prints more than ${grouped(MOST_STEPS)} parts`;
    this.#problems.error('too-large', source.span(node), message, HINT);
    return false;
  }
}
