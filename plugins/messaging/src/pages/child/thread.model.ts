// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '@volee/core-adapter';
import type { FormattedText } from '../../text/formatted-text.js';
import type { FileModel } from '../files/file.model.js';
import type { ReportFormModel } from '../thread/report-form.view.js';
import type { SaidModel } from './said.presenter.js';
import type { ChildRecall, OwnState } from './home.model.js';

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
  readonly problem: string | undefined;
}

export interface Fate {
  readonly state: OwnState;
  readonly title: string;
  readonly lines: readonly string[];
  readonly text: FormattedText;
  readonly files: readonly FileModel[];
  /** Why it may take some days. */
  readonly patience: string | undefined;
  readonly recall: ChildRecall | undefined;
  /** The address that makes a draft of it for those that it did not reach. */
  readonly again: string | undefined;
  /** The words by which it was refused before. */
  readonly said: readonly SaidModel[];
  /** The form that reports the word of a refusal. */
  readonly report: ReportFormModel | undefined;
  /** « Tu l’as dit à la direction », in place of that form. */
  readonly reported: string | undefined;
}

export interface LetterModel {
  readonly id: string;
  readonly from: string;
  readonly initials: string;
  readonly colour: BrickColour;
  readonly isOwn: boolean;
  /** Undefined of the pupil's own messages. */
  readonly report: ReportFormModel | undefined;
  readonly when: string;
  /** The subject, where the message has one. */
  readonly subject: string | undefined;
  readonly text: FormattedText;
  /** « Tom a annulé l’envoi de ce message. », in place of the text. */
  readonly taken: { readonly sentence: string; readonly hint: string } | undefined;
  readonly files: readonly FileModel[];
}

export interface ChildReply {
  /** The copy that it answers. */
  readonly copyId: string;
  readonly actionUrl: string;
  readonly label: string;
  /** Why there can be no answer; undefined when there can. */
  readonly refusal: string | undefined;
  /** Which adult reads it first, or when it arrives. */
  readonly notes: readonly string[];
  readonly sendLabel: string;
  /** The text that was typed before. */
  readonly body: string;
}
