/** What the user has chosen for the page itself. Kept by the browser for as long as the port stays. */
import { effect, signal } from '@preact/signals';
import { asInterfaceLanguage, interfaceLanguage } from './i18n/messages.ts';
import { directionOf } from './parts/language-name.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** A scale (1 = 96 px an inch), or what the page is fitted to. */
export type Zoom = number | 'width' | 'page';
export type PageMode = 'continuous' | 'single';

export const theme = signal<Theme>('auto');
export const zoom = signal<Zoom>('width');
export const pageMode = signal<PageMode>('continuous');

const KEY = 'wsis-letters';

/** Takes up what was chosen before, else what the browser says, and keeps the document and the store up to date. */
export function startSettings(): void {
  const stored = readStored();
  const preferred = [stored.language, ...navigator.languages].map(asInterfaceLanguage);
  interfaceLanguage.value = preferred.find((language) => language !== undefined) ?? 'en';
  theme.value = THEMES.find((one) => one === stored.theme) ?? 'auto';
  pageMode.value = stored.pageMode === 'single' ? 'single' : 'continuous';
  effect(applyToDocument);
  effect(store);
}

function applyToDocument(): void {
  const root = document.documentElement;
  root.lang = interfaceLanguage.value;
  root.dir = directionOf(interfaceLanguage.value);
  root.dataset.theme = theme.value;
}

function store(): void {
  const language = interfaceLanguage.value;
  const chosen = { language, theme: theme.value, pageMode: pageMode.value };
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A browser that stores nothing still shows letters.
  }
}

function readStored(): { language?: string; theme?: string; pageMode?: string } {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
