// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { givenFilePath, partFilesPath, partPath } from '../../paths.js';
import { partFileParams, partParams } from '../../route-params.js';
import { changeFromForm, partForm } from './change-from-form.js';
import { loadPart, loadPartFile } from '../../domain/parts/load-part.js';
import { partPage } from './part-page.js';
import { addFromForm } from './add-from-form.js';
import { sendPartFile } from './send-part-file.js';

/** More than a pupil chooses at once. */
const upload = { maxFiles: 50 };

/** One pupil's part in a work: its page for everybody that may see it, the forms of the pupil, and the files. */
export function registerParts({ http, settings }: FileShareBrick): void {
  const path = partPath(':workId', ':pupilId');
  const ofPart = { params: partParams, load: loadPart } as const;
  http.get(path, { ...ofPart, access: 'readPart' }, (request) => partPage(request.resource, request, settings));
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
