// SPDX-License-Identifier: EUPL-1.2

/**
 * The life of a bilan. `draft`: teachers write. `ready`: complete, and still theirs to change. `signed`: a teacher of the
 * class signed it. `visa`: the head endorsed it. `published`: the family reads it.
 */
export const BILAN_STATES = ['draft', 'ready', 'signed', 'visa', 'published'] as const;
export type BilanState = (typeof BILAN_STATES)[number];

/** The states in which the content may change. */
export const WRITABLE_STATES: readonly BilanState[] = ['draft', 'ready'];

export function isWritable(state: BilanState): boolean {
  return WRITABLE_STATES.includes(state);
}
