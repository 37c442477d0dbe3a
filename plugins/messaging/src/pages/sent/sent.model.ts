// SPDX-License-Identifier: EUPL-1.2
import type { MessageState } from '../../store/message.entity.js';
import type { BoxHead } from '../box-tabs.js';

/** The page of messages that the reader has sent. */
export interface SentModel extends BoxHead {
  readonly lines: readonly SentLine[];
  readonly olderUrl: string | undefined;
}

export interface SentLine {
  readonly id: string;
  readonly url: string;
  /** « Parents de CM1 et Karim Bensaïd » */
  readonly to: string;
  readonly subject: string;
  readonly opening: string;
  readonly when: string;
  readonly state: MessageState;
}
