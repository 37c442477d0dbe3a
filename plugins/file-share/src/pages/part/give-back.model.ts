// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, FileKind } from '@volee/core-adapter/ui';
import type { RoundModel } from '../shared/works/rounds.presenter.js';
import type { StateTag } from '../shared/works/works.model.js';

/** The model of one pupil's part, for a teacher or a head. */
export interface GiveBackModel {
  /** « Exposé sur les volcans : Inès Rolin » */
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly lead: string;
  readonly tag: StateTag | undefined;
  readonly next: { readonly url: string; readonly label: string } | undefined;
  readonly files: readonly PartFile[];
  /** « Ce que l’élève a rendu », « Où en est l’élève » */
  readonly filesTitle: string;
  /** Shown instead of files. */
  readonly noFiles: string;
  readonly word: string;
  /** Files that the pupil got back already, or that go back. */
  readonly returned: readonly PartFile[];
  /** The word that the pupil reads, for a head. */
  readonly answer: string;
  /** Each time that it was given back, the last one first. */
  readonly rounds: readonly RoundModel[];
  readonly form: GiveBackForm | undefined;
  /** The form that takes a correction back, as long as nobody was shown it. */
  readonly undo: UndoForm | undefined;
}

export interface UndoForm {
  readonly url: string;
  readonly at: string;
  /** « Inès et sa famille ne l’ont pas encore vu. » */
  readonly words: string;
}

export interface PartFile extends FileKind {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly url: string;
  /** Whether it can still be taken out. */
  readonly canRemove: boolean;
}

export interface GiveBackForm {
  readonly url: string;
  readonly uploadUrl: string;
  readonly revision: string;
  readonly answer: string;
  readonly next: 'corrected' | 'again' | undefined;
  /** « Inès » */
  readonly givenName: string;
  /** « Jusqu’à lundi 30 » */
  readonly againUntil: string;
  readonly kept: string | undefined;
  /** Whether the pupil is still to hand it in: giving it back takes one more tick. */
  readonly isTheirTurn: boolean;
  readonly isSure: boolean;
  readonly refusal: string | undefined;
  readonly wordProblem: string | undefined;
  readonly nextProblem: string | undefined;
  readonly sureProblem: string | undefined;
  readonly maxSize: string;
}
