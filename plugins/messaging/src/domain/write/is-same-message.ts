// SPDX-License-Identifier: EUPL-1.2
import type { Draft } from './draft.js';
import { recipientKey } from './recipient.input.js';

type Content = Pick<Draft, 'recipients' | 'subject' | 'body'>;

/** Whether two posts of one form say the same to the same recipients: the second one is then a double press of a button, and no other text. */
export function isSameMessage(one: Content, other: Content): boolean {
  return one.subject === other.subject && one.body === other.body && keysOf(one) === keysOf(other);
}

function keysOf({ recipients }: Content): string {
  return [...new Set(recipients.map(recipientKey))].sort().join();
}
