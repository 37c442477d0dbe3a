// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, Tab } from '@volee/core-adapter/ui';

/** The periods of a school year, as a head chooses them. */
export interface PeriodsModel {
  readonly crumbs: readonly Crumb[];
  readonly lead: string;
  readonly formUrl: string;
  readonly rhythm: string;
  /** The rhythms to choose from; empty once somebody has begun to write. */
  readonly rhythms: readonly Tab[];
  readonly fixed: string | undefined;
  /** The sentence above the form. */
  readonly problem: string | undefined;
  readonly periods: readonly PeriodPart[];
}

export interface PeriodPart {
  readonly period: number;
  readonly name: string;
  readonly fields: readonly DayInput[];
  /** « 196 bilans ouverts », or that nobody writes yet. */
  readonly state: string;
  readonly isOpen: boolean;
  readonly openLabel: string;
}

export interface DayInput {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
}
