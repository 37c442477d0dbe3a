// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonExport, PersonInSchool, SchoolDatabase } from '@volee/core-adapter';
import { storageKeysOf } from '../../domain/tree/storage-keys-of.js';
import { CopyRow } from '../../store/copy.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { idsAbove } from '../../domain/tree/find-node.js';
import { exportWorks } from './export-works.js';

/** The files and works of a person: what they own, what they added, their parts of works with what came back, and the works that they handed out. */
export async function exportPerson(
  { db, personId }: Pick<PersonInSchool, 'db' | 'personId'>,
  { clock }: { readonly clock: Clock },
): Promise<PersonExport> {
  const nodes = await nodesOf(personId, db);
  const spaces = await db.repository(SpaceRow).find({ where: { ownerId: personId } });
  const favourites = await db.repository(FavouriteRow).find({ where: { ownerId: personId } });
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const records = (list: readonly NodeRow[]): object[] => list.map((node) => recordOf(node, personId, names));
  return {
    records: {
      spaces: spaces.map(({ kind, year, usedBytes, nodes: count, quotaBytes }) => ({
        kind,
        year,
        usedBytes,
        nodes: count,
        quotaBytes,
      })),
      folders: records(nodes.filter(({ rank }) => rank === FOLDER)),
      files: records(nodes.filter(({ rank }) => rank !== FOLDER)),
      favourites: favourites.map(({ nodeId }) => ({ file: nodeId, name: names.get(nodeId) })),
      copies: (await db.repository(CopyRow).find({ where: { ownerId: personId } })).map(copyRecord),
      ...(await exportWorks(personId, { db, clock })),
    },
    files: await contentsOf(nodes, db),
  };
}

/**
 * The nodes of a person, in the trash as well. What a teacher prepares for a pupil is not theirs to read before it is given back, and what
 * a teacher moved to their own files is the teacher's: the pupil has a copy.
 */
async function nodesOf(personId: string, db: SchoolDatabase): Promise<NodeRow[]> {
  const found = await db.repository(NodeRow).find({
    where: [{ ownerId: personId }, { pupilId: personId }, { addedBy: personId }],
    order: { changedAt: 'ASC', id: 'ASC' },
  });
  return found.filter(
    ({ pupilId, readers, addedBy, spaceKind, ownerId }) =>
      (pupilId !== personId || readers !== 'teachers' || addedBy === personId) &&
      (spaceKind !== 'own' || ownerId === personId),
  );
}

function recordOf(node: NodeRow, personId: string, names: ReadonlyMap<string, string>): object {
  const { name, bytes, cost, files, nodes, spaceKind, readers, ownReaders, pupilsAdd, dropped, addedBy } = node;
  const { changedAt, trashedAt, trashedFromName, trashedBy } = node;
  return {
    ...{ name, bytes, counted: cost, files, nodes, space: spaceKind },
    folder: idsAbove(node)
      .flatMap((id) => names.get(id) || [])
      .join('/'),
    ...{
      readers,
      ownReaders,
      openToPupils: pupilsAdd,
      intoDropBox: dropped,
      addedByYou: addedBy === personId,
      changedAt,
    },
    ...{ deletedAt: trashedAt, deletedFrom: trashedFromName, deletedByYou: trashedBy === personId },
  };
}

function copyRecord({
  name,
  ticked,
  byPupil,
  keepReaders,
  state,
  reason,
  total,
  copied,
  startedAt,
  changedAt,
}: CopyRow): object {
  return { name, ticked, asPupil: byPupil, keepReaders, state, reason, total, copied, startedAt, changedAt };
}

async function contentsOf(nodes: readonly NodeRow[], db: SchoolDatabase): Promise<{ name: string; key: string }[]> {
  const keys = await storageKeysOf(nodes, { db });
  return nodes.flatMap(({ name, contentId }) => {
    const key = keys.get(contentId ?? '');
    return key === undefined ? [] : [{ name, key }];
  });
}
