/** axe-core in a page of Chromium. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** To be evaluated in the page once. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Runs in the browser. The frame with a mail allows no scripts, so axe cannot look into it. */
const RUN_AXE = `axe.run(document, { iframes: false, resultTypes: ['violations'] })
  .then(({ violations }) => violations)`;

/** What axe objects to, as readable lines. */
export async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(RUN_AXE)) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
