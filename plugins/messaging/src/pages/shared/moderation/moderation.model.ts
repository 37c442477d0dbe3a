// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson, Choice } from '@volee/core-adapter/ui';
import type { BoxHead } from '../box-tabs.js';
import type { FileModel } from '../files/file.model.js';
import type { FormattedText } from '../../../domain/text/formatted-text.js';

/** The page of messages that wait for the reader's consent. */
export interface ModerationModel extends BoxHead {
  readonly title: string;
  /** The instant since which the oldest one waits; undefined when none does. */
  readonly oldest: string | undefined;
  readonly waiting: readonly WaitingLine[];
  /** When a message leaves that is accepted now. */
  readonly leaves: string;
  /** Decisions that another teacher has just taken. */
  readonly decided: readonly DecidedLine[];
  /** Whether the reader can show a message to the heads. */
  readonly canShow: boolean;
  readonly togetherUrl: string;
  /** Why nothing was decided, where no field says so. */
  readonly problem: string | undefined;
  /** The same, where it is about everything that is ticked. */
  readonly togetherProblem: WordProblem | undefined;
  /** The words that a refusal may be given with. */
  readonly reasons: readonly Choice[];
  /** JSON: reason → the text that the author reads. */
  readonly words: string;
}

export interface ReviewLine {
  readonly id: string;
  readonly from: string;
  readonly face: AvatarPerson;
  /** The class for which it is accepted. */
  readonly group: string;
  readonly to: string;
  readonly when: string;
  readonly subject: string;
  readonly text: FormattedText;
  /** The files of a message that waits; once it is decided, only its readers see them. */
  readonly files: readonly FileModel[];
}

export interface WaitingLine extends ReviewLine {
  /** Above the first of several messages of one author: their name, and how many there are. */
  readonly heading: string | undefined;
  readonly version: string;
  /** The value of its tick; undefined where there is nothing to choose among. */
  readonly tick: string | undefined;
  readonly isTicked: boolean;
  /** The first name of the author. */
  readonly firstName: string;
  /** The sentence that says when its author wrote it anew; undefined when they did not. */
  readonly changed: string | undefined;
  /** The refusals of what its author wrote before. */
  readonly refusedBefore: readonly { readonly id: string; readonly line: string }[];
  readonly headSees: boolean;
  /** « Montré à la direction par Claire Vuillemin, hier »; undefined while nobody has shown it. */
  readonly shown: string | undefined;
  /** The form that shows it to the heads; undefined where it is shown, or the reader is one of them. */
  readonly showUrl: string | undefined;
  readonly decideUrl: string;
  readonly problem: WordProblem | undefined;
}

/** Why a refusal was not stored. */
export interface WordProblem {
  readonly sentence: string;
  /** The reason that was chosen; undefined when none was. */
  readonly reason: string | undefined;
  readonly word: string | undefined;
}

export interface DecidedLine extends ReviewLine {
  readonly isAccepted: boolean;
  readonly decidedAt: string;
  readonly decidedBy: string;
}
