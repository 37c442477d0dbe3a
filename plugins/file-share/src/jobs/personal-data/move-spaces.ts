// SPDX-License-Identifier: EUPL-1.2
import type { GroupMove } from '@volee/core-adapter';
import { joinSpaces } from '../../domain/space/join-spaces.js';
import { groupSpace, teamSpace } from '../../store/space-ref.js';

/** Puts the space of one class, and that of its team, into those of another. The host moves works, parts and rounds, as declared. */
export async function moveSpaces({ db, from, to }: Pick<GroupMove, 'db' | 'from' | 'to'>): Promise<void> {
  await joinSpaces(groupSpace(from), groupSpace(to), db);
  await joinSpaces(teamSpace(from), teamSpace(to), db);
}
