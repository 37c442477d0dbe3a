// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { Move } from '../../../domain/box/move-thread.js';
import type { MessageState } from '../../../store/message.entity.js';
import type { FileModel } from '../files/file.model.js';
import type { ReplyFilesModel } from '../files/reply-files.view.js';
import type { FormattedText } from '../../../domain/text/formatted-text.js';
import type { ReportFormModel } from '../report/report-form.view.js';

/** A thread, beside the list of its box. */
export interface ThreadModel {
  readonly subject: string;
  readonly backUrl: string;
  /** The mistake in the form that led here. */
  readonly problem: ReplyProblem | undefined;
  readonly moveUrl: string;
  readonly moves: readonly MoveModel[];
  readonly posts: readonly PostModel[];
  readonly olderUrl: string | undefined;
  readonly newestUrl: string | undefined;
  /** Undefined where nothing was received. */
  readonly reply: ReplyModel | undefined;
}

export interface MoveModel {
  readonly to: Move;
  readonly icon: string;
  readonly label: string;
}

export interface PostModel {
  readonly id: string;
  readonly from: string;
  /** The role of the author in the school: « parent de Noé ». */
  readonly detail: string | undefined;
  readonly face: AvatarPerson;
  readonly isOwn: boolean;
  /** « à vous », « aux parents des CM1 » */
  readonly to: string | undefined;
  readonly when: string;
  readonly text: FormattedText;
  /** Whether the reader may have it read out: a guardian, what somebody else wrote. */
  readonly canListen: boolean;
  /** « Tom Jacquot a annulé l’envoi de ce message. », in place of the text. */
  readonly taken: string | undefined;
  readonly files: readonly FileModel[];
  /** Leads to the form that replies to this message; undefined for the one that the form replies to. */
  readonly replyUrl: string | undefined;
  /** The form that makes a draft of it. */
  readonly forwardUrl: string | undefined;
  /** The reader has undone the sending of their message: the draft is the message once more. */
  readonly isUndone: boolean;
  /** Undefined for the reader's own messages. */
  readonly report: ReportFormModel | undefined;
  /** The state; this and the following properties are known for the reader's own messages only. */
  readonly state: MessageState | undefined;
  /** The word of the teacher who refused it. */
  readonly word: string | undefined;
  /** The people that it did not reach, in a sentence. */
  readonly missed: string | undefined;
  readonly readers: ReadersModel | undefined;
  readonly recall: RecallModel | undefined;
}

export interface ReadersModel {
  /** « Lu par 36 parents sur 41 » */
  readonly summary: string;
  /** The page with their names; undefined where these are not shown. */
  readonly namesUrl: string | undefined;
}

export interface RecallModel {
  readonly actionUrl: string;
  /** Whether nobody has received the message, so that it becomes a draft. */
  readonly isWhole: boolean;
}

/** Why a reply was not taken, and the text of its draft where that is another one than its form sent. */
export interface ReplyProblem {
  readonly sentence: string;
  /** Whether it is a mistake in the text, which stands at its field. */
  readonly isField: boolean;
  readonly other: string | undefined;
}

export interface ReplyModel {
  /** The copy of the message that is answered. */
  readonly id: string;
  readonly actionUrl: string;
  /** The thread and the recipient: a typed reply stays theirs when a newer message is answered. */
  readonly keepAs: string;
  readonly to: string;
  /** « Il est 19 h 12. », where it waits for the end of quiet hours. */
  readonly time: string | undefined;
  /** When it arrives, or why there can be no reply. */
  readonly sentences: readonly string[];
  readonly isRefused: boolean;
  readonly sendLabel: string;
  readonly all: { readonly label: string; readonly to: string; readonly sentences: readonly string[] } | undefined;
  /** The text of a form that was not accepted, or of the draft. */
  readonly body: string;
  readonly joined: ReplyFilesModel;
}
