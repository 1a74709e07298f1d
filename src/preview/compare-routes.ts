/** Answers that set a letter against another. */
import { type Answer, failure, json, NOT_FOUND, refusal } from './answer.ts';
import { compareLanguages } from './compare-languages.ts';
import { compareWithFile } from './compare-render.ts';
import type { LetterRequest } from './letter-renderer.ts';
import { languageOf, recipientOf, wantedOf } from './query.ts';
import type { Session } from './session.ts';

/** Two languages of a letter. */
export function serveLanguages(session: Session, query: URLSearchParams): Answer {
  const [a, b] = [languageOf(query.get('a')), languageOf(query.get('b'))];
  const letter = query.get('letter') ?? '';
  const recipient = recipientOf(query.get('recipient'));
  if (!a || !b) return failure(400, 'two languages are needed, a and b');
  const wanted = [a, b].map((language): LetterRequest => {
    return { letter, language, recipient, layout: 'separate' };
  });
  if (!wanted.every((one) => session.renderer.knows(one))) return NOT_FOUND;
  const [left, right] = wanted.map((one) => session.renderer.compose(one));
  const spec = session.workspace.letter(letter);
  const year = session.workspace.edition?.event.start.value.year;
  if (!left?.letter || !right?.letter || !spec || year === undefined) {
    const diagnostics = [left, right].flatMap((one) => one?.diagnostics ?? []);
    return refusal({ diagnostics: session.shown(diagnostics), lastGood: false });
  }
  return json(compareLanguages(left.letter, right.letter, spec, year));
}

/** A letter and the PDF that `render` made of it last. */
export async function serveLastRender(session: Session, query: URLSearchParams): Promise<Answer> {
  const recipient = recipientOf(query.get('recipient')) ?? '-';
  const wanted = wantedOf(
    [query.get('letter') ?? '', query.get('language') ?? '', recipient],
    query,
  );
  if (!wanted || !session.renderer.knows(wanted)) return NOT_FOUND;
  const rendering = await session.renderer.render(wanted);
  const { letter } = session.renderer.compose(wanted);
  if (!rendering.pdf || !letter) {
    return refusal({ diagnostics: session.shown(rendering.diagnostics), lastGood: false });
  }
  return json(await compareWithFile(rendering.pdf, session.options.fileOf(letter)));
}
