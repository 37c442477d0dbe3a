// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { MoreThan } from 'typeorm';
import { handedScope, type HandedScope } from './handed-scope.js';
import { HandedRow } from '../../store/handed.entity.js';

interface Addressed extends Pick<SchoolWork, 'clock' | 'db' | 'directory' | 'schoolYear'> {
  readonly params: { readonly id: string };
}

/** The copy that an address names, with its scope: `load` of a route. A copy is gone when it has ended. */
export async function loadHanded({
  db,
  params: { id },
  clock,
  directory,
  schoolYear,
}: Addressed): Promise<(HandedRow & HandedScope) | undefined> {
  const row = await db.repository(HandedRow).findOne({ where: { id, until: MoreThan(clock.now()) } });
  if (!row) return undefined;
  const level = (await directory.persons([row.pupilId])).get(row.pupilId)?.level ?? null;
  return { ...row, ...handedScope(row, { level, schoolYear }) };
}
