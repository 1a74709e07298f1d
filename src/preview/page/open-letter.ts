/** Opens letters so that what is open always exists: the right form, and a language that the letter has. */
import { effect, untracked } from '@preact/signals';
import {
  address,
  type EditionInfo,
  getJson,
  type LetterInfo,
  type RecipientInfo,
  type RecipientPage,
} from './api.ts';
import { edition } from './live.ts';
import { open, type Place, place, placeOfFragment } from './place.ts';

/** The entry of the open letter. */
export function openLetterInfo(): LetterInfo | undefined {
  return edition.value?.letters.find(({ id }) => id === place.value?.letter);
}

/** Opens what the address asks for, as far as it exists, and stays with letters that exist as the edition changes. */
export function keepPlace(): void {
  const asked = placeOfFragment(location.hash);
  effect(() => {
    const known = edition.value;
    if (known) untracked(() => settle(known, place.value ?? asked));
  });
}

function settle({ letters }: EditionInfo, wanted: ReturnType<typeof placeOfFragment>): void {
  const info = letters.find(({ id }) => id === wanted.letter);
  if (!info) {
    if (letters[0]) void openLetter(letters[0]);
    return;
  }
  const language = info.languages.find((one) => one === wanted.language) ?? info.languages[0];
  if (wanted.recipient === null && !info.forms.includes('circular')) void openLetter(info);
  else if (language) place.value = same({ ...wanted, letter: info.id, language });
}

/** The place that is open already, if it says the same: nothing is drawn again then. */
function same(next: Place): Place {
  const current = place.value;
  return current && JSON.stringify(current) === JSON.stringify(next) ? current : next;
}

/** Opens the circular of a letter, or its first personal letter where there is no circular. */
export async function openLetter(info: LetterInfo): Promise<void> {
  const language = info.languages.find((one) => one === place.value?.language);
  const start = { letter: info.id, language: language ?? info.languages[0] ?? 'en' };
  const bare = { ...start, recipient: null, layout: null, second: null };
  if (info.forms.includes('circular')) {
    place.value = bare;
    return;
  }
  const query = { letter: info.id, limit: 1 };
  const { items } = await getJson<RecipientPage>(address('recipients', query));
  place.value = items[0] ? { ...bare, ...addressedTo(items[0], info, start.language) } : bare;
}

/** Opens the personal letter to a recipient, in the language that the recipient reads. */
export function openRecipient(recipient: RecipientInfo): void {
  const info = openLetterInfo();
  if (info && place.value) open(addressedTo(recipient, info, place.value.language));
}

function addressedTo(recipient: RecipientInfo, info: LetterInfo, language: string): Partial<Place> {
  const reads = info.languages.includes(recipient.language) ? recipient.language : language;
  return { recipient: recipient.id, language: reads };
}
