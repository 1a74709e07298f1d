/** Bounds what a template may do: loops in loops, and partials that include each other twice, multiply. */
import { grouped, MOST_PRINTED } from '../../data/limits.ts';
import type { Problems } from '../../diagnostic.ts';
import type { TemplateText } from './template-text.ts';

const HINT = 'look for a loop in a loop, or a partial that is included again and again';

/** What is left to one text of a template. */
export class Budget {
  readonly #problems: Problems;
  #spent = 0;
  #isReported = false;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /**
   * Counts a step, and the characters that it prints; false, having reported it once at the statement, where that is
   * too much.
   */
  spend(node: hbs.AST.Node, source: TemplateText, characters = 0): boolean {
    this.#spent += 1 + characters;
    if (this.#spent <= MOST_PRINTED) return true;
    if (!this.#isReported) {
      const message = `the template prints more than ${grouped(MOST_PRINTED)} characters`;
      this.#problems.error('too-large', source.span(node), message, HINT);
    }
    this.#isReported = true;
    return false;
  }
}
