// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** A part of the home: what waits for one profile of the user. People with several profiles see the parts one below the other. */
export interface HomePart {
  /** One plain sentence: the work that waits. */
  readonly lead?: string;
  readonly content: VNode;
  readonly sheet?: string;
}
