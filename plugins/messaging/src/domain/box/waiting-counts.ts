// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type PortalRequest } from '@volee/core-adapter';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';
import { countsByKind } from '../../store/waiting.query.js';

export type CountReader = Pick<PortalRequest<MessagingPermission, MessagingKey>, 'db' | 'access' | 'user' | 'clock'>;

/** The time for which the portal tells a person about things that they cannot change. */
const WEEK = 7 * 86_400_000;

/** The numbers of things that wait for a person, all by one statement. */
export interface WaitingCounts {
  /** Threads in the inbox that they have not read. */
  readonly unread: number;
  readonly drafts: number;
  /** Messages that wait in classes of theirs; they decide about some of these or about all. */
  readonly reviews: number;
  /** Open reports of the school, those about their own messages included; 0 unless they manage the brick. */
  readonly reports: number;
  /** Threads that heads of the school have opened in the last week. */
  readonly openings: number;
  /** Messages of the person that were refused in the last two weeks. */
  readonly refused: number;
}

/** The instants since which the portal tells of openings and of refusals. */
export function toldSince({ clock }: Pick<CountReader, 'clock'>): { openedSince: Date; refusedSince: Date } {
  const now = clock.now().getTime();
  return { openedSince: new Date(now - WEEK), refusedSince: new Date(now - 2 * WEEK) };
}

export const waitingCounts = oncePerRequest(async (reader: CountReader): Promise<WaitingCounts> => {
  const { db, access, user } = reader;
  const groups = (await access.can('moderate')) ? await access.groups('moderate') : [];
  const rows = await db.query(countsByKind, {
    ...{ ownerId: user.id, isLast: true, groupIds: groups.map(({ id }) => id) },
    ...toldSince(reader),
  });
  const countOf = (kind: keyof WaitingCounts): number => rows.find((row) => row.kind === kind)?.total ?? 0;
  return {
    ...{ unread: countOf('unread'), drafts: countOf('drafts'), reviews: countOf('reviews') },
    ...{ openings: countOf('openings'), refused: countOf('refused') },
    reports: (await access.can('manage')) ? countOf('reports') : 0,
  };
});
