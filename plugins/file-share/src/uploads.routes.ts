// SPDX-License-Identifier: EUPL-1.2
import { InputError, json, NotFoundError, type JsonReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from './brick-types.js';
import { readableClass } from './classes.js';
import { FileRow } from './file.entity.js';
import { depositFiles } from './file.service.js';
import { classUploadParams, ownUploadParams } from './route-params.js';
import { classSpace, ownSpace, type Space } from './space.js';
import { uploadMark } from './upload-mark.js';

/** One file under a key that the page chose: it may be sent again after a broken connection, and is stored once (ADR 34). */
export function registerUploads({ http, settings }: FileShareBrick): void {
  const maxBytes = settings.maxFileSize;
  const own = { access: 'own', params: ownUploadParams } as const;
  const upload = { maxFiles: 1 };

  http.get('/own/uploads/:key', own, (request) => uploadStatus(request, ownSpace(request.user.id), request.params.key));
  http.post('/own/uploads/:key', { ...own, upload }, (request) =>
    takeUpload(request, ownSpace(request.user.id), request.params.key, maxBytes),
  );

  http.get(
    '/groups/:groupId/uploads/:key',
    { access: 'write', params: classUploadParams, group: ({ params }) => params.groupId },
    async (request) => uploadStatus(request, await spaceOf(request), request.params.key),
  );
  http.post(
    '/groups/:groupId/uploads/:key',
    { access: 'write', params: classUploadParams, group: ({ params }) => params.groupId, upload },
    async (request) => takeUpload(request, await spaceOf(request), request.params.key, maxBytes),
  );
}

async function spaceOf({ access, params }: FileShareRequest & { params: { groupId: string } }): Promise<Space> {
  return classSpace(await readableClass(access, params.groupId));
}

/** The name the file was stored under. @throws NotFoundError while it was not: the page then sends it */
async function uploadStatus({ db, user }: FileShareRequest, space: Space, key: string): Promise<JsonReply> {
  const file = await db.repository(FileRow).findOne({ where: { uploadMark: uploadMark(user.id, space, key) } });
  if (!file) throw new NotFoundError('No file has arrived under this key.', { details: { key } });
  return json({ name: file.name });
}

async function takeUpload(request: FileShareRequest, space: Space, key: string, maxBytes: number): Promise<JsonReply> {
  const mark = uploadMark(request.user.id, space, key);
  const [file] = await depositFiles(space, maxBytes, request, mark);
  if (!file) throw new InputError('The form holds no file.', { remedy: 'Send one as multipart/form-data.' });
  return json({ name: file.name });
}
