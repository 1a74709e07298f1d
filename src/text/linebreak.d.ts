/** The package `linebreak` (UAX #14) has no declarations of its own. */
declare module 'linebreak' {
  interface Break {
    /** UTF-16 offset before which a line may break. */
    readonly position: number;
    readonly required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
