// SPDX-License-Identifier: EUPL-1.2
import type { Choice, Figure } from '../../../../ui/index.js';
import type { LineKind } from '../../../domain/sync/plan/plan-lines.js';
import type { PagingModel } from '../shared/paging.model.js';

/** Old → new; one of the two may be missing. */
export interface ChangeModel {
  readonly label: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface PlanLineModel {
  readonly id: string;
  readonly kind: LineKind;
  readonly name: string;
  /** « élève, 6e A · jules.rolin » */
  readonly detail: string;
  readonly school: string;
  /** « Compte fermé »; absent where the changes say it. */
  readonly what?: string | undefined;
  readonly changes: readonly ChangeModel[];
  readonly why: string;
}

export interface PlanSchoolModel {
  readonly uai: string;
  readonly name: string;
  /** The address of its lines. */
  readonly url: string;
  readonly counts: Readonly<Record<LineKind, string>>;
}

export interface PlanModel {
  /** The address of the page; the form narrows it. */
  readonly url: string;
  readonly text: string;
  readonly school: string;
  readonly kind: string;
  readonly kindChoices: readonly Choice[];
  readonly narrowed: boolean;
  readonly figures: readonly Figure[];
  readonly found: string;
  readonly lines: readonly PlanLineModel[];
  readonly paging: PagingModel;
  readonly schoolsFound: string;
  readonly schools: readonly PlanSchoolModel[];
  readonly schoolPaging: PagingModel;
}
