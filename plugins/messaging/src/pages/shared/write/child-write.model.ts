// SPDX-License-Identifier: EUPL-1.2
import type { Face } from '../child/faces.js';
import type { SaidModel } from '../child/said.presenter.js';
import type { RecipientField } from '../../../domain/write/recipient.input.js';
import type { DraftFilesModel } from '../files/file.model.js';
import type { WriteProblems } from '../../../domain/write/write-problems.js';
import type { ClashModel } from './write.model.js';

/** The page on which a pupil writes. */
export interface ChildWriteModel {
  readonly title: string;
  readonly backUrl: string;
  readonly actionUrl: string;
  /** The address that tells what would become of the message. */
  readonly planUrl: string;
  /** The key of the form, and the version of the draft. */
  readonly formKey: string;
  readonly version: number | undefined;
  /** Why the pupil cannot write for now. */
  readonly shut: readonly string[];
  /** The words by which the message was refused before. */
  readonly said: readonly Pick<SaidModel, 'id' | 'line'>[];
  /** The page on which they are reported; undefined where there is nothing to report. */
  readonly saidUrl: string | undefined;
  /** Words at the field, for each field that keeps the message that was just sent from leaving. */
  readonly problems: Pick<WriteProblems, 'to' | 'body'>;
  /** Told where the message did not leave for another reason. */
  readonly stopped: readonly string[];
  readonly clash: ClashModel | undefined;
  readonly adults: readonly Face[];
  readonly classmates: readonly Face[];
  /** Recipients of a draft that no face stands for. */
  readonly others: readonly RecipientField[];
  /** « 5 personnes au plus » */
  readonly most: string;
  readonly letter: ChildLetter;
  readonly body: string;
  /** Undefined before it is a draft. */
  readonly files: DraftFilesModel | undefined;
  /** « Gardé à 10 h 40 »; undefined before it is a draft. */
  readonly kept: string | undefined;
  /** The drafts that made room for it. */
  readonly dropped: string | undefined;
}

export interface ChildLetter {
  /** « Ton message à Jade et Sarah » */
  readonly title: string;
  /** Which adult reads it first, or when it arrives. */
  readonly notes: readonly string[];
  /** Why it cannot be sent like this. */
  readonly refusals: readonly string[];
  readonly sendLabel: string;
}
