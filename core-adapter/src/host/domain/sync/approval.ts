// SPDX-License-Identifier: EUPL-1.2

/** The approval of a refused plan: the person who gives it, and the reason. */
export interface Approval {
  readonly by: string;
  readonly reason: string;
  /** Only confirms that people with other stable ids are the same; nothing else of the plan is applied. */
  readonly samePersons?: boolean;
}
