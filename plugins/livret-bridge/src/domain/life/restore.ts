// SPDX-License-Identifier: EUPL-1.2
import type { School, SchoolWork } from '@volee/core-adapter';
import { columnsOf, contentOf } from '../bilan/content.js';
import { mergeContent } from '../bilan/merge-content.js';
import { isWritable } from '../bilan/state.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { Correction } from '../trace/correction.js';
import { hashOfKept, type KeptPublication } from '../trace/kept-publication.js';
import { noteTrace, type TracedStep } from '../trace/note-trace.js';
import type { LifeContext } from './life-context.js';

export interface RestoreContext extends Pick<SchoolWork, 'db' | 'clock'> {
  readonly school: Pick<School, 'timeZone'>;
  readonly catalogues: Catalogues;
}

/** Whether a head may restore the publication: it was kept as it was signed, and nobody has signed the bilan again. */
export function isRestorable(row: Pick<BilanRow, 'pupilId' | 'state'>, correction: Correction): boolean {
  return isWritable(row.state) && isAsKept(row, correction);
}

/** Whether the text of the publication matches its digest. */
export function isAsKept({ pupilId }: Pick<BilanRow, 'pupilId'>, { kept, step }: Correction): boolean {
  return kept !== undefined && hashOfKept(pupilId, kept) === step.sha256;
}

/**
 * Restores, for the head, what was published before the unlocking. @returns whether it was restored: not when the bilan has changed since
 * it was read
 */
export function restoreByHead(
  row: BilanRow,
  correction: Correction,
  context: LifeContext & RestoreContext,
): Promise<boolean> {
  const subject = { bilan: row.id };
  return context.audit('livret.restored', subject, async () => {
    const isDone = isRestorable(row, correction) && (await restore(row, correction, context, context.user));
    return { subject: isDone ? subject : null, result: isDone };
  });
}

/**
 * Makes the kept publication the bilan again, by one statement that checks the state and the revision that were read. It gets its first
 * instant again, so that it counts as read and confirmed as before. The history keeps what was typed since. Call it in a transaction.
 */
export async function restore(
  row: BilanRow,
  { kept, step }: Correction,
  context: RestoreContext,
  person?: TracedStep['person'],
): Promise<boolean> {
  if (kept === undefined) return false;
  const { db, clock } = context;
  const sha256 = step.sha256 ?? null;
  const { id, state, revision } = row;
  const columns = { ...publishedColumns(kept), sha256, state: 'published' as const, revision: revision + 1 };
  const changed = await db.repository(BilanRow).update({ id, state, revision }, columns);
  if (changed === 0) return false;
  const catalogues = await knownCatalogues([row, kept], context.catalogues, db);
  const word = lostWords(row, kept, catalogues);
  await noteTrace(context, {
    ...{ bilan: row, what: 'restored', at: clock.now(), sha256 },
    ...(person && { person }),
    ...(word !== '' && { word }),
  });
  return true;
}

/** The columns of a published bilan. The history has the ids of the people who signed, and these columns their names. */
function publishedColumns({ level, catalogue, content, before, ...kept }: KeptPublication): Partial<BilanRow> {
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    ...{ level, catalogue, ...columnsOf(content), writers: '{}' },
    ...{ signedBy: null, signedAs: kept.signedAs, signedAt: instant(kept.signedAt), authenticatedAt: null },
    ...{ visaBy: null, visaAs: kept.visaAs, visaAt: instant(kept.visaAt), publishedAt: instant(kept.publishedAt) },
    compared: before === undefined ? null : JSON.stringify(before),
  };
}

/** The cells with another text since, one a line. */
function lostWords(row: BilanRow, kept: KeptPublication, catalogues: Catalogues): string {
  const content = contentOf(row);
  const now = { content, catalogue: catalogues.toRead(row.catalogue, content) };
  const then = { content: kept.content, catalogue: catalogues.toRead(kept.catalogue, kept.content) };
  const { differing } = mergeContent(then, now, false);
  return differing.map(({ label, value }) => `${label}\u00a0: ${value}`).join('\n');
}
