// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';

/** A link to another page of the brick. */
export interface PupilLink {
  readonly name: string;
  readonly url: string;
}

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

/** A link of « Ce qui reste ». */
export interface LeftModel {
  /** The codes of the lines, or `general`: the script of the page counts those that are still empty. */
  readonly cells: readonly string[];
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface WriteModel {
  readonly title: string;
  readonly lead: string;
  readonly crumbs: readonly Crumb[];
  readonly previous: PupilLink | undefined;
  readonly next: PupilLink | undefined;
  readonly action: string;
  /** The address to which the script of the page sends one change. */
  readonly changesUrl: string;
  readonly personId: string;
  /** The progress of the bilan, as bricks and in words. */
  readonly way: { readonly at: number; readonly words: string };
  /** Whether the bilan was declared ready already. */
  readonly isReady: boolean;
  readonly signUrl: string;
  /** The word with which the head sent it back. */
  readonly wordOfHead: { readonly by: string; readonly word: string | undefined } | undefined;
  readonly notes: readonly { readonly kind: 'bad' | 'warn'; readonly text: string }[];
  readonly left: readonly LeftModel[];
  readonly clashes: readonly { readonly id: string; readonly label: string }[];
  readonly before: { readonly quote: string; readonly by: string; readonly url: string } | undefined;
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  /** Domains with several lines, a card each. */
  readonly cards: readonly DomainModel[];
  /** Domains of one line, in a card together. */
  readonly others: readonly DomainModel[];
  readonly parcours: readonly ParcoursModel[];
  readonly general: TextModel;
  readonly word: TextModel;
  readonly strengths: PicksModel;
  readonly phrases: readonly string[];
  readonly phrasesUrl: string;
  readonly newElementHint: string;
  readonly childTitle: string;
}
