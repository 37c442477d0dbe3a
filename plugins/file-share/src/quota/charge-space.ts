// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { SpaceRow } from '../store/space.entity.js';

/** The quotas of the settings, in bytes. */
export interface Quotas {
  readonly pupil: number;
  readonly teacher: number;
  readonly class: number;
  readonly school: number;
}

/** Adds to the place that a space uses; a negative number gives place back. Runs in the transaction that writes the nodes. */
export async function chargeSpace(
  spaceId: string,
  cost: number,
  { db }: { readonly db: SchoolDatabase },
): Promise<void> {
  if (cost !== 0) await db.repository(SpaceRow).increment({ id: spaceId }, { usedBytes: cost });
}
