// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { Box } from '../../../store/copy.entity.js';
import type { MessageState } from '../../../store/message.entity.js';

/** A page of a box: the list beside a thread. */
export interface BoxModel {
  readonly box: Box;
  readonly title: string;
  /** The purpose of the box, where its name does not say it. */
  readonly lead: string | undefined;
  readonly empty: { readonly title: string; readonly text: string };
  readonly lines: readonly BoxLine[];
  readonly olderUrl: string | undefined;
  /** The newest messages, from a page of older ones. */
  readonly newestUrl: string | undefined;
}

/** A thread by its newest message in the box, or a message. */
export interface BoxLine {
  readonly id: string;
  readonly url: string;
  /** The author, or of the user's own messages the recipients. */
  readonly who: string;
  readonly face: AvatarPerson;
  readonly subject: string;
  /** The beginning of the text. */
  readonly opening: string;
  readonly when: string;
  readonly isUnread: boolean;
  readonly isCurrent: boolean;
  /** The state of the user's own messages. */
  readonly state: MessageState | undefined;
  /** « Lu par 36 parents sur 41 », « Effacé le 24 décembre ». */
  readonly note: string | undefined;
}
