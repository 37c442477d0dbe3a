// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, RouteInput } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { scopeReviews } from '../../domain/moderation/review-scope.js';
import { isTextKept } from '../../domain/reports/text-kept.js';
import { scopeOfReport } from '../../domain/reports/report-scope.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

export const fileParams = z.object({ id: z.uuid() });
/** Where the reader has the message from. One of them is named. */
export const fileQuery = z.object({
  copy: z.uuid().optional(),
  review: z.uuid().optional(),
  report: z.uuid().optional(),
});

type FileInput = RouteInput<typeof fileParams, typeof fileQuery, undefined>;

/** A file, the copy by which its reader has the message, and people who do not decide about the message. */
export type FoundFile = ResourceScope & {
  readonly file: AttachmentRow;
  readonly copy?: CopyRow;
  readonly notFor?: ReadonlySet<string>;
};

/** The right to a message is the right to its files: the scope is that of the copy, review or report that the address names. */
export async function findFile(input: FileInput): Promise<FoundFile | undefined> {
  const { params, db } = input;
  const file = await db.repository(AttachmentRow).findOne({ where: { id: params.id } });
  const scope = file && (await scopeIn(file.messageId, input));
  return scope && { ...scope, file };
}

async function scopeIn(messageId: string, input: FileInput): Promise<Omit<FoundFile, 'file'> | undefined> {
  const { query, db, clock } = input;
  if (query.copy !== undefined) {
    const copy = await db.repository(CopyRow).findOne({ where: { id: query.copy, messageId, hiddenAt: IsNull() } });
    return copy && { ownerId: copy.ownerId, copy };
  }
  if (query.review !== undefined) {
    const review = await db.repository(ReviewRow).findOne({ where: { id: query.review, messageId, state: 'waiting' } });
    const [scoped] = review ? await scopeReviews([review], input) : [];
    return scoped && { groupId: scoped.groupId, visibleTo: scoped.visibleTo, notFor: scoped.notFor };
  }
  if (query.report !== undefined) {
    const report = await db.repository(ReportRow).findOne({ where: { id: query.report, messageId } });
    if (!report || report.word !== null || !isTextKept(report, clock.now())) return undefined;
    const { schoolWide, visibleTo } = scopeOfReport(report);
    return { schoolWide, visibleTo };
  }
  return undefined;
}
