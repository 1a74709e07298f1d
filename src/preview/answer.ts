/** What the server answers, before it is put on the wire. */
import type { Failure, Refusal } from './api.ts';

/** The body is sent as it is. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  /** Beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** Nothing is told about why that an attacker could use. */
export function failure(status: number, error: string): Answer {
  const body: Failure = { error };
  return json(body, status);
}

export function refusal(body: Refusal): Answer {
  return json(body, 409);
}

export const NOT_FOUND = failure(404, 'there is nothing here');
