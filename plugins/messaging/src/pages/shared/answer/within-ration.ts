// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type Reply } from '@volee/core-adapter';
import { keepTyped, type BesideReplyRequest } from './keep-typed.js';
import { beginTurns, waitsUntil } from '../../../domain/ration/take-turn.js';
import type { CopyRow } from '../../../store/copy.entity.js';
import type { RationedAct } from '../../../store/ration.entity.js';
import { threadPage } from '../thread/thread-page.js';

/**
 * Does an act with a limit about a message. Beyond the limit, the thread is shown again with the instant from which it is possible.
 * @param work takes its turn in its transaction
 */
export async function withinRation(
  act: Exclude<RationedAct, 'send' | 'draft'>,
  copy: CopyRow,
  request: BesideReplyRequest,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const { user, t } = request;
  await beginTurns(act, user, request);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    const until = await waitsUntil(act, user, request);
    if (!until) throw error;
    const problem = t(act === 'report' ? 'ration.report' : 'ration.waits', { when: request.format.when(until) });
    return keepTyped(
      [problem],
      request,
      (told = problem) => threadPage(copy, request, { again: { status: 503, problem: told } }),
      503,
    );
  }
}
