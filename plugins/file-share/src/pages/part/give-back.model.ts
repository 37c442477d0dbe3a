// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, FileKind, NeighbourLink, PreviewProps } from '@volee/core-adapter/ui';
import type { RoundModel } from '../shared/works/rounds.presenter.js';
import type { StateTag } from '../shared/works/works.model.js';

/** The model of one pupil's part, for a teacher or a head. */
export interface GiveBackModel {
  /** « Exposé sur les volcans : Inès Rolin » */
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** The pupil, the heading of the page. */
  readonly name: string;
  readonly lead: string;
  readonly tag: StateTag | undefined;
  readonly neighbours: Neighbours;
  readonly files: readonly PartFile[];
  /** The file that is shown in the page, and its id; undefined where none is, and for a head who has opened none. */
  readonly look: { readonly id: string; readonly preview: PreviewProps } | undefined;
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

/** Other pupils with the work handed in. */
export interface Neighbours {
  readonly previous: NeighbourLink | undefined;
  readonly next: NeighbourLink | undefined;
  /** « 3 sur 24 » */
  readonly place: string | undefined;
  readonly strip: readonly StripPupil[];
  /** The next pupil with a part that waits for the teacher. */
  readonly after: NeighbourLink | undefined;
}

export interface StripPupil {
  readonly id: string;
  readonly displayName: string;
  readonly url: string;
  readonly tag: StateTag | undefined;
  readonly isHere: boolean;
  /** Whether the icon of the tag is shown: not for a part that is to correct. */
  readonly isMarked: boolean;
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
  /** The address of its download. */
  readonly url: string;
  /** The address of this page with the file shown; undefined where a page does not show it. */
  readonly lookUrl: string | undefined;
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
