/**
 * The addressee in the dative, as Russian addresses letters: Г-ну Ивану Петрову. No rule gives the
 * forms of a name or a title, so they are columns of the list.
 */
import { gendered, needsGender, type RankForms } from '../../language/pack.ts';
import type { DativeForms, Line, Stakeholder } from '../../model.ts';
import { genderOf, nameInOrder, rankOf, recipientName } from './persons.ts';
import { isolated, textOf, type Writer, words } from './print.ts';

/** Name and title as the address prints them; a form that the list lacks is reported. */
export function dativeParts(
  recipient: Stakeholder,
  writer: Writer,
): Readonly<Record<'name' | 'title', Line>> {
  return {
    name: nameLine(recipient, writer),
    title: recipient.title ? formLine('title', recipient, writer) : [],
  };
}

function nameLine(recipient: Stakeholder, writer: Writer): Line {
  if (!recipientName(recipient, writer)) return [];
  const rank = recipient.style ? undefined : rankOf(recipient, writer);
  if (!recipient.style && !rank) return [];
  const style = styleLine(recipient, rank, writer);
  const courtesy = courtesyLine(recipient, style.length > 0, writer);
  return nameInOrder({ style, courtesy, name: formLine('name', recipient, writer) }, writer);
}

function styleLine(recipient: Stakeholder, rank: RankForms | undefined, writer: Writer): Line {
  if (recipient.style) return formLine('style', recipient, writer);
  const style = rank?.styleInAddress;
  if (style === undefined) return [];
  const gender = needsGender(style) ? genderOf(recipient, writer) : 'male';
  return gender ? [words(gendered(style, gender))] : [];
}

function courtesyLine(recipient: Stakeholder, styled: boolean, writer: Writer): Line {
  if (recipient.courtesy) return formLine('courtesy', recipient, writer);
  if (recipient.rank?.value === 'royal-highness') return [];
  const gender = genderOf(recipient, writer);
  const forms = writer.pack.addressCourtesy?.[styled ? 'afterStyle' : 'alone'];
  return gender && forms ? [words(forms[gender])] : [];
}

/** The dative that the list gives for one of its texts. */
function formLine(part: keyof DativeForms, recipient: Stakeholder, writer: Writer): Line {
  const form = recipient.dative?.[part];
  if (form) return [isolated(form)];
  const text = textOf(recipient[part], writer);
  if (!text) return [];
  const message = `the ${part} "${text.value}" of "${recipient.id.value}" lacks its dative`;
  const hint = `fill the column ${part}-dative, or give the whole address in the column address`;
  writer.problems.error('missing-form', text.span, message, hint);
  return [];
}
