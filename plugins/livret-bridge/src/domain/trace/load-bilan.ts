// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { correctionOf, type Correction } from './correction.js';
import { bilanScope } from '../bilan/bilan-scope.js';

interface Addressed {
  readonly db: SchoolDatabase;
  readonly params: { readonly id: string };
}

export interface LoadedBilan extends BilanRow, Pick<ResourceScope, 'visibleTo'> {
  /** Undefined while it is published, and where it never was. */
  readonly correction: Correction | undefined;
}

/** The bilan that an address names, with its scope: `load` of a route. */
export async function loadBilan({ db, params }: Addressed): Promise<LoadedBilan | undefined> {
  const row = await db.repository(BilanRow).findOne({ where: { id: params.id } });
  if (!row) return undefined;
  const correction = await correctionOf(row, db);
  const { visibleTo } = bilanScope(row, correction !== undefined);
  return { ...row, ...(visibleTo && { visibleTo }), correction };
}

/** A bilan at its own address, or the bilan into which it was merged, with the step of the merge (ADR 70). */
export interface AddressedBilan extends LoadedBilan {
  readonly merged?: TraceRow;
}

/**
 * Does the same as `loadBilan`, but the address of a bilan that is gone leads to its publication, or to the bilan that its family reads
 * now.
 */
export async function loadAddressed(addressed: Addressed): Promise<AddressedBilan | undefined> {
  const found = await loadBilan(addressed);
  if (found) return found;
  const { db, params } = addressed;
  const merged = await db.repository(TraceRow).findOne({ where: { formerId: params.id, what: 'merged' } });
  if (merged && typeof merged.content !== 'string') return loadBilan({ db, params: { id: merged.bilanId } });
  const row = merged && (await db.repository(BilanRow).findOne({ where: { id: merged.bilanId } }));
  return row && { ...row, correction: undefined, merged };
}
