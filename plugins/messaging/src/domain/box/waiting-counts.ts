// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type PortalRequest } from '@volee/core-adapter';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';
import { countsByKind } from '../../store/waiting.query.js';

export type CountReader = Pick<PortalRequest<MessagingPermission, MessagingKey>, 'db' | 'access' | 'user'>;

/** The numbers of things that wait for a person, all by one statement. */
export interface WaitingCounts {
  /** Threads in the inbox that they have not read. */
  readonly unread: number;
  readonly drafts: number;
  /** Messages that wait in classes of theirs; they decide about some of these or about all. */
  readonly reviews: number;
  /** Open reports of the school, those about their own messages included; 0 unless they manage the brick. */
  readonly reports: number;
}

export const waitingCounts = oncePerRequest(async ({ db, access, user }: CountReader): Promise<WaitingCounts> => {
  const groups = (await access.can('moderate')) ? await access.groups('moderate') : [];
  const rows = await db.query(countsByKind, { ownerId: user.id, isLast: true, groupIds: groups.map(({ id }) => id) });
  const countOf = (kind: keyof WaitingCounts): number => rows.find((row) => row.kind === kind)?.total ?? 0;
  return {
    ...{ unread: countOf('unread'), drafts: countOf('drafts'), reviews: countOf('reviews') },
    reports: (await access.can('manage')) ? countOf('reports') : 0,
  };
});
