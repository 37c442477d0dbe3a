// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, NeighbourLink } from '@volee/core-adapter/ui';

/** One cell as its field shows it. */
export interface CellModel {
  /** The name of the cell, and of its field. */
  readonly name: string;
  readonly id: string;
  /** The value that the field shows: the stored one, or what was typed and not saved. */
  readonly value: string;
  /** The mark of the stored value. */
  readonly was: string;
  /** The stored value, when the field shows another one that was not saved: the script of the page continues from it. */
  readonly stored: string | undefined;
  readonly problem: string | undefined;
  readonly clash: ClashModel | undefined;
}

/** Two values of one cell, until somebody chooses. */
export interface ClashModel {
  readonly title: string;
  readonly theirs: { readonly by: string; readonly value: string; readonly words: string };
  readonly mine: { readonly value: string; readonly words: string };
  /** Two texts can both stay. */
  readonly hasBoth: boolean;
  /** The mark of the other value, so that a choice is about exactly that value. */
  readonly mark: string;
}

export interface LineModel extends CellModel {
  readonly label: string;
  readonly isMissing: boolean;
  /** Whether the class does not fill it in: it is shown because it has a value. */
  readonly isOff: boolean;
}

export interface TextModel extends CellModel {
  readonly label: string;
  /** « facultative » */
  readonly aside: string | undefined;
  readonly hint: string | undefined;
  readonly limit: number;
  readonly rows: number;
}

export interface PickModel {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

export interface PicksModel extends CellModel {
  readonly legend: string;
  readonly picks: readonly PickModel[];
  readonly count: number;
}

export interface DomainModel {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly LineModel[];
  readonly elements: PicksModel;
  /** The text that was typed as a new element and not added. */
  readonly newElement: string;
  readonly text: TextModel;
}

export interface ParcoursModel {
  readonly code: string;
  readonly label: string;
  readonly text: TextModel;
}

/** A subject in the list beside the page. */
export interface SubjectModel {
  readonly code: string;
  readonly name: string;
  readonly url: string;
  /** The cells to fill in; of a subject that is left to the teacher, those that they may fill in. */
  readonly cells: readonly string[];
  /** Those of them that are empty. */
  readonly empty: readonly string[];
  readonly state: 'done' | 'todo' | 'none';
  /** The state in words: « 2 cases à remplir » */
  readonly words: string;
  /** The words of each state, for the script of the page; only a subject that is left to the teacher has `none`. */
  readonly said: {
    readonly done: string;
    readonly none?: string;
    readonly one?: string;
    readonly todo?: string;
    readonly choose: string;
  };
}

/** The subject that the page shows. */
export type OpenedModel =
  | { readonly kind: 'domain'; readonly domain: DomainModel }
  | { readonly kind: 'parcours'; readonly parcours: readonly ParcoursModel[] }
  | { readonly kind: 'general'; readonly text: TextModel }
  | { readonly kind: 'child'; readonly word: TextModel; readonly strengths: PicksModel };

/** The phrases of the teacher, and what was written the last time. */
export interface BankModel {
  /** The id of the field that takes a phrase; undefined on a page without such a field. */
  readonly fieldId: string | undefined;
  readonly phrases: readonly string[];
  readonly phrasesUrl: string;
  readonly before: { readonly quote: string; readonly by: string; readonly url: string } | undefined;
}

export interface WriteModel {
  readonly title: string;
  /** The title of the page in the browser: pupil and subject. */
  readonly pageTitle: string;
  readonly crumbs: readonly Crumb[];
  readonly previous: NeighbourLink | undefined;
  readonly next: NeighbourLink | undefined;
  /** The place of the pupil among those of the class: « 5 sur 24 » */
  readonly place: string | undefined;
  readonly action: string;
  /** The address to which the script of the page sends one change. */
  readonly changesUrl: string;
  readonly personId: string;
  /** The time zone of the school. */
  readonly timeZone: string;
  /** The progress of the bilan, as bricks and in words. */
  readonly way: { readonly at: number; readonly words: string };
  /** Whether the bilan was declared ready already. */
  readonly isReady: boolean;
  readonly signUrl: string;
  /** The word with which the head sent it back. */
  readonly wordOfHead: { readonly by: string; readonly word: string | undefined } | undefined;
  readonly notes: readonly { readonly kind: 'bad' | 'warn'; readonly text: string }[];
  readonly subjects: readonly SubjectModel[];
  /** The subject of the page, one of `subjects`. */
  readonly current: SubjectModel;
  readonly heading: string;
  readonly opened: OpenedModel;
  /** The fields of cells of other subjects that were typed and not saved: the form takes them along until they are. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  /** Where the first thing that is left can be filled in. */
  readonly firstLeft: string | undefined;
  /** The assessed domains without an element that was worked on. */
  readonly unworked: readonly Pick<SubjectModel, 'code' | 'name' | 'url'>[];
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  readonly bank: BankModel;
  readonly newElementHint: string;
}
