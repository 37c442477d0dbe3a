// SPDX-License-Identifier: EUPL-1.2
import type { BoxHead } from '../box-tabs.js';

/** The page of received messages. */
export interface InboxModel extends BoxHead {
  readonly lines: readonly InboxLine[];
  readonly olderUrl: string | undefined;
}

/** A thread, by the newest message in it that the reader has received. */
export interface InboxLine {
  readonly id: string;
  readonly url: string;
  readonly from: string;
  readonly initials: string;
  readonly subject: string;
  /** The beginning of the text. */
  readonly opening: string;
  readonly when: string;
  readonly isUnread: boolean;
}
