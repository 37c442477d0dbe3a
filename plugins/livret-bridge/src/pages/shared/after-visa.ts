// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import { leavesAfterVisa } from '../../domain/life/leaves-at.js';

/** The sentences about teachers and families after a visa: once its period is out, families read ten minutes later. */
export function afterVisa(publishAt: Date | null, { t, clock }: Pick<LivretRequest, 't' | 'clock'>): string {
  const isOut = leavesAfterVisa(publishAt, clock.now());
  return `${t('board.after')} ${t(isOut ? 'board.afterOut' : 'board.afterUnseen')}`;
}
