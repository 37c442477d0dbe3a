// SPDX-License-Identifier: EUPL-1.2
import {
  download,
  type PageReply,
  type RedirectReply,
  type DownloadReply,
  type SchoolDatabase,
} from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { FileShareBrick, FileShareRequest } from './brick-types.js';
import { readableClass } from './classes.js';
import { DeleteView } from './delete.view.js';
import { depositNotice } from './deposit-notice.js';
import { FileRow } from './file.entity.js';
import { deleteFile, depositFiles } from './file.service.js';
import { deletePath, spacePath } from './paths.js';
import { classFileParams, classParams, ownFileParams } from './route-params.js';
import { classSpace, ownSpace, type Space } from './space.js';

type FileRequest = FileShareRequest & { readonly resource: FileRow };

/** Each file has the address of its space: a file asked for in another space than its own is not there. */
const ownFile = { params: ownFileParams, load: findOwnFile };
const classFile = { params: classFileParams, load: findClassFile };

/** More at once than anybody chooses by hand. */
const upload = { maxFiles: 100 };

/** Putting files into a space, taking them out, deleting them. */
export function registerFiles({ http, settings }: FileShareBrick): void {
  const maxBytes = settings.maxFileSize;

  http.post('/own/files', { access: 'own', upload }, (request) =>
    deposit(request, ownSpace(request.user.id), maxBytes),
  );
  http.get('/own/files/:id', { access: 'own', ...ownFile }, sendFile);
  http.get('/own/files/:id/delete', { access: 'own', ...ownFile }, askToDelete);
  http.post('/own/files/:id/delete', { access: 'own', ...ownFile }, deleteForGood);

  http.post(
    '/groups/:groupId/files',
    { access: 'write', params: classParams, group: ({ params }) => params.groupId, upload },
    async (request) => {
      const group = await readableClass(request.access, request.params.groupId);
      return deposit(request, classSpace(group), maxBytes);
    },
  );
  http.get('/groups/:groupId/files/:id', { access: 'read', ...classFile }, sendFile);
  http.get('/groups/:groupId/files/:id/delete', { access: 'write', ...classFile }, askToDelete);
  http.post('/groups/:groupId/files/:id/delete', { access: 'write', ...classFile }, deleteForGood);
}

async function findOwnFile({
  params,
  db,
}: {
  params: { id: string };
  db: SchoolDatabase;
}): Promise<FileRow | undefined> {
  return db.repository(FileRow).findOne({ where: { id: params.id, groupId: IsNull() } });
}

async function findClassFile({
  params: { groupId, id },
  db,
}: {
  params: { groupId: string; id: string };
  db: SchoolDatabase;
}): Promise<FileRow | undefined> {
  return db.repository(FileRow).findOne({ where: { id, groupId } });
}

async function deposit(request: FileShareRequest, space: Space, maxBytes: number): Promise<RedirectReply> {
  const files = await depositFiles(space, maxBytes, request);
  return request.redirect(spacePath(space), depositNotice(files, request));
}

async function sendFile({ resource: { name, bytes, storageKey }, storage }: FileRequest): Promise<DownloadReply> {
  return download({ name, bytes, content: await storage.open(storageKey) });
}

function askToDelete({ resource: file, t, url, page }: FileRequest): PageReply {
  const title = t('delete.title', { name: file.name });
  const model = {
    title,
    shared: file.groupId !== null,
    actionUrl: url(deletePath(file)),
    backUrl: url(spacePath(file)),
  };
  return page(title, <DeleteView model={model} t={t} />);
}

async function deleteForGood(request: FileRequest): Promise<RedirectReply> {
  const { resource: file, t, redirect } = request;
  await deleteFile(file, request);
  return redirect(spacePath(file), t('delete.done', { name: file.name }));
}
