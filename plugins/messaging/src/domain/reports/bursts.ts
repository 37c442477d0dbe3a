// SPDX-License-Identifier: EUPL-1.2
import type { PortalRequest } from '@volee/core-adapter';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { openSince } from './reasons.js';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** The number of acts within a short time beyond which heads are told. */
const MOST = 5;
const WITHIN = { reports: 60 * MINUTE, recalls: 10 * MINUTE };
/** The maximum number of bursts on a page. */
const SHOWN = 3;

/** Many reports of a school, or many messages to pupils that one author took back before they were seen. */
export interface Burst {
  readonly kind: 'reports' | 'recalls';
  readonly count: number;
  /** Its first instant. */
  readonly at: Date;
}

type BurstReader = Pick<PortalRequest<MessagingPermission, MessagingKey>, 'db' | 'access' | 'clock' | 'user'>;

/** The bursts of the last week for heads, in numbers, the newest first. Nothing tells which people they are about. */
export async function burstsOfWeek(reader: BurstReader): Promise<Burst[]> {
  if (!(await reader.access.can('manage'))) return [];
  const { db, clock, user } = reader;
  const start = new Date(clock.now().getTime() - WEEK);
  const since = MoreThan(start);
  // A report that was made again counts when it was made again.
  const made = await db.repository(ReportRow).find({ where: [{ reportedAt: since }, { added: Not(IsNull()) }] });
  const reports = made.filter((report) => openSince(report) > start);
  const copies = await db
    .repository(CopyRow)
    .find({ select: ['messageId', 'ownerId', 'recalledAt'], where: { recalledAt: since } });
  const ids = [...reports, ...copies].map(({ messageId }) => messageId);
  const messages = await db.repository(MessageRow).find({ select: ['id', 'authorId'], where: { id: In(ids) } });
  const authors = new Map(messages.map(({ id, authorId }) => [id, authorId]));
  // As in the list of reports, messages that heads wrote themselves do not exist for them.
  const isOfOthers = ({ messageId }: { readonly messageId: string }): boolean => authors.get(messageId) !== user.id;
  const recalls = new Map(copies.filter(isOfOthers).map(({ messageId, recalledAt }) => [messageId, recalledAt]));
  const byAuthor = new Map<string | null, Date[]>();
  for (const [messageId, at] of recalls) {
    const author = authors.get(messageId) ?? null;
    if (at) byAuthor.set(author, [...(byAuthor.get(author) ?? []), at]);
  }
  const bursts = [
    ...largestBurst('reports', reports.filter(isOfOthers).map(openSince)),
    ...[...byAuthor.values()].flatMap((instants) => largestBurst('recalls', instants)),
  ];
  return bursts.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, SHOWN);
}

/** The period with the most of these instants; empty when they are no more than usual. */
export function largestBurst(kind: Burst['kind'], instants: readonly Date[]): Burst[] {
  const sorted = [...instants].sort((one, other) => one.getTime() - other.getTime());
  let largest: Burst | undefined;
  for (const [first, at] of sorted.entries()) {
    const end = at.getTime() + WITHIN[kind];
    const count = sorted.slice(first).filter((instant) => instant.getTime() <= end).length;
    if (count > MOST && count > (largest?.count ?? 0)) largest = { kind, count, at };
  }
  return largest ? [largest] : [];
}
