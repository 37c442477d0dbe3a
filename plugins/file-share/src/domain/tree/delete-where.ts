// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In, type FindOptionsWhere } from 'typeorm';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from './change-spaces.js';
import { deleteNodes } from './delete-nodes.js';

/** Files deleted in one transaction: other requests wait for no longer than these take. */
const PART = 500;

interface DeleteTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
  /** Aborts between two transactions. */
  readonly signal?: AbortSignal;
}

/**
 * Deletes all folders and files of a condition for good, with all below them, a part at a time. It can be done again after a crash: each part
 * leaves right counts.
 */
export async function deleteWhere(where: readonly FindOptionsWhere<NodeRow>[], tools: DeleteTools): Promise<void> {
  const { db, signal } = tools;
  const nodes = db.repository(NodeRow);
  // Folders last: nothing is left in them by then.
  for (const rank of [FILE, FOLDER]) {
    for (;;) {
      signal?.throwIfAborted();
      const found = await nodes.find({
        where: where.map((one) => ({ ...one, rank })),
        order: { id: 'ASC' },
        take: PART,
      });
      if (found.length === 0) break;
      const ids = found.map(({ id }) => id);
      await changeSpaces(
        found.map(({ spaceId }) => spaceId),
        async () => deleteNodes(await nodes.find({ where: { id: In(ids) } }), tools),
        tools,
      );
    }
  }
}
