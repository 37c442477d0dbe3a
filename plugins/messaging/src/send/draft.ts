// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from '../rules/recipients.js';
import type { Sender } from '../rules/sender.js';
import type { MessageRow } from '../store/message.entity.js';

/** A message as its author wrote it. */
export interface Draft {
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  /** The message that it replies to, which the author has received. */
  readonly replyTo?: Pick<MessageRow, 'id' | 'threadId'> & {
    readonly author: NonNullable<Sender['replyTo']>;
    /** Of a reply to all: the persons of the message, by `replyToAll`. */
    readonly all?: ReadonlySet<string>;
  };
}
