/** What can be wrong with a picture. */
import { grouped, MOST_PIXELS } from '../limits.ts';

/** Why a picture cannot be used: what follows its name in a message. */
export interface PictureFault {
  readonly code: 'bad-image' | 'too-large';
  readonly message: string;
  readonly hint: string;
}

/** A picture that is there in part only, or not at all. */
export const BROKEN: PictureFault = {
  code: 'bad-image',
  message: 'is broken: its end is missing, or its pixels cannot be had',
  hint: 'save it again as PNG, or as JPEG in RGB',
};

/** A whole picture of a kind that the PDF would show otherwise, or that it may not hold. */
export function unfit(what: string): PictureFault {
  const hint =
    'save it again as PNG with 8 bits for each colour, not interlaced, or as JPEG in RGB';
  return { code: 'bad-image', message: what, hint };
}

/** A picture with more pixels than any print shows. */
export function sizeFault(width: number, height: number): PictureFault | undefined {
  if (width === 0 || height === 0) return BROKEN;
  if (width * height <= MOST_PIXELS) return undefined;
  const message = `has ${width} × ${height} pixels; at most ${grouped(MOST_PIXELS)} are taken`;
  const hint = 'make it smaller: 1,500 pixels in width are enough for a logo or a signature';
  return { code: 'too-large', message, hint };
}
