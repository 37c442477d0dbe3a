// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from './recipients.js';

const MOST_NAMED = 20;

/**
 * The people that a reply to all goes to: the author and those that the message names. Empty where there is no such reply: for people
 * who were reached by a group and know nobody else, where more than 20 are named, and where the author wrote to each separately.
 * `canWrite` is told them as `replyToAll` and judges each like any recipient.
 */
export function replyToAll(
  replierId: string,
  message: { readonly authorId: string; readonly recipients: readonly Recipient[]; readonly isApart: boolean },
): readonly string[] {
  const named = new Set(message.recipients.flatMap((recipient) => ('person' in recipient ? [recipient.person] : [])));
  if (named.size > MOST_NAMED || (message.isApart && replierId !== message.authorId)) return [];
  if (replierId !== message.authorId && !named.has(replierId)) return [];
  return [...named.add(message.authorId)].filter((personId) => personId !== replierId);
}
