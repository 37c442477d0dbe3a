// SPDX-License-Identifier: EUPL-1.2
import type { Recipient } from '../rules/recipients.js';
import type { Sender } from '../rules/sender.js';
import type { MessageRow } from '../../store/message.entity.js';

/** A message as its author wrote it. */
export interface Draft {
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  /** The message that it replies to, which the author has received. */
  readonly replyTo?: Pick<MessageRow, 'id' | 'threadId'> & {
    readonly author: NonNullable<Sender['replyTo']>;
    /** For a reply to all: the people of the message, by `replyToAll`. */
    readonly all?: ReadonlySet<string>;
  };
  /** Whether the message passes quiet hours. The caller has checked that a head asks for it, and writes the reason into the journal. */
  readonly urgent?: boolean;
  /** Whether it goes to each recipient separately: nobody is told of the others. */
  readonly apart?: boolean;
  /** The key of the form: a form that is sent twice sends one message. */
  readonly formKey?: string | undefined;
  /** The number of the save that the form sends: the script of the page counts them. */
  readonly formTurn?: number | undefined;
  /** The rows that hold it, when it was saved before it is sent. */
  readonly stored?: StoredRows | undefined;
}

export interface StoredRows extends Pick<MessageRow, 'threadId' | 'version'> {
  readonly messageId: string;
  readonly copyId: string;
}

/** The rows of a draft that was just written. */
export interface KeptRows extends StoredRows {
  /** The subjects of the drafts that were deleted from the trash to make room. */
  readonly dropped: readonly string[];
}
