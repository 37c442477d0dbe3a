// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson, BrickBadgeColour, Crumb, Figure, Tab } from '@volee/core-adapter/ui';
import type { DraftFilesModel } from '../files/file.model.js';
import type { Piece } from './marked-pieces.js';
import type { RecipientField } from '../../../domain/write/recipient.input.js';
import type { WriteProblems } from '../../../domain/write/write-problems.js';
import type { PauseNote } from '../pauses.presenter.js';

/** The page on which a message is written: its recipients, its text, and beside them what will become of it. */
export interface WriteModel {
  /** « Votre message n’est pas parti » when it was stopped. */
  readonly title: string;
  readonly lead: string | undefined;
  /** The boxes, for those that search; else the way back. */
  readonly tabs: readonly Tab[] | undefined;
  readonly crumbs: readonly Crumb[];
  /** Empty once a message was stopped: its reasons name them. */
  readonly pauses: readonly PauseNote[];
  readonly actionUrl: string;
  /** The address at which a script reads the parts beside the text again, for other recipients. */
  readonly partsUrl: string;
  /** The key of the form, the version of the draft, and whether they are those of a draft. */
  readonly formKey: string;
  readonly version: number | undefined;
  readonly choice: ChoiceModel;
  readonly missing: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Undefined before it is a draft. */
  readonly files: DraftFilesModel | undefined;
  readonly problems: WriteProblems;
  /** Undefined for all but heads. */
  readonly urgent: { readonly isTicked: boolean; readonly reason: string } | undefined;
  /** Whether the tick to write to each separately is set. */
  readonly isApart: boolean;
  readonly arrival: ArrivalModel;
  readonly sendLabel: string;
  /** « Gardé à 19 h 12 »; undefined before it is one. */
  readonly kept: string | undefined;
  /** Why it was not sent, and the way out. */
  readonly stopped: StoppedModel | undefined;
  readonly clash: ClashModel | undefined;
}

/** The way to choose recipients: among all of them when they are few, else by a search. */
export type ChoiceModel = TicksModel | SearchModel;

export interface TicksModel {
  readonly kind: 'ticks';
  readonly label: string;
  readonly ticks: readonly RecipientTick[];
  /** The chosen recipients that may no longer be written to. */
  readonly chips: readonly Chip[];
}

export interface RecipientTick extends RecipientField {
  readonly label: string;
  readonly detail: string;
  readonly face: AvatarPerson;
  /** It stands for several people. */
  readonly isGroup: boolean;
  readonly isTicked: boolean;
}

export interface SearchModel {
  readonly kind: 'search';
  readonly search: string;
  readonly chips: readonly Chip[];
  /** The boxes to tick; undefined once words are typed. */
  readonly audiences: AudiencesModel | undefined;
  /** Undefined before a search. */
  readonly results: ResultsModel | undefined;
}

/** The people and groups that typed words find, nearest first. */
export interface ResultsModel {
  readonly sections: readonly { readonly title: string; readonly found: readonly Found[] }[];
  /** Groups that the words mean besides, in a fold. */
  readonly others: { readonly title: string; readonly found: readonly Found[] } | undefined;
  /** How the words were understood, and when they find nobody, or more than is shown. */
  readonly note: string | undefined;
}

/** Groups with a box each: the user's classes and the school, and the other groups in a fold. */
export interface AudiencesModel {
  readonly open: readonly AudienceSection[];
  readonly others: readonly AudienceSection[];
  /** One of the others is ticked. */
  readonly isOthersOpen: boolean;
}

export interface AudienceSection {
  readonly key: string;
  readonly title: string;
  /** The names of the teachers of a class, where they are few. */
  readonly teachers: string | undefined;
  readonly boxes: readonly AudienceBox[];
}

export interface AudienceBox extends RecipientField {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  readonly colour: BrickBadgeColour;
  readonly isTicked: boolean;
}

export interface Chip extends RecipientField {
  /** The value of the button that removes it. */
  readonly key: string;
  readonly label: string;
  readonly detail: string | undefined;
  readonly isGroup: boolean;
  /** Whether nobody is reached by it. */
  readonly isOut: boolean;
}

/** A recipient that a button adds. */
export interface Found {
  readonly key: string;
  /** The label in pieces; those that were searched are marked. */
  readonly pieces: readonly Piece[];
  readonly detail: readonly Piece[];
  readonly face: AvatarPerson;
  /** It stands for several people. */
  readonly isGroup: boolean;
}

/** The people who receive it, and the times. */
export interface ArrivalModel {
  readonly figures: readonly Figure[];
  /** « Il est 19 h 12. » and for which people it is quiet until when; undefined when nobody waits. */
  readonly quiet: QuietModel | undefined;
  readonly points: readonly { readonly icon: string; readonly text: string }[];
  readonly people: { readonly summary: string; readonly names: readonly string[] } | undefined;
}

export interface QuietModel {
  readonly time: string;
  readonly text: string;
}

export interface StoppedModel {
  readonly title: string;
  readonly reasons: readonly { readonly subject: string; readonly text: string }[];
  /** « Envoyer à Claire Vuillemin »; undefined when nobody may receive it. */
  readonly restLabel: string | undefined;
}

/** Another text of the same draft, which another tab or device has written. */
export interface ClashModel {
  readonly text: string;
  readonly subject: string;
  readonly body: string;
  readonly takeUrl: string;
  readonly takeLabel: string;
}
