// SPDX-License-Identifier: EUPL-1.2
import {
  InputError,
  json,
  NotFoundError,
  type JsonReply,
  type PageReply,
  type RedirectReply,
} from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { findByKey, findGroup, toAdd, type FolderPlace } from '../../domain/space/folder-place.js';
import { ownPlace } from './folder.routes.js';
import { folderPath, PICK_PATH } from '../../paths.js';
import { folderKeyParams, groupParams, uploadParams } from '../../route-params.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import { noRoomSentence } from '../../domain/quota/no-room-sentence.js';
import { QuotaError } from '../../domain/quota/quota-error.js';
import type { Settings } from '../../settings.js';
import { NodeRow } from '../../store/node.entity.js';
import { depositFiles } from '../../domain/upload/deposit-files.js';
import { depositNotice } from './deposit-notice.js';
import { seenByWords } from './seen-at-once.js';
import { targetOf } from '../../domain/upload/target-of.js';
import { openSpace } from '../../domain/space/open-space.js';
import { uploadMark } from '../../domain/upload/upload-mark.js';

/** More at once than anybody chooses by hand. */
const upload = { maxFiles: 100 };

/** Putting files into a folder by a plain form. */
export function registerDeposits({ http, settings }: FileShareBrick): void {
  const add = { access: 'change', upload } as const;
  http.post('/own/files', { access: 'own', upload }, async (request) =>
    deposit(await ownPlace(request), request, settings),
  );
  http.post('/groups/:groupId/files', { ...add, params: groupParams, load: toAdd(findGroup) }, (request) =>
    deposit(request.resource, request, settings),
  );
  http.post('/folders/:id/files', { ...add, params: folderKeyParams, load: toAdd(findByKey) }, (request) =>
    deposit(request.resource, request, settings),
  );
}

/** One file under a key that the page chose: it may be sent again after a broken connection, and is stored once (ADR 34). */
export function registerUploads({ http, settings }: FileShareBrick): void {
  const ofFolder = { access: 'change', params: uploadParams, load: toAdd(findByKey) } as const;
  http.get('/folders/:id/uploads/:key', ofFolder, (request) => uploadStatus(request.resource, request));
  http.post('/folders/:id/uploads/:key', { ...ofFolder, upload: { maxFiles: 1 } }, (request) =>
    takeUpload(request.resource, request, settings),
  );
}

type UploadRequest = FileShareRequest & { readonly params: { readonly key: string } };

function deposit(
  place: FolderPlace,
  request: FileShareRequest,
  settings: Settings,
): Promise<RedirectReply | PageReply> {
  const back = folderPath(place);
  return answerNoRoom(back, request, async () => {
    const files = await depositFiles(targetOf(place, request), settings, request);
    const seenBy = files.length === 0 ? undefined : await seenByWords(place, request);
    const ids = files.map(({ id }) => id);
    const undo = { path: PICK_PATH, fields: { action: 'trash', ids } };
    return request.redirect(back, depositNotice(files, request, seenBy), ids.length === 0 ? undefined : undo);
  });
}

/** The name the file was stored under. @throws NotFoundError while it was not: the page then sends it */
async function uploadStatus(place: FolderPlace, request: UploadRequest): Promise<JsonReply> {
  const { db, user, params } = request;
  const { key } = params;
  const mark = uploadMark(user.id, place.folder, key);
  const file = await db.repository(NodeRow).findOne({ where: { uploadMark: mark } });
  if (!file) throw new NotFoundError('No file has arrived under this key.', { details: { key } });
  return stored(file, place, request);
}

/** The script adds up the files of several uploads in one line, with the people who see them. */
async function stored(
  { id, name }: Pick<NodeRow, 'id' | 'name'>,
  place: FolderPlace,
  request: FileShareRequest,
): Promise<JsonReply> {
  return json({ id, name, seenBy: await seenByWords(place, request) });
}

async function takeUpload(place: FolderPlace, request: UploadRequest, settings: Settings): Promise<JsonReply> {
  // Sent again, the file is looked for in the folder, which is there by then.
  const folder = place.folder ?? (await openSpace(place.space, request));
  const mark = uploadMark(request.user.id, folder, request.params.key);
  try {
    const [file] = await depositFiles(targetOf({ ...place, folder }, request), settings, request, mark);
    if (!file) throw new InputError('The form holds no file.', { remedy: 'Send one as multipart/form-data.' });
    return await stored(file, place, request);
  } catch (error) {
    if (error instanceof QuotaError) return json({ noRoom: noRoomSentence(error, request) }, 413);
    throw error;
  }
}
