/** Asks the tool. Addresses are relative to the page, which the tool serves. */
import type { Failure, LetterPart, Refusal } from '../api.ts';
import { FRAME_PARAMETER, KEY_HEADER, type Keys } from '../keys.ts';
import type { Place } from './place.ts';

export type * from '../api.ts';

/** An answer; `refused` is the tool's way to say what is wrong with the files (status 409). */
export type Answer<T> =
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'missing' };

export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** Address of something under `/api`; query entries that are null or empty are left out. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value != null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `./api/${path}${text && `?${text}`}`;
}

/** Address of a letter, or of what belongs to it. */
export function letterAddress(place: Place, part: LetterPart, query: Query = {}): string {
  const { letter, language, recipient, layout, second } = place;
  const name = [letter, language, recipient ?? '-'].map(encodeURIComponent).join('/');
  return address(`letters/${name}/${part}`, { layout, second, ...query });
}

/** Address of the message that brings a letter, for a frame: browsers load that without our header. */
export function frameAddress(place: Place): string {
  return letterAddress(place, 'mail/html', { [FRAME_PARAMETER]: key('wsis-letters-frame-key') });
}

function key(name: keyof Keys): string {
  return localStorage.getItem(name) ?? '';
}

/** Throws an `Error` with the tool's own words if it fails, or `AbortError`. */
export async function ask(url: string, signal?: AbortSignal): Promise<Answer<Response>> {
  const headers = { [KEY_HEADER]: key('wsis-letters-key') };
  const response = await fetch(url, { headers, ...(signal && { signal }) });
  if (response.ok) return { status: 'ready', value: response };
  if (response.status === 409) return { status: 'refused', refusal: await response.json() };
  if (response.status === 404) return { status: 'missing' };
  // A page of another run, or without its keys: whoever looks at this address is told what to do.
  if (response.status === 403) location.replace(url);
  throw new Error(await reasonOf(response));
}

async function reasonOf(response: Response): Promise<string> {
  const failure = (await response.json().catch(() => ({}))) as Partial<Failure>;
  return failure.error ?? `${response.status} ${response.statusText}`;
}

/** Like {@link ask}, for what is JSON. */
export async function askJson<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  const answer = await ask(url, signal);
  if (answer.status !== 'ready') return answer;
  return { status: 'ready', value: (await answer.value.json()) as T };
}

/** Like {@link askJson}, for what is always there. */
export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const answer = await askJson<T>(url, signal);
  if (answer.status === 'ready') return answer.value;
  throw new Error(answer.status === 'missing' ? '404' : '409');
}
