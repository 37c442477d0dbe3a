// SPDX-License-Identifier: EUPL-1.2

/** The home of a teacher: what waits, and each class in each period. */
export interface TeacherHomeModel {
  readonly tasks: readonly TaskLine[];
  readonly classes: readonly ClassCard[];
  readonly phrases: { readonly url: string; readonly detail: string };
}

export interface TaskLine {
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly url: string;
}

export interface ClassCard {
  readonly id: string;
  readonly name: string;
  /** « Avec Fanny Maillard » */
  readonly together: string | undefined;
  /** The bricks of the current period: complete bilans, of all. */
  readonly wall: { readonly laid: number; readonly total: number; readonly words: string } | undefined;
  readonly periods: readonly PeriodLine[];
  /** The form that begins the year; undefined once there are periods. */
  readonly begin: { readonly url: string; readonly label: string; readonly lead: string } | undefined;
}

export interface PeriodLine {
  readonly name: string;
  readonly at: number;
  readonly words: string;
  readonly detail: string;
  readonly link: { readonly url: string; readonly label: string } | undefined;
}
