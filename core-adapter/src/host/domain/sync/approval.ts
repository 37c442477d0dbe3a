// SPDX-License-Identifier: EUPL-1.2

/** The approval of a refused plan: the person that gives it, and the reason. */
export interface Approval {
  readonly by: string;
  readonly reason: string;
  /** Only confirms that persons with other stable ids are the same; nothing else of the plan is applied. */
  readonly samePersons?: boolean;
}
