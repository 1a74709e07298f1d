declare module 'sax' {
  /** The part of a parser that we use; `position` is that of the character after the last one read. */
  interface Parser {
    readonly position: number;
    readonly startTagPosition: number;
    onerror: (error: Error) => void;
    onopentag: (tag: {
      readonly name: string;
      readonly attributes: Record<string, string>;
    }) => void;
    onclosetag: (name: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean): Parser };
  export default sax;
}
