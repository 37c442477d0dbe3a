// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';

/** Links on the page of a class. */
const TOLD = 20;

/** The newest copies in « Mes fichiers » of what a pupil had put into a group and others have moved or thrown away. */
export async function keptFiles(
  groupId: string,
  pupilId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodeRow[]> {
  const where = { ownerId: pupilId, spaceKind: 'own' as const, keptFrom: groupId, trashedAt: IsNull() };
  return db.repository(NodeRow).find({ where, order: { changedAt: 'DESC', id: 'DESC' }, take: TOLD });
}
