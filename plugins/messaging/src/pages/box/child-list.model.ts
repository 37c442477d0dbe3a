// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';

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
  readonly face: AvatarPerson;
  readonly opening: string;
  readonly when: string;
  readonly isNew: boolean;
}
