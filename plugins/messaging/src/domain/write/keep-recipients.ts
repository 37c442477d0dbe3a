// SPDX-License-Identifier: EUPL-1.2
import { readPolicy } from '../policy/read-policy.js';
import { judgeCandidates } from '../rules/can-write.js';
import { expandRecipients, type Recipient } from '../rules/recipients.js';
import { colleaguesOf, type JudgingTools } from '../message/judge-message.js';
import { recipientKey } from './recipient-fields.js';
import { relationsFor } from '../message/relations-for.js';
import type { Draft } from './draft.js';

/**
 * The recipients that a draft may name: those that the author may write to at this instant, and those that it named before. So a draft never
 * names a person that its author could not choose, and its page may show their names.
 */
export async function keepRecipients(
  userId: string,
  { recipients, replyTo }: Pick<Draft, 'recipients' | 'replyTo'>,
  before: readonly Recipient[],
  tools: JudgingTools,
): Promise<Recipient[]> {
  const known = new Set(before.map(recipientKey));
  const added = recipients.filter((one) => !known.has(recipientKey(one)));
  if (added.length === 0) return [...recipients];
  const relations = await relationsFor(userId, added, tools.directory);
  const policy = await readPolicy(tools, colleaguesOf(userId, relations));
  const sender = { personId: userId, relations, ...(replyTo && { replyTo: replyTo.author }) };
  const { persons } = expandRecipients(added, sender);
  const judgements = judgeCandidates(sender, persons, policy, tools.clock.now());
  const isAllowed = (personId: string): boolean => {
    const judgement = judgements.get(personId);
    return judgement !== undefined && (judgement.outcome !== 'refused' || judgement.reason === 'stopped');
  };
  return recipients.filter((one) => {
    if (known.has(recipientKey(one))) return true;
    return [...expandRecipients([one], sender).persons].some(isAllowed);
  });
}
