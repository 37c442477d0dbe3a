// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Relations } from './relations.js';

/** The author of a message, and what of the message its recipients are judged by. */
export interface Sender {
  readonly personId: string;
  /** Relations among the sender, the recipients and the people of recipient groups. */
  readonly relations: Relations;
  /** Of a reply: the author of the message that the sender received, and the profile by which the author wrote it. */
  readonly replyTo?: { readonly authorId: string; readonly as: Profile };
  /** Of a reply to all: its people, by `replyToAll`. They do not count as named, since the sender has not chosen them. */
  readonly replyToAll?: ReadonlySet<string>;
  /** Passes quiet hours, of a head alone. */
  readonly urgent?: boolean;
  /** The classes for which a teacher has accepted this message. */
  readonly acceptedFor?: ReadonlySet<string>;
  /** The classes for which a teacher has refused it, which stays refused when the school moderates no longer. */
  readonly refusedFor?: ReadonlySet<string>;
  /** Pupils that the sender has just written to so often that a teacher reads first, also where the school does without. */
  readonly wroteOftenTo?: ReadonlySet<string>;
}
