// SPDX-License-Identifier: EUPL-1.2
import type { PagingModel } from '../shared/paging.model.js';

/** One person of a pair, in a few words. */
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
  /** Pupils who were handed over and may be a pupil of the school that receives. */
  readonly parcels: readonly HomonymLine[];
  /** Classes of two sources that may be one. */
  readonly classes: readonly HomonymLine[];
  readonly paging: PagingModel;
}

/** The values of both records, side by side. */
export interface ComparedFact {
  readonly label: string;
  /** The lines of the first record, then those of the second one. */
  readonly values: readonly [readonly string[], readonly string[]];
  /** Both have a value, and the values differ. */
  readonly differs: boolean;
}

/** `/admin/homonyms/:id` */
export interface PlatformHomonymModel {
  readonly url: string;
  readonly why: string;
  /** The source of each column: « Annuaire ldap ». */
  readonly columns: readonly [string, string];
  /** Empty once the two records were merged. */
  readonly facts: readonly ComparedFact[];
  /** The directories of the record that is kept on a merge. */
  readonly kept: string;
  /** When the record that has left is erased if the two are two people; absent when both are there. */
  readonly erased?: string | undefined;
  /** The decision, in sentences; the form is then not shown. */
  readonly decided: readonly string[];
  /** Why a decision was not accepted, or cannot be taken. */
  readonly problem?: string | undefined;
  /** Whether the reader may decide: not when they are one of the two. */
  readonly canAnswer: boolean;
  /** The typed reason. */
  readonly reason: string;
}
