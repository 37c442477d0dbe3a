// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';

/** The pupil who reads a thread, and the adults that it names. */
export interface ChildThreadReader extends Pick<
  MessagingRequest,
  't' | 'format' | 'url' | 'user' | 'clock' | 'school'
> {
  /** Class → its teachers. */
  readonly readFirst: ReadonlyMap<string, readonly Member[]>;
  readonly isPaused: boolean;
  /** A form that was not taken. */
  readonly again: { readonly problem: string; readonly body?: string } | undefined;
  /** The teachers who refused a message of the pupil. */
  readonly deciders: ReadonlyMap<string, Member>;
  /** Refusal → when the pupil reported its word, of reports that are open. */
  readonly reported: ReadonlyMap<string, Date>;
}
