// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { enqueueJudging } from '../judging/judge-waiting.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { changesBetween } from './changes.js';
import type { Decisions } from './decisions.js';
import { readDecisions } from './read-policy.js';
import { storedDecisions } from './stored-decisions.js';

type DecisionTools = Pick<MessagingRequest, 'db' | 'school' | 'jobs' | 'clock' | 'user' | 'audit'>;

/**
 * Puts decisions in force from the next request on. Messages that wait are judged again.
 * @param seen the number of the decisions that the page showed
 * @throws ConflictError when somebody else has decided since
 */
export async function decide(decisions: Decisions, seen: number, tools: DecisionTools): Promise<void> {
  const { db, jobs, clock, user, audit } = tools;
  const number = seen + 1;
  const before = await readDecisions(tools);
  const subject = { number, changes: changesBetween(before, decisions) };
  await audit('messaging.rules.changed', subject, async () => {
    const { number: newest } = await readDecisions(tools);
    if (newest !== seen) throw new ConflictError('The rules were changed since the page was opened.');
    const author = { number, decidedBy: user.id, decidedAt: clock.now() };
    await db.repository(PolicyRow).insert([{ ...storedDecisions(decisions), ...author }]);
    await enqueueJudging(jobs);
    return { subject, result: undefined };
  });
}
