/** Why a file cannot serve as a font. */
export type FontErrorCode =
  | 'unreadable'
  | 'not-a-font'
  | 'web-font'
  | 'collection'
  | 'no-outlines'
  | 'damaged'
  | 'embedding-forbidden'
  | 'subsetting-forbidden';

/** A font file that cannot be used; the message is a sentence for the user, without the path. */
export class FontError extends Error {
  override readonly name = 'FontError';
  readonly code: FontErrorCode;
  readonly path: string;

  constructor(code: FontErrorCode, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
