// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { nameColumns } from '../../store/names/name-columns.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { groupYear } from '../../store/group-year.js';
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';

interface SpaceTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** The root of a space, or undefined as long as nothing was put into it. */
export async function findRoot(space: SpaceRef, { db }: Pick<SpaceTools, 'db'>): Promise<NodeRow | undefined> {
  const row = await db.repository(SpaceRow).findOne({ where: { holder: holderOf(space) } });
  return row && rootOf(row.id, db);
}

/** The root of a space; its rows are written when there are none yet. */
export async function openSpace(space: SpaceRef, tools: SpaceTools): Promise<NodeRow> {
  const found = await findRoot(space, tools);
  if (found) return found;
  try {
    return await tools.db.transaction(() => insertSpace(space, tools));
  } catch (error) {
    // Another request was first.
    const other = error instanceof ConflictError ? await findRoot(space, tools) : undefined;
    if (!other) throw error;
    return other;
  }
}

async function rootOf(spaceId: string, db: SchoolDatabase): Promise<NodeRow | undefined> {
  return db.repository(NodeRow).findOne({ where: { parentId: spaceId, foldedName: '' } });
}

async function insertSpace(space: SpaceRef, { db, clock }: SpaceTools): Promise<NodeRow> {
  const { kind, groupId, ownerId } = space;
  const year = groupId === null ? null : groupYear(clock.now());
  const columns = {
    kind,
    holder: holderOf(space),
    groupId,
    ownerId,
    year,
    usedBytes: 0,
    nodes: 0,
    quotaBytes: null,
    trashFrom: null,
    trashFromOf: null,
  };
  const { id } = await db.repository(SpaceRow).insertOne(columns);
  const { readers, ...scope } = rootScope(space);
  return db.repository(NodeRow).insertOne({
    ...nameColumns(''),
    ...scope,
    spaceId: id,
    parentId: id,
    above: '',
    rank: FOLDER,
    ...{ contentId: null, bytes: 0, cost: 0, files: 0, nodes: 0, readers, ownReaders: null },
    ...{ changedAt: clock.now(), trashedAt: null, trashedFrom: null, trashedFromName: null, trashedBy: null },
    ...{ uploadMark: null, sentMark: null, keptFrom: null, keptOf: null, givenUp: false, shownTo: null },
  });
}
