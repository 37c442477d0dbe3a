// SPDX-License-Identifier: EUPL-1.2
import { content, NotFoundError, type SchoolDatabase, type ResourceScope, type RouteInput } from '@volee/core-adapter';
import { z } from 'zod';
import { IsNull } from 'typeorm';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { copyParams } from '../shared/box.input.js';
import { showCopies } from '../../domain/box/show-copies.js';
import { attachedNotice } from '../shared/files/attached-notice.js';
import { draftPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';
import { attachFiles } from '../../domain/attachments/attach-files.js';
import { MOST_IN_FORM } from '../../domain/attachments/limits.js';
import { removeFile } from '../../domain/attachments/remove-file.js';
import { scopeReviews } from '../../domain/moderation/review-scope.js';
import { isShown, shownOf } from '../../domain/reports/shown-text.js';
import { isTextKept } from '../../domain/reports/text-kept.js';
import { scopeOfReport } from '../../domain/reports/report-scope.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

const fileParams = z.object({ id: z.uuid() });

/** The copy, review or report by which the reader has the message. One of them is named. */
const fileQuery = z.object({
  copy: z.uuid().optional(),
  review: z.uuid().optional(),
  report: z.uuid().optional(),
});

const draftFileParams = z.object({ id: z.uuid(), file: z.uuid() });

/** Registers the files of messages: opened by the right to the message, attached to and taken out of a draft by its author. */
export function registerFiles({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get('/files/:id', { access: 'read', params: fileParams, query: fileQuery, load: findFile }, async (request) => {
    const { resource, storage, user } = request;
    if (resource.notFor?.has(user.id)) throw new NotFoundError('The message is of a child of the user.');
    const { id, name, bytes, storageKey, addedAt } = resource.file;
    if (resource.copy && !(await hasFile(resource.copy, id, request)))
      throw new NotFoundError('The message was taken back before it was shown.');
    return content({ name, bytes, etag: id, modifiedAt: addedAt, open: (range) => storage.open(storageKey, range) });
  });

  http.post(
    '/drafts/:id/files',
    { access: 'write', params: copyParams, load: findDraftCopy, upload: { maxFiles: MOST_IN_FORM } },
    async (request) => {
      const { resource: copy, redirect } = request;
      const attached = await attachFiles(copy, request);
      return redirect(draftPath(copy.id), attachedNotice(attached, request));
    },
  );

  http.post(
    '/drafts/:id/files/:file/remove',
    { access: 'write', params: draftFileParams, load: findDraftCopy },
    async (request) => {
      const { resource: copy, params, redirect, t } = request;
      const name = await removeFile(copy, params.file, request);
      return redirect(draftPath(copy.id), t('files.removed', { name }));
    },
  );
}

/** Opening a file shows the message. */
async function hasFile(copy: CopyRow, fileId: string, request: MessagingRequest): Promise<boolean> {
  const [letter] = await showCopies([copy], request);
  return letter?.files.some(({ id }) => id === fileId) === true;
}

/** The draft of the address; undefined once it was sent or thrown away, so that files have no form any more. */
function findDraftCopy({ params, db }: { params: { id: string }; db: SchoolDatabase }): Promise<CopyRow | undefined> {
  return db.repository(CopyRow).findOne({ where: { id: params.id, box: 'drafts' } });
}

type FileInput = RouteInput<typeof fileParams, typeof fileQuery, undefined>;

/** A file, the copy by which its reader has the message, and people who do not decide about the message. */
type FoundFile = ResourceScope & {
  readonly file: AttachmentRow;
  readonly copy?: CopyRow;
  readonly notFor?: ReadonlySet<string>;
};

/** The right to a message is the right to its files: the scope is that of the copy, review or report that the address names. */
async function findFile(input: FileInput): Promise<FoundFile | undefined> {
  const { params, db } = input;
  const file = await db.repository(AttachmentRow).findOne({ where: { id: params.id } });
  const scope = file && (await scopeIn(file, input));
  return scope && { ...scope, file };
}

async function scopeIn(
  { id: fileId, messageId }: AttachmentRow,
  input: FileInput,
): Promise<Omit<FoundFile, 'file'> | undefined> {
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
    if (isShown(report) && shownOf(report)?.files.includes(fileId) !== true) return undefined;
    const { schoolWide, visibleTo } = scopeOfReport(report);
    return { schoolWide, visibleTo };
  }
  return undefined;
}
