// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { PART } from '../quota/quota-error.js';
import { roomLeft } from '../quota/room-left.js';
import type { Settings } from '../../settings.js';
import { groupSpace } from '../../store/space-ref.js';
import { receiveFiles, type ReceiveLimits } from '../upload/receive-files.js';
import { findWorkFolder } from '../works/work-folders.js';
import type { PartTools } from './change-part.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';
import { addOwnFiles, type AddedFiles } from './own-files.js';

type ReceiveTools = Pick<FileShareRequest, 'files' | 'storage' | 'db' | 'clock' | 'schoolYear' | 'user' | 'log'> &
  Pick<PartTools, 'school'>;

/** The files that a request has put into a part. */
export interface ReceivedOwnFiles extends Pick<AddedFiles, 'replaced'> {
  readonly count: number;
}

/**
 * Stores the files of a request and puts them into a part: all of them or none.
 * @param typed the note that is kept with them
 * @returns the number of files and the names of the files that they replaced; `frozen` when the part was handed in or closed meanwhile
 * @throws as `receiveFiles` does
 */
export async function receiveOwnFiles(
  part: LoadedPart,
  typed: HandInForm | undefined,
  settings: Settings,
  tools: ReceiveTools,
): Promise<ReceivedOwnFiles | 'frozen'> {
  const charging = { ...tools, quotas: settings.quota };
  const limits = { maxFileSize: settings.maxFileSize, ...(await roomFor(part, charging)) };
  const written = await receiveFiles(limits, tools, async (received) => {
    const added = await addOwnFiles(part, received, typed, charging);
    if (added === 'frozen') return { keys: new Set<string>(), result: added };
    return { keys: added.keys, result: { count: received.length, replaced: added.replaced } };
  });
  return written ? written.result : { count: 0, replaced: [] };
}

/**
 * The room of the class or of the part. Uploads may exceed it by the size of the part's files: replaced files give their room back, and it
 * is known only at the end which ones are replaced.
 */
async function roomFor(
  { work, row }: LoadedPart,
  tools: Parameters<typeof roomLeft>[1],
): Promise<Pick<ReceiveLimits, 'room' | 'most'>> {
  const ofClass = await roomLeft(groupSpace(work.groupId), tools);
  const own = row && (await findWorkFolder(row.id, 'own', tools));
  const cost = own?.cost ?? 0;
  const { pupil } = tools.quotas;
  if (ofClass.left + cost < pupil) return { room: ofClass, most: ofClass.left + cost };
  return { room: { spaceId: ofClass.spaceId, of: PART, left: Math.max(0, pupil - cost) }, most: pupil };
}
