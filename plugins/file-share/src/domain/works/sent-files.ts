// SPDX-License-Identifier: EUPL-1.2
import type { IncomingFile } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { Settings } from '../../settings.js';
import type { NodeRow } from '../../store/node.entity.js';
import { groupSpace } from '../../store/space-ref.js';
import type { WorkRow } from '../../store/work.entity.js';
import { depositFiles } from '../upload/deposit-files.js';
import { refuseMoreThan } from '../upload/too-many-files-error.js';
import { uploadMark } from '../upload/upload-mark.js';
import { MOST_GIVEN_FILES } from './given-files.js';
import { openWorkFolder, type WorkFolder } from './work-folders.js';

/** The files that come with the form of a work, each in the field of its use. */
export interface SentFiles {
  readonly isEmpty: boolean;
  /** Neighbours of one use together, as they arrive: each group is read to its end before the next one. */
  byUse(): Iterable<{ readonly use: WorkFolder; readonly files: AsyncIterable<IncomingFile> }>;
}

/** Waits for the first file: a form without files is known by it. */
export async function readSent(files: AsyncIterable<IncomingFile>): Promise<SentFiles> {
  const reader = files[Symbol.asyncIterator]();
  let next = await reader.next();
  async function* ofUse(use: WorkFolder): AsyncGenerator<IncomingFile> {
    while (!next.done && useOf(next.value) === use) {
      yield next.value;
      next = await reader.next();
    }
  }
  function* byUse(): Generator<{ use: WorkFolder; files: AsyncIterable<IncomingFile> }> {
    while (!next.done) {
      const use = useOf(next.value);
      yield { use, files: ofUse(use) };
    }
  }
  return { isEmpty: next.done === true, byUse };
}

const useOf = ({ field }: IncomingFile): WorkFolder => (field === 'fill' ? 'fill' : 'read');

/**
 * Adds the files of a form to a work, those of each use all or none.
 * @param formKey the key of the form of a new work: sent twice, it adds its files once
 * @returns how many were added
 * @throws TooManyFilesError, and what `depositFiles` throws
 */
export async function addSentFiles(
  work: Pick<WorkRow, 'id' | 'groupId'>,
  sent: SentFiles,
  formKey: string | undefined,
  settings: Settings,
  request: FileShareRequest,
): Promise<number> {
  const space = groupSpace(work.groupId);
  const refuse = ({ files }: NodeRow, added: number): void => refuseMoreThan(MOST_GIVEN_FILES, files, added);
  let count = 0;
  for (const { use, files } of sent.byUse()) {
    const folder = await openWorkFolder(work, use, request);
    // A work that is full takes nothing from the network.
    refuse(folder, 1);
    const mark = formKey === undefined ? null : uploadMark(request.user.id, folder, formKey);
    const added = await depositFiles({ space, folder, refuse }, settings, { ...request, files }, mark);
    count += added.length;
  }
  return count;
}
