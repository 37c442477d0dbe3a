// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { NodeRow } from '../store/node.entity.js';

/** Puts the space of one person into that of another, and names the other as the sender of files. */
export async function moveDrive({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const nodes = db.repository(NodeRow);
  await nodes.update({ ownerId: from }, { ownerId: to });
  await nodes.update({ addedBy: from }, { addedBy: to, uploadMark: null });
}
