// SPDX-License-Identifier: EUPL-1.2
import { And, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { SyncRunRow } from '../runs/sync-run.entity.js';

/** When somebody approved what schools lost, in milliseconds; 0: not in the time that was asked about. */
export interface Approvals {
  /** The last one about a school. */
  lastOf(uai: string): number;
  /** The last one about any school. */
  readonly last: number;
}

/**
 * An approval is for the schools that the reasons of its run name. A reason without a school is about all of them, and so is a
 * verdict with more reasons than are stored. A run in which stable ids were adopted (`--same-persons`) has no `fullAt`: nothing of
 * its plan was applied.
 * @param until an approval after it was dated by a wrong clock, and does not count
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
  return { last, lastOf: (uai) => Math.max(ofAll, ofSchools.get(uai) ?? 0) };
}
