// SPDX-License-Identifier: EUPL-1.2
import type { Clock, School } from '@volee/core-adapter';
import { policyOf } from '../policy-of.js';
import { canWrite, type Answer } from '../rules/can-write.js';
import type { Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import type { Sender } from '../rules/sender.js';
import { relationsFor, type RelationsReader } from './relations-for.js';

export interface JudgingTools {
  readonly directory: RelationsReader;
  readonly school: School;
  readonly clock: Clock;
}

export interface Judged extends Answer {
  readonly relations: Relations;
}

/** Asks the rules about a message at this instant: before a page shows it, when it is sent, and when it is delivered. */
export async function judgeMessage(
  sender: Omit<Sender, 'relations'>,
  recipients: readonly Recipient[],
  { directory, school, clock }: JudgingTools,
): Promise<Judged> {
  const relations = await relationsFor(sender.personId, recipients, directory);
  return { ...canWrite({ ...sender, relations }, recipients, policyOf(school), clock.now()), relations };
}
