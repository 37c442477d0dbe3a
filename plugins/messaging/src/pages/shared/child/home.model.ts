// SPDX-License-Identifier: EUPL-1.2

/** The first page of messages for a pupil. */
export interface ChildHomeModel {
  readonly title: string;
  readonly lead: string;
  /** The reason of a pause, in the words of the person who started it. */
  readonly pause: string | undefined;
  readonly doors: readonly Door[];
  readonly own: readonly OwnLine[];
  /** All that the pupil has written; undefined when the page shows it all. */
  readonly ownUrl: string | undefined;
  /** Messages that the pupil has begun and not sent. */
  readonly drafts: { readonly url: string; readonly label: string } | undefined;
  /** The sentence that says when messages are deleted; undefined while that is far away. */
  readonly going: string | undefined;
  readonly help: ChildHelp;
}

export interface Door {
  readonly icon: string;
  readonly title: string;
  readonly line: string;
  /** Undefined while the door is shut. */
  readonly url: string | undefined;
  readonly news: number;
}

/** A message that the pupil has written. */
export interface OwnLine {
  readonly id: string;
  readonly state: OwnState;
  readonly title: string;
  /** The beginning of the text: two messages to the same person are told apart by it. */
  readonly opening: string;
  readonly detail: string;
  readonly url: string;
  readonly action: string;
  readonly recall: ChildRecall | undefined;
}

/** Makes a message that nobody has received a draft again, and opens it. */
export interface ChildRecall {
  readonly actionUrl: string;
  readonly label: string;
  /** « Annuler l’envoi »: leaves the draft closed. Undefined for a message that came back. */
  readonly undo: string | undefined;
}

/** `waits`: for an adult or for an hour. `back`: an adult gave a word, or the pupil changes it. `arrived`. `taken`: the pupil took it back. */
export type OwnState = 'waits' | 'back' | 'arrived' | 'taken';

/** The way to an adult, on each page for pupils. */
export interface ChildHelp {
  readonly title: string;
  readonly lines: readonly string[];
  /** Undefined while pupils cannot write. */
  readonly url: string | undefined;
}
