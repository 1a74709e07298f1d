/** A text of a letter with its addresses, telephone numbers and ranges kept left to right, as the typesetter sets them. */
import type { ComponentChildren } from 'preact';
import { findTokens } from '../../../text/tokens.ts';

export function Isolated({ text }: { text: string }) {
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const token of findTokens(text)) {
    pieces.push(
      text.slice(end, token.start),
      <bdi key={token.start} dir="ltr">
        {text.slice(token.start, token.end)}
      </bdi>,
    );
    end = token.end;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}
