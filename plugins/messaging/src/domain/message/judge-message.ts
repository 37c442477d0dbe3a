// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { readPolicy, type PolicyReader } from '../policy/read-policy.js';
import { canWrite, type Answer } from '../rules/can-write.js';
import { expandRecipients, type Recipient } from '../rules/recipients.js';
import type { Policy } from '../rules/policy.js';
import type { Relations } from '../rules/relations.js';
import type { Sender } from '../rules/sender.js';
import { relationsFor, taughtClassesOf, type RelationsReader } from './relations-for.js';
import { wroteOftenTo } from './wrote-often-to.js';

export interface JudgingTools extends PolicyReader {
  readonly directory: RelationsReader;
  /** The policy, where a page has read it with the hours of all adults of the school. */
  readonly policy?: Policy;
}

export interface Judged extends Answer {
  readonly relations: Relations;
}

const ADULTS_OF_SCHOOL: readonly Profile[] = ['teacher', 'head', 'staff'];

/** Asks the rules about a message at this instant: before a page shows it, and when it is sent. */
export async function judgeMessage(
  sender: Omit<Sender, 'relations'>,
  recipients: readonly Recipient[],
  tools: JudgingTools,
): Promise<Judged> {
  const relations = await relationsFor(sender.personId, recipients, tools.directory);
  const policy = tools.policy ?? (await readPolicy(tools, colleaguesOf(sender.personId, relations)));
  return judgeBy({ relations, policy }, sender, recipients, tools);
}

/** As `judgeMessage`, by relations and a policy that are read already. */
export async function judgeBy(
  { relations, policy }: { readonly relations: Relations; readonly policy: Policy },
  sender: Omit<Sender, 'relations'>,
  recipients: readonly Recipient[],
  tools: Omit<JudgingTools, 'policy'>,
): Promise<Judged> {
  const { persons: personIds } = expandRecipients(recipients, { ...sender, relations });
  const often = await wroteOftenTo({ authorId: sender.personId, personIds, relations, policy }, tools);
  const taught = await taughtClassesOf(sender.personId, relations, tools.directory);
  const asked = { ...sender, relations, wroteOftenTo: often, taught };
  return { ...canWrite(asked, recipients, policy, tools.clock.now()), relations };
}

/** The people who may have chosen hours of their own for this sender: adults of the school, when another adult writes. */
export function colleaguesOf(senderId: string, { profiles }: Relations): string[] {
  const isAdult = (of: readonly Profile[] = []): boolean => of.some((profile) => ADULTS_OF_SCHOOL.includes(profile));
  if (!isAdult(profiles.get(senderId))) return [];
  return [...profiles].flatMap(([personId, of]) => (personId !== senderId && isAdult(of) ? [personId] : []));
}
