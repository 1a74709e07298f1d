/** The starter edition, ready to be planned and approved, without going through the command line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { composeEdition } from '../../../src/compose/compose.ts';
import { loadEdition } from '../../../src/data/load.ts';
import { type Approved, approve, mailFolder } from '../../../src/mail/approve.ts';
import { openLedger } from '../../../src/mail/ledger/open.ts';
import type { DkimKey } from '../../../src/mail/message/dkim.ts';
import type { Ledger } from '../../../src/mail/model.ts';
import { type Plan, planMail } from '../../../src/mail/plan.ts';
import type { Again } from '../../../src/mail/review.ts';
import type { Edition, Selection } from '../../../src/model.ts';
import { starterEdition } from '../../support/edition.ts';

export const HEADER = 'id,category,language,name,gender,rank,email,cc';

export interface Office {
  /** The folder around the edition `forum-x`. */
  readonly outer: string;
  /** Replaces the list by these rows; see HEADER. */
  list(...rows: readonly string[]): void;
  load(): Edition;
  plan(selection?: Selection): Plan;
  ledger(): Promise<Ledger>;
  approve(ledger: Ledger, options?: ApproveOptions): Promise<Approved>;
  /** The ledger's folder. */
  readonly folder: string;
}
export interface ApproveOptions {
  readonly selection?: Selection;
  readonly at?: Date;
  readonly dkim?: DkimKey;
  readonly again?: Again;
  readonly skipBlocked?: boolean;
}

export const AT = new Date('2027-02-01T09:00:00Z');

/** An edition of its own for each test. */
export function office(): Office {
  const outer = starterEdition();
  const path = join(outer, 'forum-x');
  const load = (): Edition => {
    const { edition, diagnostics } = loadEdition(path);
    if (!edition) throw new Error(JSON.stringify(diagnostics));
    return edition;
  };
  const plan = (selection: Selection = {}): Plan => {
    const edition = load();
    return planMail(edition, composeEdition(edition, selection).letters, selection);
  };
  const folder = mailFolder({ folder: load().folder });
  return {
    outer,
    folder,
    list: (...rows) =>
      writeFileSync(join(path, 'stakeholders.csv'), [HEADER, ...rows, ''].join('\n')),
    load,
    plan,
    ledger: async () => {
      const ledger = await openLedger(folder, { stateFolder: join(outer, 'state') });
      onTestFinished(() => ledger.close());
      return ledger;
    },
    approve: (ledger, { selection = {}, at = AT, dkim, again, skipBlocked = false } = {}) =>
      approve({
        edition: load(),
        plan: plan(selection),
        selection,
        ledger,
        folder,
        by: 'A. Tester',
        at,
        skipBlocked,
        ...(dkim && { dkim }),
        ...(again && { again }),
        signal: new AbortController().signal,
      }),
  };
}
