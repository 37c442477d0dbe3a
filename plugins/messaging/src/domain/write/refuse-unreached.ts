// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { expandRecipients, type Recipient } from '../rules/recipients.js';
import type { Judged } from '../message/judge-message.js';

/**
 * Each recipient that was named must reach somebody. People of a group that may not be written to are left out; a person, or a group of
 * which nobody is left, refuses the whole message, so that no author believes that they wrote to them.
 */
export function refuseUnreached(senderId: string, recipients: readonly Recipient[], judged: Judged): void {
  if (recipients.length === 0) {
    throw new InputError('The message has no recipient.', { remedy: 'Choose a person or a group.' });
  }
  const unreached = unreachedRecipients(senderId, recipients, judged);
  if (unreached.length === 0) return;
  throw new InputError(`The sender may not write to ${unreached.length} of the recipients.`, {
    remedy: 'Open the page again: it offers those that the sender may write to.',
  });
}

/** The recipients by which nobody is reached, not even later. */
export function unreachedRecipients(
  senderId: string,
  recipients: readonly Recipient[],
  { judgements, relations }: Judged,
): Recipient[] {
  return recipients.filter((recipient) => {
    const { persons } = expandRecipients([recipient], { personId: senderId, relations });
    return [...persons].every((personId) => (judgements.get(personId)?.outcome ?? 'refused') === 'refused');
  });
}
