// SPDX-License-Identifier: EUPL-1.2
import { And, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { SyncRunRow } from '../runs/sync-run.entity.js';

/** Times of the last approvals of losses, in milliseconds; 0 when there is none in the period. */
export interface Approvals {
  /** The last approval about a school; without one, the last about all schools. */
  lastOf(uai: string | undefined): number;
  /** The last approval about any school. */
  readonly last: number;
}

/**
 * An approval covers the schools that the reasons of its run name; all schools, when a reason names none or some reasons are not stored.
 * Runs that only adopted stable ids (`--same-persons`) have no `fullAt` and do not count: nothing of their plan was applied.
 * @param until later approvals were dated by a wrong clock and do not count
 */
export async function readApprovals(
  manager: EntityManager,
  source: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<Approvals> {
  const runs = await manager.find(SyncRunRow, {
    select: { id: true, endedAt: true, verdict: true },
    where: {
      ...{ source, state: 'applied', approvedBy: Not(IsNull()), fullAt: Not(IsNull()) },
      endedAt: And(MoreThan(from), LessThanOrEqual(until)),
    },
    order: { endedAt: 'ASC' },
  });
  let last = 0;
  let ofAll = 0;
  const ofSchools = new Map<string, number>();
  for (const { endedAt, verdict } of runs) {
    const time = endedAt?.getTime() ?? 0;
    last = time;
    const schools = verdict?.reasons.map(({ uai }) => uai) ?? [undefined];
    if (schools.includes(undefined) || (verdict?.more ?? 0) > 0) ofAll = time;
    for (const uai of schools) if (uai !== undefined) ofSchools.set(uai, time);
  }
  return { last, lastOf: (uai) => Math.max(ofAll, uai === undefined ? 0 : (ofSchools.get(uai) ?? 0)) };
}
