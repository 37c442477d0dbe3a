// SPDX-License-Identifier: EUPL-1.2
import type { GroupMove } from '@volee/core-adapter';
import { joinSpaces } from '../../domain/space/join-spaces.js';
import type { Settings } from '../../settings.js';
import { groupSpace, teamSpace } from '../../store/space-ref.js';

/** Puts the space of one class, and that of its team, into those of another. The host moves works, parts and rounds, as declared. */
export async function moveSpaces(
  { db, from, to }: Pick<GroupMove, 'db' | 'from' | 'to'>,
  { quota }: Pick<Settings, 'quota'>,
): Promise<void> {
  const tools = { db, usualBytes: quota.class };
  await joinSpaces(groupSpace(from), groupSpace(to), tools);
  await joinSpaces(teamSpace(from), teamSpace(to), tools);
}
