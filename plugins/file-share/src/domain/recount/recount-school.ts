// SPDX-License-Identifier: EUPL-1.2
import type { CountFault, OrphanFault } from './count-fault.js';
import { findSuspects } from './find-suspects.js';
import { recountContent, recountFolder, recountSpace, recountTotal, type RecountTools } from './recount.js';
import { recountOrphan } from './recount-orphan.js';

/**
 * Counts all of a school, and each count that seems wrong once more. Folders that belong to no work come first, since they are counted; the
 * total comes last, since it adds up the spaces.
 */
export async function recountSchool(tools: RecountTools, signal: AbortSignal): Promise<(CountFault | OrphanFault)[]> {
  const { orphans, contents, folders, spaces, totals } = await findSuspects(tools.db, signal);
  const faults: (CountFault | OrphanFault)[] = [];
  const steps: readonly [readonly string[], typeof recountContent | typeof recountOrphan][] = [
    [orphans, recountOrphan],
    [contents, recountContent],
    [folders, recountFolder],
    [spaces, recountSpace],
    [totals, recountTotal],
  ];
  for (const [ids, recount] of steps) {
    for (const id of ids) {
      signal.throwIfAborted();
      faults.push(...(await recount(id, tools)));
    }
  }
  return faults;
}
