// SPDX-License-Identifier: EUPL-1.2
import type { Group, SchoolDatabase } from '@volee/core-adapter';
import type { Quotas } from './quotas.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';

/** The room of a class or another group. */
export interface GroupUsage {
  readonly group: Group;
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** The place that the spaces of a school take, in bytes; never their files. */
export interface SchoolUsage {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** The groups of this school year, the fullest first. */
  readonly groups: readonly GroupUsage[];
  /** Spaces of each other kind together. `past`: groups of earlier years. */
  readonly others: readonly { readonly kind: 'own' | 'team' | 'schoolSpace' | 'past'; readonly usedBytes: number }[];
}

/** One query, whatever lies in the spaces. */
export async function schoolUsage(
  groups: readonly Group[],
  { db, quotas }: { readonly db: SchoolDatabase; readonly quotas: Quotas },
): Promise<SchoolUsage> {
  const rows = (await db.repository(SpaceRow).find()).filter(({ kind }) => kind !== TOTAL);
  const byHolder = new Map(rows.map((row) => [row.holder, row]));
  const known = new Set(groups.map(({ id }) => id));
  const sum = (matches: (row: SpaceRow) => boolean): number =>
    rows.filter(matches).reduce((bytes, { usedBytes }) => bytes + usedBytes, 0);
  const isKnown = ({ groupId }: SpaceRow): boolean => known.has(groupId ?? '');
  const used = groups.map((group) => {
    const row = byHolder.get(holderOf(groupSpace(group.id)));
    return { group, usedBytes: row?.usedBytes ?? 0, quotaBytes: row?.quotaBytes ?? quotas.class };
  });
  return {
    usedBytes: sum(() => true),
    quotaBytes: quotas.school,
    groups: used.sort((one, other) => other.usedBytes - one.usedBytes),
    others: [
      { kind: 'team', usedBytes: sum((row) => row.kind === 'team' && isKnown(row)) },
      { kind: 'schoolSpace', usedBytes: sum((row) => row.kind === 'school') },
      { kind: 'own', usedBytes: sum((row) => row.kind === 'own') },
      { kind: 'past', usedBytes: sum((row) => row.groupId !== null && !isKnown(row)) },
    ],
  };
}
