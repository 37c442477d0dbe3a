// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { type Recipient, expandRecipients } from '../rules/recipients.js';
import type { Draft, KeptRows } from './draft.js';
import type { OpenedDraft } from './read-draft.js';
import { saveDraft, TooManyDraftsError } from './save-draft.js';
import { readPolicy } from '../policy/read-policy.js';
import { judgeCandidates } from '../rules/can-write.js';
import { colleaguesOf, type JudgingTools } from '../message/judge-message.js';
import { recipientKey } from './recipient.input.js';
import { relationsFor } from '../message/relations-for.js';

/**
 * Keeps the content of a form, with the recipients that a draft may name.
 * @param before recipients that the page has named before
 * @returns undefined when the user has too many drafts
 */
export async function keepDraft(
  draft: Draft,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
  before: readonly Recipient[] = opened?.recipients ?? [],
): Promise<KeptRows | undefined> {
  const recipients = await keepRecipients(request.user.id, draft, before, request);
  try {
    return await saveDraft({ ...draft, recipients }, opened, request);
  } catch (error) {
    if (error instanceof TooManyDraftsError) return undefined;
    throw error;
  }
}

/**
 * The recipients that a draft may name: those that the author may write to at this instant, and those that it named before. So a draft never
 * names a person that its author could not choose, and its page may show their names.
 */
async function keepRecipients(
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
