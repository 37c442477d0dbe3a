// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';
import type { StandingDraft } from '../../../domain/write/standing-reply.js';

/** The pupil who reads a thread, and the adults that it names. */
export interface ChildThreadReader extends Pick<
  MessagingRequest,
  't' | 'format' | 'url' | 'user' | 'clock' | 'school'
> {
  /** Class → its teachers. */
  readonly readFirst: ReadonlyMap<string, readonly Member[]>;
  readonly isPaused: boolean;
  /** The instant at which a message that waits for an hour arrives; undefined where it leaves now. */
  readonly arrives: Date | undefined;
  /** A form that was not accepted, shown again. */
  readonly again: ShownAgain | undefined;
  /** The draft of the reply. */
  readonly standing: StandingDraft | undefined;
  /** The teachers who refused a message of the pupil. */
  readonly deciders: ReadonlyMap<string, Member>;
  /** Refusal → the instant at which the pupil reported its word, for open reports. */
  readonly reported: ReadonlyMap<string, Date>;
}
