// SPDX-License-Identifier: EUPL-1.2
import type { BrickBadgeProps } from '@volee/core-adapter/ui';
import type { RoundModel } from './rounds.presenter.js';

/** The page of a work for the pupil who does it. */
export interface PupilPartModel {
  readonly worksUrl: string;
  readonly title: string;
  readonly lead: string;
  /** The refusal of the server, above everything else. */
  readonly refused: string | undefined;
  readonly unchanged: UnchangedModel | undefined;
  /** The file that goes for good if the pupil says so, below the refusal. */
  readonly deletes: NamedFile | undefined;
  /** A word that was sent when the part took none any more; empty without one. */
  readonly notSent: string;
  readonly answer: AnswerModel | undefined;
  readonly rounds: readonly RoundModel[];
  readonly todo: TodoModel;
  readonly start: StartModel | undefined;
  readonly work: WorkingModel | undefined;
  readonly handedIn: HandedInModel | undefined;
}

/** The question before copies are handed in as the pupil got them. */
export interface UnchangedModel {
  readonly words: string;
  /** The page without the question. */
  readonly continueUrl: string;
}

export interface NamedFile {
  readonly id: string;
  readonly label: string;
}

/** A file as a link or in a list. Its label: « Lire » with the name below, or the name alone. */
export interface PartFileLine extends NamedFile {
  /** Empty without one. */
  readonly detail: string;
  readonly url: string;
  readonly icon: Pick<BrickBadgeProps, 'colour' | 'icon'>;
}

/** The instructions, and what belongs to them. */
export interface TodoModel {
  readonly text: string;
  readonly files: readonly PartFileLine[];
  /** « 1 fichier a été retiré depuis. »; empty without one. */
  readonly removed: string;
  /** The button by which the pupil gets the files to fill in that they have no copy of; undefined for others, and when none is missing. */
  readonly receive?: string | undefined;
}

/** The correction that the teacher gave back. */
export interface AnswerModel {
  readonly title: string;
  readonly text: string;
  readonly files: readonly PartFileLine[];
  /** `before`: the pupil has handed in again since. */
  readonly look: 'corrected' | 'again' | 'before';
}

export interface StartModel {
  readonly url: string;
  readonly text: string;
}

export interface WorkingModel {
  readonly actionUrl: string;
  readonly files: readonly PartFileLine[];
  /** The files that they took out and that are in their trash, the newest first. */
  readonly removed: readonly NamedFile[];
  /** The word that the pupil handed in before, where no form holds it; empty otherwise. */
  readonly word: string;
  /** Undefined for a work that is not handed in. */
  readonly handIn: HandInModel | undefined;
}

export interface HandInModel {
  /** The part as the form shows it: see `versionOf`. */
  readonly version: string;
  readonly word: string;
  readonly problem: string | undefined;
  readonly note: string;
  readonly isLate: boolean;
  /** « Rendre ces 2 fichiers » */
  readonly button: string;
  /** The copies that the pupil has not changed, each with the question whether it is handed in with their other files. */
  readonly sheets: readonly (NamedFile & { readonly isTicked: boolean })[];
}

/** The files that arrived, and the way to take them back; or what was prepared and can no longer be handed in. */
export interface HandedInModel {
  /** « Ce que tu as rendu », « Ce que tu avais préparé » */
  readonly title: string;
  /** Why it was not handed in, or was without the pupil; empty otherwise. */
  readonly note: string;
  readonly receipts: readonly ReceiptModel[];
  readonly word: string;
  readonly takeBack: TakeBackModel | undefined;
}

export interface TakeBackModel {
  readonly url: string;
  readonly text: string;
  /** A word that is sent along. */
  readonly word?: string;
}

export interface ReceiptModel {
  readonly id: string;
  /** « Bien arrivé à 14 h 02 » */
  readonly title: string;
  readonly url: string;
  /** « Etna.odp, 2,4 Mo » */
  readonly file: string;
}
