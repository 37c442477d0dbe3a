// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';

/**
 * The life of a bilan: the states that may follow each state. A teacher takes a signature back to `ready`; the head takes a visa back
 * to `signed` and sends a bilan back to `draft` until it is published, and unlocks it afterwards.
 */
export const NEXT_STATES: Readonly<Record<BilanState, readonly BilanState[]>> = {
  draft: ['ready'],
  ready: ['draft', 'signed'],
  signed: ['ready', 'draft', 'visa'],
  visa: ['draft', 'signed', 'published'],
  published: ['draft'],
};

/** The columns of a signature that does not exist. */
const UNSIGNED = { signedBy: null, signedAs: null, signedAt: null, authenticatedAt: null, sha256: null };
/** The columns of a visa and of a publication that do not exist. */
const UNENDORSED = { visaBy: null, visaAs: null, visaAt: null, publishedAt: null, compared: null };

/** The columns that a step writes besides the state. */
export type StepColumns = Partial<
  Pick<
    BilanRow,
    'signedBy' | 'signedAs' | 'signedAt' | 'authenticatedAt' | 'sha256' | 'visaBy' | 'visaAs' | 'visaAt' | 'publishedAt'
  >
>;

/**
 * Moves a bilan to another state by one statement that checks the state and the revision that were read. When two people act at once, one
 * of them succeeds, and a signature covers the content that was read. Writable states have no signature.
 * @returns whether the bilan moved; false when it has changed since it was read
 * @throws Error when no step leads from the state of the row to this one
 */
export async function changeState(
  db: SchoolDatabase,
  row: Pick<BilanRow, 'id' | 'state' | 'revision'>,
  to: BilanState,
  columns: StepColumns = {},
): Promise<boolean> {
  if (!NEXT_STATES[row.state].includes(to)) throw new Error(`No step leads from "${row.state}" to "${to}".`);
  const isOpen = to === 'draft' || to === 'ready';
  const isUnendorsed = isOpen || to === 'signed';
  const changed = await db
    .repository(BilanRow)
    .update(
      { id: row.id, state: row.state, revision: row.revision },
      { ...(isOpen && UNSIGNED), ...(isUnendorsed && UNENDORSED), ...columns, state: to, revision: row.revision + 1 },
    );
  return changed > 0;
}
