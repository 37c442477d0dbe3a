// SPDX-License-Identifier: EUPL-1.2
import type { Fate } from '../child/fate.presenter.js';
import type { ReplyFilesModel } from '../files/reply-files.view.js';
import type { LetterModel } from '../child/letter.view.js';
import type { ReplyProblem } from './thread.model.js';

/** A message and what goes with it, for a pupil. */
export interface ChildThreadModel {
  readonly title: string;
  readonly backUrl: string;
  /** The state of the newest message, when the pupil wrote it. */
  readonly fate: Fate | undefined;
  /** The oldest first; without the message that `fate` shows. */
  readonly letters: readonly LetterModel[];
  readonly olderUrl: string | undefined;
  readonly newestUrl: string | undefined;
  /** Undefined where nothing was received. */
  readonly reply: ChildReply | undefined;
  /** Why what was sent just before was not taken. */
  readonly problem: ReplyProblem | undefined;
}

export interface ChildReply {
  readonly copyId: string;
  readonly actionUrl: string;
  /** The thread and the recipient: a typed reply stays theirs when a newer message is answered. */
  readonly keepAs: string;
  readonly label: string;
  /** The reason why there can be no answer; undefined when there can. */
  readonly refusal: string | undefined;
  /** Which adult reads it first, or when it arrives. */
  readonly notes: readonly string[];
  readonly sendLabel: string;
  /** The text that was typed before. */
  readonly body: string;
  readonly joined: ReplyFilesModel;
}
