// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareRequest } from '../../brick-types.js';
import { tickedPartPath } from '../../paths.js';
import { QuotaError } from '../../domain/quota/quota-error.js';
import type { Settings } from '../../settings.js';
import { openSpace } from '../../domain/space/open-space.js';
import { ownSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { TRASH_DAYS } from '../../domain/trash/trash-days.js';
import { trashOf } from '../../domain/trash/trashed-nodes.js';
import type { HandInForm } from '../../domain/parts/hand-in.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { filesRefusal } from '../shared/files-refusal.js';
import { refuse, refuseFrozen } from './refuse.js';
import { deleteOwnFile, removeOwnFile, restoreOwnFile } from '../../domain/parts/removed-files.js';

const KIND = z.enum(['remove', 'restore', 'delete']);

const CHANGES = {
  remove: { change: removeOwnFile, done: 'part.removed', gone: 'part.goneFromWork' },
  restore: { change: restoreOwnFile, done: 'part.restored', gone: 'part.goneFromTrash' },
  delete: { change: deleteOwnFile, done: 'part.deleted', gone: 'part.goneFromWork' },
} as const satisfies Record<z.output<typeof KIND>, unknown>;

/** The button beside a file of a part: `remove:` and its id. */
export const FILE_ACTION = z.templateLiteral([KIND, ':', z.uuid()]);

/** Removes a file of a part, puts it back, or deletes it for good: the page asks before that where the trash has no room. */
export async function changeFile(
  action: z.output<typeof FILE_ACTION>,
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
  typed: HandInForm | undefined,
): Promise<PageReply | RedirectReply> {
  const { t, redirect } = request;
  const kind = KIND.parse(action.split(':')[0]);
  const nodeId = action.slice(kind.length + 1);
  const { change, done, gone } = CHANGES[kind];
  try {
    const end = await change(part, nodeId, typed, { ...request, quotas: settings.quota });
    if (end === 'done') {
      const path = tickedPartPath(part.work.id, part.pupilId, typed?.sheets ?? []);
      return redirect(path, t(done, { count: TRASH_DAYS }));
    }
    if (end === 'frozen') return await refuseFrozen(part, request, typed);
    return await refuse(t(gone), part, request, typed);
  } catch (error) {
    if (kind === 'remove' && error instanceof QuotaError) {
      const full = t((await hasTrash(part, request)) ? 'part.trashFull' : 'part.ownFull');
      return refuse(full, part, request, { ...typed, status: 413, deletes: nodeId });
    }
    const refusal = filesRefusal(error, 'part.tooMany', request, settings);
    if (!refusal) throw error;
    return refuse(refusal.words, part, request, { ...typed, status: refusal.status });
  }
}

/** Whether emptying the trash of the pupil would give room back. */
async function hasTrash({ pupilId }: LoadedPart, tools: Pick<FileShareRequest, 'db' | 'clock'>): Promise<boolean> {
  const { spaceId } = await openSpace(ownSpace(pupilId), tools);
  return (await tools.db.repository(NodeRow).count({ where: trashOf(spaceId) })) > 0;
}
