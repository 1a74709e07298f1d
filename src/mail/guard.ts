/** Nobody gets another's letter: what a PDF says of itself must be what its envelope says. */

import { pdfInfo } from './pdf-info.ts';
import type { PlannedMessage } from './plan.ts';

/** What does not agree, in words; undefined if the PDF is the letter that the message is to bring. */
export function wrongLetter(
  pdf: Uint8Array,
  edition: string,
  message: PlannedMessage,
): string | undefined {
  const { key, form } = message;
  const wanted = {
    WsisEdition: edition,
    WsisLetter: key.letter,
    WsisLanguage: key.language,
    WsisRecipient: form === 'personal' ? key.recipient : undefined,
  };
  const info = read(pdf);
  if (typeof info === 'string') return info;
  const differing = Object.entries(wanted).find(
    ([name, value]) => !agrees(name, info[name], value),
  );
  if (!differing) return undefined;
  const [name, value = 'nothing'] = differing;
  return `its PDF says ${name} ${info[name] ?? 'nothing'}, its envelope ${value}`;
}

/** A letter in two languages names both. */
function agrees(name: string, said: string | undefined, wanted: string | undefined): boolean {
  if (name !== 'WsisLanguage' || !said || !wanted) return said === wanted;
  return said.split(' ').includes(wanted);
}

function read(pdf: Uint8Array): Readonly<Record<string, string>> | string {
  try {
    return pdfInfo(pdf);
  } catch (error) {
    return (error as Error).message;
  }
}
