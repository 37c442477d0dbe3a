// SPDX-License-Identifier: EUPL-1.2
import type { PageOptions, PageReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { Settings } from '../../settings.js';
import { giveBackPage } from './give-back-page.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { presentFamilyPart } from './family-part.presenter.js';
import { FamilyPartView } from './family-part.view.js';
import { readPartFiles, type FilesByFolder } from '../../domain/parts/part-files.js';
import { showPart } from '../../domain/parts/note-shown.js';
import { lookAsHead } from '../../domain/parts/read-as-head.js';
import { readRounds } from '../../domain/parts/read-rounds.js';
import { removedFiles } from '../../domain/parts/removed-files.js';
import { presentPupilPart, type RefusedForm } from './pupil-part.presenter.js';
import { PupilPartView } from './pupil-part.view.js';

/** The query of the page of a part: the file that a teacher looks at, and the copies that a pupil has ticked. */
interface Named {
  readonly file?: string | undefined;
  readonly sheet: readonly string[];
}

/** The page of a part, by the profile that relates the user to it. */
export async function partPage(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
  { file, sheet }: Named,
): Promise<PageReply> {
  const profiles = await request.access.heldAs('readPart', part);
  if (profiles.includes('pupil')) return pupilPartPage(part, request, { sheets: sheet });
  if (profiles.some((profile) => profile === 'teacher' || profile === 'head')) {
    await lookAsHead(part, file, request);
    return giveBackPage(part, request, settings, { file });
  }
  return familyPartPage(part, request);
}

async function familyPartPage(loaded: LoadedPart, request: FileShareRequest): Promise<PageReply> {
  const part = await showPart(loaded, request);
  const { page, t, asset, directory } = request;
  const child = (await directory.persons([part.pupilId])).get(part.pupilId);
  const rounds = await readRounds(part.row, request);
  const model = presentFamilyPart({ part, child, files: await filesOf(part, request), rounds }, request);
  return page(model.title, <FamilyPartView model={model} t={t} />, { styles: [asset('file-share-parts.css')] });
}

function filesOf({ work, row }: LoadedPart, request: FileShareRequest): Promise<FilesByFolder> {
  return readPartFiles(row ? [work.id, row.id] : [work.id], request);
}

/** The page for the pupil. @param form what a form sent that was refused, and the status of the answer */
export async function pupilPartPage(
  loaded: LoadedPart,
  request: FileShareRequest,
  { status, ...form }: RefusedForm & Pick<PageOptions, 'status'> = {},
): Promise<PageReply> {
  const { page, t, asset } = request;
  const part = await showPart(loaded, request);
  const files = await filesOf(part, request);
  const rounds = await readRounds(part.row, request);
  const removed = part.status.canChange ? await removedFiles(part, request) : [];
  const model = presentPupilPart({ part, files, removed, rounds, ...form }, request);
  return page(model.title, <PupilPartView model={model} t={t} />, {
    styles: [asset('file-share-parts.css')],
    scripts: [asset('part-files.js')],
    ...(status && { status }),
  });
}
