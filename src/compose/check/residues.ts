/** What other programs left in those further columns of lists that templates use; in the others it does no harm. */
import { findResidue } from '../../data/sense/residues.ts';
import { reportSlip } from '../../data/sense/slip.ts';
import type { Problems } from '../../diagnostic.ts';
import type { Edition } from '../../model.ts';
import { usedColumns } from './unknown-columns.ts';

/** Reports each such cell, whichever letters its recipient gets. */
export function reportResidues({ folder, stakeholders }: Edition, problems: Problems): void {
  const columns = new Set(stakeholders.flatMap(({ extra }) => Object.keys(extra)));
  if (columns.size === 0) return;
  const isUsed = usedColumns(folder);
  // Family names and salutations are asked when the list is read.
  const used = [...columns].filter(
    (column) => !/^(?:family-name|salutation)(?:-|$)/.test(column) && isUsed(column),
  );
  for (const { extra } of stakeholders) {
    for (const column of used) {
      const text = extra[column];
      const slip = text && findResidue(text.value, 'any');
      if (slip) reportSlip(slip, text, problems);
    }
  }
}
