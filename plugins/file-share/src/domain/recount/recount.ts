// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { Between, Not } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { aboveIn } from '../tree/find-node.js';
import { differences, usedBy, withItself, type CountFault } from './count-fault.js';

export interface RecountTools extends Pick<SchoolWork, 'db' | 'clock'> {
  /** Whether the row gets the right counts. */
  readonly isRepair: boolean;
}

/** Greater than any other character. */
const LAST = '\u{10FFFF}';

/** Counts the files with a content, while nobody else changes their number. */
export async function recountContent(id: string, { db, clock, isRepair }: RecountTools): Promise<CountFault[]> {
  const contents = db.repository(ContentRow);
  const count = async (): Promise<CountFault[]> => {
    // Locks the row before anything is read: MariaDB shows the rows as they were at the first read.
    await contents.increment({ id }, { refs: 0 });
    const row = await contents.findOne({ where: { id } });
    if (!row) return [];
    const refs = await db.repository(NodeRow).count({ where: { contentId: id } });
    const wrong = differences(row, { refs });
    if (!wrong) return [];
    if (isRepair) await contents.update({ id }, { refs, unusedSince: refs === 0 ? clock.now() : null });
    return [{ kind: 'content', id, wrong }];
  };
  return changeSpaces([], count, { db });
}

/** Adds up what lies below a folder, while nobody else changes its space. */
export async function recountFolder(id: string, { db, isRepair }: RecountTools): Promise<CountFault[]> {
  const nodes = db.repository(NodeRow);
  const spaceId = (await nodes.findOne({ where: { id } }))?.spaceId ?? '';
  return changeSpaces(
    [spaceId],
    async () => {
      const folder = await nodes.findOne({ where: { id } });
      if (folder?.spaceId !== spaceId) return [];
      const prefix = aboveIn(folder);
      const below = { spaceId, above: Between(prefix, prefix + LAST) };
      const where = { ...below, rank: FILE };
      const counts = withItself(folder, {
        files: await nodes.count({ where }),
        bytes: await nodes.sum('bytes', { where }),
        cost: await nodes.sum('cost', { where }),
        nodes: await nodes.count({ where: below }),
      });
      const wrong = differences(folder, counts);
      if (!wrong) return [];
      if (isRepair) await nodes.update({ id }, counts);
      return [{ kind: 'folder', id, wrong } as const];
    },
    { db },
  );
}

/** Adds up what lies in a space, while nobody else changes it. */
export function recountSpace(id: string, tools: RecountTools): Promise<CountFault[]> {
  const nodes = tools.db.repository(NodeRow);
  const count = async () =>
    usedBy({
      cost: await nodes.sum('cost', { where: { spaceId: id, rank: FILE } }),
      nodes: await nodes.count({ where: { spaceId: id, name: Not('') } }),
    });
  return recountRow({ kind: 'space', id }, count, tools);
}

/** Adds up the spaces of the school. A charge that is under way waits for the total, and is in neither. */
export function recountTotal(id: string, tools: RecountTools): Promise<CountFault[]> {
  const spaces = tools.db.repository(SpaceRow);
  const count = async () => ({ usedBytes: await spaces.sum('usedBytes', { where: { kind: Not(TOTAL) } }) });
  return recountRow({ kind: 'school', id }, count, tools);
}

/** Compares the counts in the row of a space with those that `count` reads behind its lock. */
function recountRow(
  { kind, id }: Pick<CountFault, 'kind' | 'id'>,
  count: () => Promise<Partial<Pick<SpaceRow, 'usedBytes' | 'nodes'>>>,
  { db, isRepair }: RecountTools,
): Promise<CountFault[]> {
  const spaces = db.repository(SpaceRow);
  return changeSpaces(
    [id],
    async () => {
      const row = await spaces.findOne({ where: { id } });
      if (!row) return [];
      const used = await count();
      const wrong = differences(row, used);
      if (!wrong) return [];
      if (isRepair) await spaces.update({ id }, used);
      return [{ kind, id, wrong }];
    },
    { db },
  );
}
