// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '@volee/core-adapter/testing';
import type { Asking } from './ask-all-for-tests.js';
import type { PartAt, State } from './part-states-for-tests.js';
import { PART_TABLE, statusIn } from './part-table-for-tests.js';
import { WORK_TABLE } from './work-table-for-tests.js';

/** The states in which people are asked, too, if the answers to them are the same in all states. */
const WITH_ALL: readonly State[] = ['handedIn', 'lastYear', ...(isQuickRun() ? [] : (['draft'] as const))];

/** The requests about a work and a pupil's part in a state. */
export function partAskings(state: State): readonly Asking<PartAt>[] {
  const rows = [...PART_TABLE, ...WORK_TABLE].filter(({ states }) => states === undefined || states.includes(state));
  return rows.map(({ answers, isIdle, ...row }) => ({
    ...row,
    isOnce: true,
    answer(who) {
      if (typeof answers[who] === 'number' && !WITH_ALL.includes(state)) return undefined;
      const status = statusIn(state, answers[who]);
      return { status, ...(isTold(status) ? {} : { tells: false }), changes: isIdle ? undefined : true };
    },
  }));
}

/** A conflict is answered with the page of the work as it is by now. */
function isTold(status: number): boolean {
  return status < 400 || status === 409;
}
