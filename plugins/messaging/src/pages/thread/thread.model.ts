// SPDX-License-Identifier: EUPL-1.2
import type { MessageState } from '../../store/message.entity.js';
import type { FormattedText } from '../../text/formatted-text.js';

/** The page of a thread. */
export interface ThreadModel {
  readonly subject: string;
  readonly backUrl: string;
  readonly posts: readonly PostModel[];
  /** Undefined where nothing was received. */
  readonly reply: ReplyModel | undefined;
}

export interface PostModel {
  readonly id: string;
  readonly from: string;
  readonly initials: string;
  readonly isOwn: boolean;
  readonly when: string;
  readonly text: FormattedText;
  /** The rest is known of the reader's own messages. */
  readonly to: string | undefined;
  readonly state: MessageState | undefined;
  /** The word of the teacher that refused it. */
  readonly word: string | undefined;
  /** « Lu par 36 personnes sur 41 » */
  readonly readers: string | undefined;
}

export interface ReplyModel {
  readonly actionUrl: string;
  readonly to: string;
  /** When it arrives, or why there can be no reply. */
  readonly sentences: readonly string[];
  readonly isRefused: boolean;
  readonly sendLabel: string;
}
