// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from './recipients.js';

const MOST_NAMED = 20;

/**
 * The people that a reply to all goes to: the author and the people that the message names. Empty for people who were reached by a group
 * and know nobody else, when more than 20 are named, and when the author wrote to each separately. `canWrite` gets these people as
 * `replyToAll` and judges each like any recipient.
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
