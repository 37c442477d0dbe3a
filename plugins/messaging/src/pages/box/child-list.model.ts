// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '@volee/core-adapter';

/** A list of messages for a pupil: all that they received, or those that wait for an answer. */
export interface ChildListModel {
  readonly title: string;
  readonly backUrl: string;
  /** When messages go; undefined while that is far away. */
  readonly going: string | undefined;
  readonly lines: readonly ChildLine[];
  readonly olderUrl: string | undefined;
  /** The sentence of an empty list. */
  readonly empty: string;
}

export interface ChildLine {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly initials: string;
  readonly colour: BrickColour;
  readonly opening: string;
  readonly when: string;
  readonly isNew: boolean;
}
