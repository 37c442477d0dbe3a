// SPDX-License-Identifier: EUPL-1.2
import type { PagingModel } from '../../../http/platform.model.js';

/** One of two persons who may be one, in few words. */
export interface DoubleLine {
  readonly name: string;
  /** « École des Lilas (CM1), annuaire ldap » */
  readonly detail: string;
}

export interface HomonymLine {
  readonly id: string;
  readonly url: string;
  readonly person: DoubleLine;
  readonly other: DoubleLine;
  /** In words. */
  readonly why: string;
}

/** `/admin/homonyms` */
export interface PlatformHomonymsModel {
  readonly text: string;
  /** « 3 cas à regarder » */
  readonly found: string;
  readonly lines: readonly HomonymLine[];
  readonly paging: PagingModel;
}

/** What the directories say of both, one beside the other. */
export interface ComparedFact {
  readonly label: string;
  /** Of the first record, then of the second one; several lines each. */
  readonly values: readonly [readonly string[], readonly string[]];
  /** Both are said, and not the same. */
  readonly differs: boolean;
}

/** `/admin/homonyms/:id` */
export interface PlatformHomonymModel {
  readonly url: string;
  readonly why: string;
  /** Whose words stand in each column: « Annuaire ldap ». */
  readonly columns: readonly [string, string];
  /** None once the two are one. */
  readonly facts: readonly ComparedFact[];
  /** The directories of the record that stays if they are one. */
  readonly kept: string;
  /** What was decided, in sentences; nothing is asked any more. */
  readonly decided: readonly string[];
  /** Why a decision was not taken. */
  readonly problem?: string | undefined;
  /** What was typed. */
  readonly reason: string;
}
