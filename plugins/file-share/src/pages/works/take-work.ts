// SPDX-License-Identifier: EUPL-1.2
import type { StreamReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import type { WorkRow } from '../../store/work.entity.js';
import { sendZip } from '../../domain/take/send-zip.js';
import { treeEntries } from '../../domain/take/tree-entries.js';
import type { ZipEntry } from '../../domain/take/zip-files.js';
import { zipName } from '../../domain/take/zip-name.js';
import { ownFiles } from '../shared/works/present-parts.js';
import { readWork } from '../../domain/works/read-works.js';
import type { WorkPlace } from '../../domain/works/work-scope.js';
import { wasHandedIn } from '../../domain/works/work-progress.js';

/** All that was handed in for a work, as a zip with a folder for each pupil. A head that takes it leaves a line in the journal. */
export async function takeWork({ work, ...scope }: WorkPlace, request: FileShareRequest): Promise<StreamReply> {
  const { access, audit } = request;
  if ((await access.heldAs('follow', scope)).join() === 'head') {
    await audit('work.take', { work: work.id });
  }
  const entries = await workEntries(work, request);
  const name = zipName(work.title) || request.t('works.untitled');
  return sendZip(name, entries, request);
}

/** The folders are named after the pupils: two that are called alike have two folders, in the order of their ids. */
async function workEntries(work: WorkRow, request: FileShareRequest): Promise<ZipEntry[]> {
  const { progress } = await readWork(work, request);
  const all = [...progress.asked, ...progress.left];
  const rows = all.flatMap(({ row }) => (row && wasHandedIn(row) ? [row] : []));
  const persons = await request.directory.persons(rows.map(({ pupilId }) => pupilId));
  const files = await ownFiles(rows, request);
  const used = new Set<string>();
  const entries: ZipEntry[] = [];
  for (const { id, pupilId } of [...rows].sort((one, other) => (one.pupilId < other.pupilId ? -1 : 1))) {
    const pupil = persons.get(pupilId);
    const wanted = pupil ? zipName(`${pupil.familyName} ${pupil.givenName}`) : '';
    const folder = firstFreeName(wanted || pupilId, (folded) => used.has(folded));
    used.add(foldName(folder));
    entries.push(...(await treeEntries(files.get(id) ?? [], `${folder}/`, request)));
  }
  return entries;
}
