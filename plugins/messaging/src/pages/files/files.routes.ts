// SPDX-License-Identifier: EUPL-1.2
import { content, NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { copyParams } from '../shared/box.input.js';
import { showCopies } from '../../domain/box/show-copies.js';
import { attachedNotice } from '../shared/files/attached-notice.js';
import { draftPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';
import { attachFiles } from '../../domain/attachments/attach-files.js';
import { fileParams, fileQuery, findFile } from './find-file.js';
import { MOST_IN_FORM } from '../../domain/attachments/limits.js';
import { removeFile } from '../../domain/attachments/remove-file.js';

const draftFileParams = z.object({ id: z.uuid(), file: z.uuid() });

/** Files of messages: opened by the right to the message, attached to and taken out of a draft by its author. */
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
