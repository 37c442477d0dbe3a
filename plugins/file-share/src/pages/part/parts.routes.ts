// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type ContentReply, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { givenFilePath, partFilesPath, partPath } from '../../paths.js';
import { partFileParams, partParams } from '../../route-params.js';
import { changeFromForm, partForm } from './change-from-form.js';
import { loadPart, loadPartFile, type LoadedPartFile, type LoadedPart } from '../../domain/parts/load-part.js';
import { partPage } from './part-page.js';
import { fileContent } from '../../domain/content/file-content.js';
import { noteCorrections } from '../../domain/parts/note-shown.js';
import { readAsHead } from '../../domain/parts/read-as-head.js';
import type { Settings } from '../../settings.js';
import { receiveOwnFiles, type ReceivedOwnFiles } from '../../domain/parts/receive-own-files.js';
import { filesRefusal } from '../shared/files-refusal.js';
import { refuse, refuseFrozen } from './refuse.js';

/** The maximum number of names that a notice tells. */
const MOST_NAMES = 3;

/** The limit of one upload: more files than a pupil chooses at once. */
const upload = { maxFiles: 50 };

/** Registers one pupil's part in a work: its page for everybody who may see it, the forms of the pupil, and the files. */
export function registerParts({ http, settings }: FileShareBrick): void {
  const path = partPath(':workId', ':pupilId');
  const ofPart = { params: partParams, load: loadPart } as const;
  http.get(path, { ...ofPart, access: 'readPart' }, (request) => {
    const { resource, params, redirect } = request;
    if (resource.pupilId !== params.pupilId) return redirect(partPath(params.workId, resource.pupilId));
    return partPage(resource, request, settings);
  });
  http.post(path, { ...ofPart, access: 'doWork', body: partForm }, (request) =>
    changeFromForm(request.resource, request.body, request, settings),
  );
  http.post(partFilesPath(':workId', ':pupilId'), { ...ofPart, access: 'doWork', upload }, (request) =>
    addFromForm(request.resource, request, settings),
  );
  http.get(
    givenFilePath(':workId', ':pupilId', ':nodeId'),
    { access: 'readPart', params: partFileParams, load: loadPartFile },
    sendPartFile,
  );
}

async function sendPartFile(request: FileShareRequest & { readonly resource: LoadedPartFile }): Promise<ContentReply> {
  const { resource, access } = request;
  const { row } = resource;
  const profiles = row?.undo == null ? [] : await access.heldAs('readPart', resource);
  if (row && profiles.some((profile) => profile === 'pupil' || profile === 'guardian')) {
    const isStill = await noteCorrections([row], request);
    if (!isStill) throw new NotFoundError('The correction was taken back meanwhile.', { details: { part: row.id } });
  }
  return fileContent(resource.file, request, () => readAsHead(resource, { file: resource.id }, request));
}

/** Adds the files of a form to a part. A part that was handed in while they arrived takes none of them. */
async function addFromForm(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  try {
    return await add(part, request, settings);
  } catch (error) {
    const refusal = filesRefusal(error, 'part.tooMany', request, settings);
    if (!refusal) throw error;
    return refuse(refusal.words, part, request, { status: refusal.status });
  }
}

async function add(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { redirect } = request;
  const received = await receiveOwnFiles(part, settings, request);
  if (received === undefined) return refuseFrozen(part, request);
  return redirect(partPath(part.work.id, part.pupilId), noticeOf(received, request));
}

/** « 2 fichiers bien arrivés. « Exposé.odp » a pris la place de celui d’avant. » */
function noticeOf({ count, replaced }: ReceivedOwnFiles, { t, format }: FileShareRequest): string {
  if (count === 0) return t('part.addedNone');
  const added = t('part.added', { count });
  if (replaced.length === 0) return added;
  const names = replaced.slice(0, MOST_NAMES).map((name) => t('part.replacedName', { name }));
  const others = replaced.length - names.length;
  const all = others === 0 ? names : [...names, t('part.replacedOthers', { count: others })];
  return `${added} ${t('part.replaced', { count: replaced.length, names: format.list(all) })}`;
}
