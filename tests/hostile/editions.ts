/** Editions that would hang, crash or deceive a tool that trusts them. */
import { FILES } from './files.ts';
import type { Hostile } from './spoil.ts';
import { TEXTS } from './texts.ts';

/** Every row. */
export const HOSTILE: readonly Hostile[] = [...TEXTS, ...FILES];
