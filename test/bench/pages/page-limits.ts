// SPDX-License-Identifier: EUPL-1.2

/** The limits of a page. A figure without a limit is only printed. */
export interface PageLimits {
  readonly statements?: number;
  /** The limit on SQLite as a multiple of the processor time of the floor page. */
  readonly times?: number;
  /** The limit of the processor time of host and database in a school of 5,000 pupils, as a multiple of that in one of 500. */
  readonly growth?: number;
}

export const EMPTY_PAGE = 'empty page of a brick';
export const PARENT = 'portal of a parent';
export const PARENT_OF_BOTH = 'portal of a parent of two schools';

/** The limit of the statements that a further school adds to the portal of a parent. */
export const FURTHER_SCHOOL = 6;

/** The limit of the time that the database takes for the pupils of a class, in a school of 5,000 beside one of 500. */
export const MEMBERS = 1.5;

export const PAGE_LIMITS: ReadonlyMap<string, PageLimits> = new Map([
  [EMPTY_PAGE, { statements: 5, times: 3.5 }],
  ['portal of a teacher', { statements: 13, times: 7, growth: 1.5 }],
  ['portal of a pupil', { statements: 12, times: 7, growth: 1.5 }],
  [PARENT, { statements: 18, times: 7, growth: 1.5 }],
  ['portal of the head', { growth: 1.5 }],
  ['inbox', { statements: 15 }],
  ['thread', { statements: 28 }],
  ['write page', { statements: 15, growth: 1.5 }],
  ['rules of messaging', { growth: 1.5 }],
  ['school console', { statements: 18, growth: 2.5 }],
  ['grid', { times: 11 }],
  ['autosave', { times: 5 }],
  ['sixth', { times: 24 }],
]);
