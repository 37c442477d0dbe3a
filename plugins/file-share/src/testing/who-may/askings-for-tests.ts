// SPDX-License-Identifier: EUPL-1.2
import type { ExpectedAnswer } from '@volee/core-adapter/testing';
import type { Asking } from './ask-all-for-tests.js';
import { NODE_ACTIONS, SEARCH, type NodeAction, type NodeAt, type Right } from './node-actions-for-tests.js';
import type { NodePlaceRow } from './node-table-for-tests.js';
import type { Who } from './people-for-tests.js';

/** The requests that people without any right in a place send, in place of all others. */
const OF_STRANGERS: readonly string[] = [
  ...['reads it', 'copies it', 'adds a file', 'renames it', 'puts it into the trash', 'searches it'],
];

/**
 * The requests about a place, with the answers that follow from what each person may do there.
 * @param isWhole whether people without any right send all of them
 */
export function askingsOf(may: NodePlaceRow['may'], isWhole: boolean): readonly Asking<NodeAt>[] {
  const isAsked = (who: Who, name: string): boolean => isWhole || may[who] !== undefined || OF_STRANGERS.includes(name);
  const askings = NODE_ACTIONS.map((action) => ({
    ...action,
    answer: (who: Who) => (isAsked(who, action.name) ? answerOf(action, who, may[who] ?? []) : undefined),
  }));
  const found = (who: Who): ExpectedAnswer =>
    who === 'otherSchool' ? NOTHING : { status: SEARCH.done, tells: may[who]?.includes('read') ?? false };
  return [...askings, { ...SEARCH, answer: found }];
}

const NOTHING: ExpectedAnswer = { status: 404, tells: false };

function answerOf(
  { needs, done, ifSeen, guardians, tells, isIdle }: NodeAction,
  who: Who,
  rights: readonly Right[],
): ExpectedAnswer {
  if (who === 'otherSchool') return NOTHING;
  if (guardians !== undefined && /guardian/i.test(who)) return { status: guardians, tells: false };
  const reads = rights.includes('read');
  if (rights.includes(needs)) return { status: done, tells: reads ? tells : false, changes: isIdle ? undefined : true };
  const isSeen = rights.includes(needs === 'add' ? 'see' : 'read');
  return isSeen ? { status: ifSeen ?? 404 } : NOTHING;
}
