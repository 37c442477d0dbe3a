// SPDX-License-Identifier: EUPL-1.2
import type { NewRow, SchoolWork } from '@volee/core-adapter';
import { chargeSpace, releaseRoom } from '../quota/charge-space.js';
import { mostNodes } from '../quota/quotas.js';
import { CopyPartRow, CopyRow } from '../../store/copy.entity.js';
import { FILE, type NodeRow } from '../../store/node.entity.js';
import { inParts, levelsBelow, topmost } from '../tree/all-below.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { sumOf } from '../tree/counts.js';
import type { CopyOptions } from '../tree/copy-nodes.js';
import type { TreeTools } from '../tree/insert-nodes.js';
import { refuseCircle, refuseTooDeep } from '../tree/refuse-place.js';
import { TreeRefusal } from '../tree/tree-refusal.js';
import { placeMark } from './place-mark.js';

/** The name of the job. */
export const COPY = 'copy';

/** More folders and files than these are copied by a job: a page of somebody else waits as long as one transaction takes. */
export const MOST_AT_ONCE = 2_000;

interface StartOptions extends CopyOptions {
  /** The destination, read behind the lock. Throws when the user may not add to it. */
  readonly folderNow: () => Promise<NodeRow>;
  /** Called with everything that will be copied, in the transaction of the plan. */
  readonly planned: (nodes: readonly NodeRow[]) => Promise<void>;
}

type StartTools = TreeTools & Pick<SchoolWork, 'db' | 'clock' | 'jobs'>;

/** Whether a job copies these nodes. Nodes that the user may not read count as well. */
export function isLarge(nodes: readonly NodeRow[]): boolean {
  return sumOf(topmost(nodes)).nodes > MOST_AT_ONCE;
}

/**
 * Plans a copy and enqueues its job. It is decided now which nodes are copied, that the user may read them, and that there is room for all
 * of them.
 * @returns the number of folders and files
 * @throws TreeRefusal, QuotaError
 */
export async function startCopy(
  ticked: readonly NodeRow[],
  destination: NodeRow,
  options: StartOptions,
  tools: StartTools,
): Promise<number> {
  const { copiedBy, byPupil = false, keepReaders = false, folderNow, planned } = options;
  await refuseSecond(copiedBy, tools);
  const nodes = topmost(ticked);
  const levels = await readLevels(nodes, mostNodes(destination.spaceKind, tools.user), options, tools);
  const all = [...nodes, ...levels.flat()];
  const load = { cost: all.reduce((sum, { rank, bytes }) => sum + (rank === FILE ? bytes : 0), 0), nodes: all.length };
  await changeSpaces(
    [destination.spaceId],
    async () => {
      const folder = await folderNow();
      await refuseSecond(copiedBy, tools);
      refuseCircle(nodes, folder);
      refuseTooDeep(nodes, levels, folder);
      // Asks whether all of it has room; each part then takes its own.
      await chargeSpace(folder, load, tools);
      await releaseRoom(folder.spaceId, load, tools);
      await planned(all);
      const now = tools.clock.now();
      const copy = await tools.db.repository(CopyRow).insertOne({
        ...{ ownerId: copiedBy, folderId: folder.id, spaceId: folder.spaceId, byPupil, keepReaders },
        ...{ name: nodes[0]?.name ?? '', ticked: nodes.length, state: 'running', reason: null },
        ...{ total: all.length, copied: 0, startedAt: now, changedAt: now },
      });
      await tools.db.repository(CopyPartRow).insert(partsOf(copy.id, [nodes, ...levels]));
      await tools.jobs.enqueue(COPY, { copyId: copy.id });
    },
    tools,
  );
  return all.length;
}

/**
 * Refuses a second large copy of a person, so that the jobs of the school are free for others as well. It is checked again once the space
 * is locked.
 * @throws TreeRefusal
 */
async function refuseSecond(ownerId: string, { db }: StartTools): Promise<void> {
  const running = await db.repository(CopyRow).count({ where: { ownerId, state: 'running' } });
  if (running > 0) throw new TreeRefusal('copying');
}

/** Everything below these nodes that the user may read. It reads no further when there is more than there is room for. */
async function readLevels(
  nodes: readonly NodeRow[],
  most: number,
  { readable }: CopyOptions,
  tools: StartTools,
): Promise<NodeRow[][]> {
  const known = new Set(nodes.map(({ id }) => id));
  return levelsBelow(nodes, tools, async (level) => {
    if (known.size > most) return [];
    // A folder that moves downwards meanwhile would be read twice.
    const found = (await readable(level)).filter(({ id }) => !known.has(id));
    for (const { id } of found) known.add(id);
    return found;
  });
}

function partsOf(copyId: string, levels: readonly (readonly NodeRow[])[]): NewRow<CopyPartRow>[] {
  const parts = levels.flatMap((level, depth) => inParts(level).map((part) => ({ part, isTop: depth === 0 })));
  return parts.map(({ part, isTop }, number) => {
    const entries = JSON.stringify(part.map((node) => [node.id, placeMark(node)]));
    return { copyId, number, isTop, entries, folders: null };
  });
}
