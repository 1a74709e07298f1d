/** Bounds what the making of one letter takes, whatever its texts and pictures come to. */

/** A letter of some pages takes a tenth of a second on a machine that is not busy. */
const MOST_MILLISECONDS = 120_000;
/** Characters of drawing operators; a page of text has some thirty thousand. */
const MOST_DRAWN = 30_000_000;

/** A letter that would take more. */
export class LetterTooLarge extends Error {
  override readonly name = 'LetterTooLarge';
}

/** What is left to one letter. */
export class WorkLimit {
  readonly #until: number;
  #drawn = 0;

  constructor(milliseconds = MOST_MILLISECONDS) {
    this.#until = performance.now() + milliseconds;
  }

  /** Counts characters of operators. @throws LetterTooLarge */
  draw(characters: number): void {
    this.#drawn += characters;
    if (this.#drawn > MOST_DRAWN) {
      throw new LetterTooLarge(`more than ${MOST_DRAWN / 1_000_000} MB would be drawn`);
    }
    this.assertInTime();
  }

  /** To be asked at each step. @throws LetterTooLarge */
  assertInTime(): void {
    if (performance.now() <= this.#until) return;
    throw new LetterTooLarge(`it takes more than ${MOST_MILLISECONDS / 1000} seconds`);
  }
}
