/** What is known of the servers that offices send through. Settings of an edition and the environment come before these. */
import type { Limits, TransportSettings } from '../model.ts';

export interface Preset {
  /** Absent where each customer has one of their own. */
  readonly host?: string;
  readonly port: number;
  readonly security: Exclude<TransportSettings['security'], 'none'>;
  readonly limits: Limits;
}

/** For a server of which nothing is known. */
export const DEFAULT_LIMITS: Limits = { connections: 2, perMinute: 60 };

export const PRESETS = {
  // SMTP AUTH client submission: 3 connections, 30 messages a minute, 10,000 recipients a day; sign in by XOAUTH2.
  'microsoft-365': {
    host: 'smtp.office365.com',
    port: 587,
    security: 'starttls',
    limits: { connections: 3, perMinute: 30, perDay: 10_000 },
  },
  // email-smtp.<region>.amazonaws.com. The usual production quota; an account in the sandbox has 1 a second and 200 a day.
  'amazon-ses': {
    port: 587,
    security: 'starttls',
    limits: { connections: 3, perMinute: 600, perDay: 50_000 },
  },
  // A relay of one's own: its queue takes what comes, so only the receiving domains need consideration.
  postfix: {
    port: 587,
    security: 'starttls',
    limits: { connections: 3, perDomainPerMinute: 120 },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof PRESETS;
