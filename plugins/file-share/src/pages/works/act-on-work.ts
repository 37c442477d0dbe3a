// SPDX-License-Identifier: EUPL-1.2
import type { RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { classWorksPath, workPath } from '../../paths.js';
import type { WorkRow } from '../../store/work.entity.js';
import { deleteDraft } from '../../domain/works/delete-draft.js';
import { endWork, withdrawWork } from '../../domain/works/end-work.js';
import { giveBackReady } from '../../domain/parts/give-back.js';
import { remindPupils } from '../../domain/works/remind-pupils.js';

/** The actions of a teacher on a work as a whole. */
export const WORK_ACTIONS = ['remind', 'giveBack', 'close', 'reopen', 'withdraw', 'delete'] as const;
type WorkAction = (typeof WORK_ACTIONS)[number];

export async function actOnWork(work: WorkRow, action: WorkAction, request: FileShareRequest): Promise<RedirectReply> {
  const { redirect, t } = request;
  if (action === 'delete') {
    const isGone = await deleteDraft(work, request);
    if (isGone) return redirect(classWorksPath(work.groupId), t('works.did.delete'));
    return redirect(workPath(work.id), t('works.did.notDelete'));
  }
  return redirect(workPath(work.id), await act(work, action, request));
}

/** Does it, and gives the sentence that tells so. */
async function act(work: WorkRow, action: Exclude<WorkAction, 'delete'>, request: FileShareRequest): Promise<string> {
  const { t } = request;
  switch (action) {
    case 'remind': {
      const count = await remindPupils(work, request);
      return count === 0 ? t('works.did.remindNobody') : t('works.did.remind', { count });
    }
    case 'giveBack': {
      const count = await giveBackReady(work, request);
      return count === 0 ? t('works.did.giveBackNone') : t('works.did.giveBack', { count });
    }
    case 'withdraw':
      return t((await withdrawWork(work, request)) ? 'works.did.withdraw' : 'works.did.notWithdraw');
    case 'close':
    case 'reopen':
      await endWork(work, action === 'close', request);
      return t(`works.did.${action}`);
  }
}
