// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type Member, type PortalRequest } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingKey, MessagingPermission, MessagingRequest } from '../../brick-types.js';
import { waitingCounts } from '../box/waiting-counts.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { openSince } from './reasons.js';
import { asReported } from './report-word.js';

/** The maximum number of closed reports on the page; those closed last come first. */
const SHOWN_CLOSED = 30;
/** The maximum number of open reports that are read. */
const MOST = 200;

type ReportReader = Pick<PortalRequest<MessagingPermission, MessagingKey>, 'db' | 'clock' | 'access' | 'user'>;

export interface ReportLine {
  readonly report: ReportRow;
  readonly message: MessageRow;
}

export interface ReportList {
  readonly open: readonly ReportLine[];
  readonly closed: readonly ReportLine[];
  readonly persons: ReadonlyMap<string, Member>;
}

/** The open reports that the user decides about, those that are open the longest first. */
export const openReports = oncePerRequest(async (reader: ReportReader): Promise<readonly ReportLine[]> => {
  if ((await waitingCounts(reader)).reports === 0) return [];
  const rows = await reader.db
    .repository(ReportRow)
    .find({ where: { state: 'open' }, order: { reportedAt: 'ASC', id: 'ASC' }, take: MOST });
  const lines = await withMessages(rows, reader);
  return lines.sort((one, other) => openSince(one.report).getTime() - openSince(other.report).getTime());
});

export async function readReports(request: MessagingRequest): Promise<ReportList> {
  const { db, directory } = request;
  const rows = await db
    .repository(ReportRow)
    .find({ where: { state: 'closed' }, order: { closedAt: 'DESC', id: 'DESC' }, take: SHOWN_CLOSED });
  const [open, closed] = [await openReports(request), await withMessages(rows, request)];
  const ids = [...open, ...closed].flatMap(({ report, message }) =>
    [report.reportedBy, report.closedBy, message.authorId].filter((id) => id !== null),
  );
  return { open, closed, persons: await directory.persons([...new Set(ids)]) };
}

/** A head does not decide about a report of a message of their own: for them it does not exist. */
async function withMessages(rows: readonly ReportRow[], { db, user }: ReportReader): Promise<ReportLine[]> {
  if (rows.length === 0) return [];
  const messages = await db.repository(MessageRow).find({ where: { id: In(rows.map(({ messageId }) => messageId)) } });
  const byId = new Map(messages.map((message) => [message.id, message]));
  return rows.flatMap((report) => {
    const stored = byId.get(report.messageId);
    const message = stored && asReported(stored, report);
    return message && message.authorId !== user.id ? [{ report, message }] : [];
  });
}
