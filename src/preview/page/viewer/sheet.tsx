/** One page of a letter: its picture, its text and the marks of what changed. */
import { useEffect, useRef } from 'preact/hooks';
import type { Rectangle } from '../api.ts';
import { drawPicture, layText } from './draw.ts';
import { type PDFPageProxy, scaleOf } from './pdf.ts';

interface SheetProps {
  readonly page: PDFPageProxy;
  readonly label: string;
  readonly language: string;
  /** 1 is the size on paper. */
  readonly zoom: number;
  readonly marks: readonly Rectangle[];
  readonly onDrawn?: (page: PDFPageProxy) => void;
}

export function Sheet({ page, label, language, zoom, marks, onDrawn }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const scale = scaleOf(zoom);
  // `onDrawn` is no reason to draw again
  useEffect(() => {
    const element = sheet.current;
    return element ? drawPicture(element, page, scale, () => onDrawn?.(page)) : undefined;
  }, [page, scale]);
  useEffect(
    () => (sheet.current ? layText(sheet.current, page, language) : undefined),
    [page, language],
  );
  const { width, height } = page.getViewport({ scale });
  return (
    <section class="sheet-frame" aria-label={label}>
      <div
        ref={sheet}
        class="sheet"
        dir="ltr"
        style={{
          inlineSize: `${width}px`,
          blockSize: `${height}px`,
          '--total-scale-factor': scale,
        }}
      />
      <Marks marks={marks} scale={scale} />
    </section>
  );
}

/** Over the page, in its own coordinates: from the left in every direction of writing. */
function Marks({ marks, scale }: { marks: readonly Rectangle[]; scale: number }) {
  return (
    <div class="marks" dir="ltr" aria-hidden="true">
      {marks.map(({ x, y, width, height }) => (
        <div
          key={`${x} ${y} ${width}`}
          class="mark"
          style={{
            insetInlineStart: `${x * scale}px`,
            insetBlockStart: `${y * scale}px`,
            inlineSize: `${width * scale}px`,
            blockSize: `${height * scale}px`,
          }}
        />
      ))}
    </div>
  );
}
