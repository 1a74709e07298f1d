/** Reads a stream of events (text/event-stream) as the tool writes it. */
import type { PreviewEvent } from '../api.ts';

const DATA = 'data: ';

/** Gives each event to `take` as it comes, until the stream ends; the comments between them only keep it alive. */
export async function readEvents(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (event: PreviewEvent) => void,
): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(DATA)) take(JSON.parse(block.slice(DATA.length)) as PreviewEvent);
    }
  }
}
