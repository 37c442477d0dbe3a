// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type PortalRequest, type Profile } from '@volee/core-adapter';
import type { z } from 'zod';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';
import { waitingOf } from '../../store/waiting.query.js';

export type CountReader = Pick<PortalRequest<MessagingPermission, MessagingKey>, 'db' | 'access' | 'user' | 'clock'>;

/** The time for which the portal tells a person about things that they cannot change. */
const WEEK = 7 * 86_400_000;

/** The maximum number of messages of the inbox by which a guardian reads of the last message about each child. */
const MOST_OF_GUARDIAN = 40;
/** The maximum number of messages by which a pupil reads the names of senders. */
const MOST_OF_PUPIL = 6;

/** A message in the inbox, as the portal tells it. */
export interface NewestCopy {
  readonly id: string;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Empty until words of the message were shown to its owner. */
  readonly subject: string;
  readonly authorId: string | null;
  readonly asProfile: Profile;
  /** The message is to the guardians of these groups; empty for one to persons. */
  readonly groupIds: readonly string[];
}

/** The numbers of things that wait for a person, and the newest messages, all by one statement. */
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
  /** Messages of the person that were refused in the last two weeks, and that they have not opened since. */
  readonly refused: number;
  /** Messages that they took back from a teacher in the last two weeks, and have not sent again. */
  readonly withdrawn: number;
  /** The newest messages in the inbox, those that were read for guardians alone: a pupil has a few, any other person the last one. */
  readonly newest: readonly NewestCopy[];
}

/** The instants since which the portal tells of openings, and of refusals and withdrawn messages. */
export function toldSince({ clock }: Pick<CountReader, 'clock'>): { openedSince: Date; refusedSince: Date } {
  const now = clock.now().getTime();
  return { openedSince: new Date(now - WEEK), refusedSince: new Date(now - 2 * WEEK) };
}

export const waitingCounts = oncePerRequest(async (reader: CountReader): Promise<WaitingCounts> => {
  const { db, access, user } = reader;
  const groups = (await access.can('moderate')) ? await access.groups('moderate') : [];
  const rows = await db.query(waitingOf, {
    ...{ ownerId: user.id, isLast: true, groupIds: groups.map(({ id }) => id) },
    ...toldSince(reader),
    ...newestFor(user.profiles),
  });
  const countOf = (kind: keyof WaitingCounts): number => rows.find((row) => row.kind === kind)?.total ?? 0;
  return {
    ...{ unread: countOf('unread'), drafts: countOf('drafts'), reviews: countOf('reviews') },
    ...{ openings: countOf('openings'), refused: countOf('refused'), withdrawn: countOf('withdrawn') },
    reports: (await access.can('manage')) ? countOf('reports') : 0,
    newest: newestIn(rows),
  };
});

function newestFor(profiles: readonly Profile[]): { withRead: boolean; most: number } {
  if (profiles.includes('guardian')) return { withRead: true, most: MOST_OF_GUARDIAN };
  return { withRead: false, most: profiles.includes('pupil') ? MOST_OF_PUPIL : 1 };
}

/** The messages of these rows, the newest first. A message has a row for each group of guardians among its recipients. */
function newestIn(rows: readonly z.infer<typeof waitingOf.row>[]): NewestCopy[] {
  const messages = new Map<string, NewestCopy>();
  for (const { id, at, readAt, authorId, asProfile, toGroup, subject } of rows) {
    if (id === null || at === null || asProfile === null) continue;
    const groupIds = [...(messages.get(id)?.groupIds ?? []), ...(toGroup === null ? [] : [toGroup])];
    messages.set(id, { id, at, readAt, subject: subject ?? '', authorId, asProfile, groupIds });
  }
  return [...messages.values()].sort(
    (one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1),
  );
}
