// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Relations } from './relations.js';

/** The author of a message, and the facts about the message by which its recipients are judged. */
export interface Sender {
  readonly personId: string;
  /** Relations among the sender, the recipients and the people of recipient groups. */
  readonly relations: Relations;
  /** For a reply: the author of the message that the sender received, and the profile by which the author wrote it. */
  readonly replyTo?: { readonly authorId: string; readonly as: Profile };
  /** For a reply to all: its people, by `replyToAll`. They do not count as named, since the sender has not chosen them. */
  readonly replyToAll?: ReadonlySet<string>;
  /** Whether the message passes quiet hours; for heads only. */
  readonly urgent?: boolean;
  /** The classes for which a teacher has accepted this message. */
  readonly acceptedFor?: ReadonlySet<string>;
  /** The classes for which a teacher has refused it. It stays refused when the school no longer moderates. */
  readonly refusedFor?: ReadonlySet<string>;
  /** The classes of the sender that somebody teaches, where the sender is in several. */
  readonly taught?: ReadonlySet<string>;
  /** Pupils to which the sender has just written so often that a teacher reads first, also in a school without moderation. */
  readonly wroteOftenTo?: ReadonlySet<string>;
}
