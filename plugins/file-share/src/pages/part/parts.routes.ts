// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type ContentReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { givenFilePath, partFilesPath, partPath } from '../../paths.js';
import { partFileParams, partParams, shownQuery, type ShownQuery } from '../../route-params.js';
import { changeFromForm, partButton, partForm } from './change-from-form.js';
import { loadPart, loadPartFile, type LoadedPartFile } from '../../domain/parts/load-part.js';
import { partPage } from './part-page.js';
import { fileContent } from '../../domain/content/file-content.js';
import { noteCorrections } from '../../domain/parts/note-shown.js';
import { readAsHead } from '../../domain/parts/read-as-head.js';
import { repeated } from '../../domain/works/work.input.js';

/** The limit of one upload: more files than a pupil chooses at once. */
const upload = { maxFiles: 50 };

/** The file that a teacher looks at, and the copies that a pupil has ticked. */
const lookQuery = z.object({ file: z.uuid().optional(), sheet: repeated(z.uuid()) });

/** Registers one pupil's part in a work: its page for everybody who may see it, the forms of the pupil, and the files. */
export function registerParts({ http, settings }: FileShareBrick): void {
  const path = partPath(':workId', ':pupilId');
  const ofPart = { params: partParams, load: loadPart } as const;
  http.get(path, { ...ofPart, access: 'readPart', query: lookQuery }, (request) => {
    const { resource, params, query, redirect } = request;
    if (resource.pupilId !== params.pupilId) return redirect(partPath(params.workId, resource.pupilId));
    return partPage(resource, request, settings, query);
  });
  // Programs, and pages of an earlier release, send files to an address of their own.
  for (const address of [path, partFilesPath(':workId', ':pupilId')]) {
    http.post(address, { ...ofPart, access: 'doWork', query: partButton, body: partForm, upload }, (request) => {
      const { resource, query, body } = request;
      return changeFromForm(resource, { ...body, action: query.do ?? body.action }, request, settings);
    });
  }
  http.get(
    givenFilePath(':workId', ':pupilId', ':nodeId'),
    { access: 'readPart', params: partFileParams, query: shownQuery, load: loadPartFile },
    (request) => sendPartFile(request, request.query),
  );
}

async function sendPartFile(
  request: FileShareRequest & { readonly resource: LoadedPartFile },
  { shown }: ShownQuery,
): Promise<ContentReply> {
  const { resource, access } = request;
  const { row } = resource;
  const profiles = row?.undo == null ? [] : await access.heldAs('readPart', resource);
  if (row && profiles.some((profile) => profile === 'pupil' || profile === 'guardian')) {
    const isStill = await noteCorrections([row], request);
    if (!isStill) throw new NotFoundError('The correction was taken back meanwhile.', { details: { part: row.id } });
  }
  const opened = (): Promise<void> => readAsHead(resource, { file: resource.id }, request);
  return fileContent(resource.file, request, { opened, isShown: shown !== undefined });
}
