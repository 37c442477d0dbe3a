// SPDX-License-Identifier: EUPL-1.2
import type { ClassJoinState } from '../../../domain/sync/classes/class-join.entity.js';
import type { PagingModel } from '../shared/paging.model.js';
import type { ComparedFact, HomonymLine } from './platform-homonyms.model.js';

/** `/admin/homonyms/classes`: the classes that are joined. */
export interface PlatformClassesModel {
  readonly text: string;
  /** « 12 classes réunies » */
  readonly found: string;
  readonly lines: readonly HomonymLine[];
  readonly paging: PagingModel;
}

/** `/admin/homonyms/classes/:id`: two classes side by side. */
export interface PlatformClassModel {
  readonly url: string;
  readonly state: ClassJoinState;
  readonly why: string;
  /** The source of each column. */
  readonly columns: readonly [string, string];
  readonly facts: readonly ComparedFact[];
  /** The class that stays on a join. */
  readonly kept: string;
  /** The decision, in sentences. */
  readonly decided: readonly string[];
  /** Why a decision was not accepted. */
  readonly problem?: string | undefined;
  /** The typed reason. */
  readonly reason: string;
}
