// SPDX-License-Identifier: EUPL-1.2
import type { Tab, TagProps } from '@volee/core-adapter/ui';
import type { WallModel } from './wall.view.js';

/** The model of the works of a class, with one of them beside the list. */
export interface WorksModel {
  /** The name of the class. */
  readonly group: string;
  readonly tabs: readonly Tab[];
  /** The classes that the user follows, and their children. */
  readonly classes: readonly Tab[];
  /** The URL of a new work; absent for users who hand out nothing here. */
  readonly newUrl: string | undefined;
  readonly lines: readonly WorkLine[];
  readonly isDone: boolean;
  /** The link to the other list; absent when that one is empty. */
  readonly other: { readonly label: string; readonly url: string } | undefined;
  readonly detail: WorkModel | undefined;
  /** Whether the address names the detail: a phone then shows it alone. */
  readonly opened: boolean;
  readonly backUrl: string;
}

export interface StateTag {
  readonly kind: NonNullable<TagProps['kind']>;
  readonly icon: string;
  readonly text: string;
}

export interface WorkLine {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly current: boolean;
  readonly tag: StateTag;
  readonly detail: string;
  readonly wall: WallModel | undefined;
}

/** One work: where the class stands, and what can be done. */
export interface WorkModel {
  readonly title: string;
  readonly isDraft: boolean;
  readonly tag: StateTag;
  readonly lead: string;
  /** The addresses of the forms of the page; absent for heads, since they read only. */
  readonly actUrl: string | undefined;
  readonly editUrl: string | undefined;
  readonly wall: WallModel | undefined;
  readonly parts: readonly PartLine[];
  readonly partsTitle: string;
  /** All that was handed in, as a zip; absent when nothing was. */
  readonly take: { readonly url: string; readonly label: string } | undefined;
  /** Absent when nothing is ready. */
  readonly giveBack: GiveBackModel | undefined;
  readonly missing: MissingModel | undefined;
  readonly given: GivenModel;
  /** Actions that end the work, withdraw it or delete the draft. */
  readonly ends: readonly EndModel[];
  /** The reason for which it is not taken back any more. */
  readonly stays: string | undefined;
}

/** All that is ready and goes back with one button. */
export interface GiveBackModel {
  /** « Redonner les 2 prêts » */
  readonly label: string;
  /** « Corrigé pour Inès Renaud. », « À refaire pour Tom Jacquot. » */
  readonly effects: readonly string[];
}

/** A part that was handed in or given back. */
export interface PartLine {
  readonly pupilId: string;
  readonly name: string;
  /** « Etna.odp, 2,4 Mo » */
  readonly files: string;
  /** « mardi à 14 h 02 » */
  readonly received: string;
  readonly tag: StateTag;
  readonly url: string;
  readonly action: string;
  readonly isPressing: boolean;
}

/** The pupils who have not handed in. */
export interface MissingModel {
  readonly title: string;
  readonly pupils: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly hasBegun: boolean;
  }[];
  readonly hasBegun: boolean;
  /** « Le rappeler à ces 14 élèves »; absent when it is no longer taken, and for a head. */
  readonly remind: string | undefined;
  readonly reminded: string;
}

export interface GivenModel {
  readonly read: readonly string[];
  readonly fill: readonly string[];
  readonly text: string;
}

export interface EndModel {
  readonly action: 'close' | 'reopen' | 'withdraw' | 'delete';
  readonly label: string;
  readonly text: string;
  readonly icon: string;
}
